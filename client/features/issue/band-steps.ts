import type { PlannedPoint } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';

export interface BandStep {
  from: Month;
  to: Month;
  low: number;
  high: number;
}

/** Months in a row with the same limits make one step of the band. */
export function bandSteps(planned: readonly PlannedPoint[]): BandStep[] {
  const steps: BandStep[] = [];
  let isOpen = false;
  for (const { month, low, high } of planned) {
    const last = steps.at(-1);
    if (low === null || high === null) {
      isOpen = false;
    } else if (isOpen && last && last.low === low && last.high === high) {
      last.to = month;
    } else {
      steps.push({ from: month, to: month, low, high });
      isOpen = true;
    }
  }
  return steps;
}
