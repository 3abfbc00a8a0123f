import { addMonths, currentMonth, type Month, monthRange, monthsBetween } from '#shared/month.ts';

const SAMPLE_MONTHS = 24;

/** The months of the sample. Nothing in it depends on the clock beyond the current month. */
export interface Calendar {
  /** 24 months, the current one last. */
  months: Month[];
  current: Month;
  /** The month before the first: where the sample's targets start. */
  baseline: Month;
  /** December of next year: where they end. */
  horizon: Month;
  /** Months from the baseline: 1 for the first month of the sample. */
  step: (month: Month) => number;
  /** Months from baseline to horizon. */
  steps: number;
  /** 0 for the current month, 1 for the one being collected. */
  monthsAgo: (month: Month) => number;
}

export function calendarFor(now: Date, timeZone: string): Calendar {
  const current = currentMonth(now, timeZone);
  const baseline = addMonths(current, -SAMPLE_MONTHS);
  const horizon = `${Number(current.slice(0, 4)) + 1}-12`;
  return {
    months: monthRange(addMonths(baseline, 1), current),
    current,
    baseline,
    horizon,
    step: (month) => monthsBetween(baseline, month),
    steps: monthsBetween(baseline, horizon),
    monthsAgo: (month) => monthsBetween(month, current),
  };
}
