import type { FigureBasis, IndicatorBrief } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import type { Status } from '#shared/status.ts';

/** One figure of a slide with what is said beside it. Real numbers; null is missing, never 0. */
export interface SlideFigure {
  issueId: IssueId;
  indicator: IndicatorBrief;
  areaId: string;
  areaName: string;
  /** The month the number speaks for. */
  month: Month;
  /** The month the slide asked for: later than `month` where the latest figure there was is shown. */
  askedMonth: Month;
  /** The published series; null for what the task force reports itself. */
  seriesId: string | null;
  /** What the slide uses it for: its subject, one figure among others, or a point of a line. */
  role: 'headline' | 'figure' | 'point';
  value: number | null;
  held: number;
  expected: number;
  basis: FigureBasis;
  /** Null where the slide gives none, which is not `no_data`. */
  status: Status | null;
  /** The target to reach, where the slide has one. */
  target: number | null;
  /** What was planned for the month. */
  planned: number | null;
  isSample: boolean;
  isComparable: boolean;
  source: string | null;
  cutOff: string | null;
  /** Months in which the indicator's series breaks, as far as the slide knows. */
  breaks: readonly Month[];
}

/** What names a figure: two figures with one key are the same number, or one of them was corrected. */
export function figureKey(figure: Pick<SlideFigure, 'indicator' | 'areaId' | 'month' | 'seriesId'>): string {
  return [figure.indicator.id, figure.areaId, figure.month, figure.seriesId ?? ''].join('|');
}

const strengths: Record<SlideFigure['role'], number> = { headline: 2, figure: 1, point: 0 };

function strengthOf({ role, value }: SlideFigure): number {
  return strengths[role] + (value === null ? 0 : 10);
}

/** One figure a key: the strongest use of it, with what only the others say. */
export function mergeFigures(figures: readonly SlideFigure[]): SlideFigure[] {
  const byKey = new Map<string, SlideFigure>();
  for (const figure of figures) {
    const key = figureKey(figure);
    const known = byKey.get(key);
    byKey.set(key, known ? join(known, figure) : figure);
  }
  return [...byKey.values()];
}

function join(one: SlideFigure, other: SlideFigure): SlideFigure {
  const [strong, weak] = strengthOf(other) > strengthOf(one) ? [other, one] : [one, other];
  return {
    ...strong,
    askedMonth: one.askedMonth > other.askedMonth ? one.askedMonth : other.askedMonth,
    status: strong.status ?? weak.status,
    target: strong.target ?? weak.target,
    planned: strong.planned ?? weak.planned,
    source: strong.source ?? weak.source,
    cutOff: strong.cutOff ?? weak.cutOff,
    breaks: strong.breaks.length > 0 ? strong.breaks : weak.breaks,
  };
}
