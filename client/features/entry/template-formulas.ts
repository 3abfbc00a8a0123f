import type { GridIndicator } from '#shared/report.ts';
import { fromScaled, largestFigure } from '#shared/scale.ts';
import type { ComputedColumn } from './grid-columns.ts';
import { columnSpan, figureAddress, type TemplateLayout, templateRows } from './template-layout.ts';
import { derivedStages } from './totals.ts';

/** A computed column of one row; undefined where a part of it is no column of the report. */
export function derivedFormula({ derived }: ComputedColumn, layout: TemplateLayout, row: number): string | undefined {
  if (derived.kind === 'ratio') {
    const part = figureAddress(layout, row, ({ id }) => id === derived.numeratorId);
    const whole = figureAddress(layout, row, ({ id }) => id === derived.denominatorId);
    if (part === undefined || whole === undefined) return undefined;
    const factor = derived.factor === 100 ? '' : `*${derived.factor}`;
    return quotient(part, whole, factor);
  }
  const parts = derivedStages(derived).map((stage) => figureAddress(layout, row, (each) => each.stage === stage));
  const known = parts.flatMap((each) => each ?? []);
  const [first, second] = known;
  if (first === undefined || known.length < parts.length) return undefined;
  if (derived.kind === 'share') return second === undefined ? undefined : quotient(first, second, '');
  return `IF(COUNT(${known.join(',')})=${known.length},${known.join('-')},"")`;
}

/** Nothing, rather than a wrong figure, where a part is missing. */
function quotient(part: string, whole: string, factor: string): string {
  return `IF(COUNT(${part},${whole})=2,IF(${whole}>0,${part}/${whole}${factor},""),"")`;
}

export function totalFormula({ totalRow }: TemplateLayout, column: number): string {
  const span = columnSpan(column, templateRows.first, totalRow - 1);
  return `IF(COUNT(${span})=0,"",SUM(${span}))`;
}

/** Words that the reader understands in either language. Excel compares them without regard to capitals. */
const words = ['tb', 't.b.', 'n/a', 'tidak berlaku', 'belum ada data', 'not reported'];

/** What a figure of this indicator may be, written for its first cell: shorter than Excel's 255 characters. */
export function figureRule({ decimals, allowsNegative }: GridIndicator, address: string): string {
  const largest = fromScaled(largestFigure, decimals);
  const lower = allowsNegative ? -largest : 0;
  const number = `${address}>=${lower},${address}<=${largest},ROUND(${address},${decimals})=${address}`;
  return `IF(ISNUMBER(${address}),AND(${number}),OR(${words.map((word) => `${address}="${word}"`).join(',')}))`;
}
