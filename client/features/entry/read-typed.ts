import type { Locale } from '#shared/locale.ts';
import { formatScaled } from '#shared/number-format.ts';
import { type NumberCandidate, type NumberInputProblem, parseTypedNumber } from '#shared/number-input.ts';
import type { GridIndicator } from '#shared/report.ts';
import type { Figure } from './sheet-row.ts';

export type Reading =
  | { kind: 'figure'; figure: Figure }
  /** The text can mean several figures: the person chooses. */
  | { kind: 'question'; candidates: NumberCandidate[] }
  | { kind: 'invalid'; code: NumberInputProblem };

/** What a text typed into a cell means. Nothing typed means that there is no figure yet. */
export function readTyped(text: string, indicator: GridIndicator, locale: Locale): Reading {
  const { decimals, allowsNegative } = indicator;
  const typed = parseTypedNumber(text, { decimals, locale, allowNegative: allowsNegative });
  switch (typed.kind) {
    case 'number':
      return { kind: 'figure', figure: { kind: 'number', value: typed.scaled } };
    case 'not_applicable':
      return { kind: 'figure', figure: { kind: 'not_applicable', value: null } };
    case 'empty':
    case 'not_reported':
      return { kind: 'figure', figure: { kind: 'not_reported', value: null } };
    default:
      return typed;
  }
}

/** The text with which editing starts: what was rejected last, else the figure as it would be typed. */
export function editText(
  cell: Figure & { rejected: string | undefined },
  indicator: GridIndicator,
  locale: Locale,
): string {
  if (cell.rejected !== undefined) return cell.rejected;
  if (cell.kind === 'number' && cell.value !== null) return formatScaled(cell.value, indicator.decimals, locale);
  return cell.kind === 'not_applicable' ? (locale === 'id' ? 'tb' : 'n/a') : '';
}
