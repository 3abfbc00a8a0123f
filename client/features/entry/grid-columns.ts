import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DerivedColumn, GridIndicator } from '#shared/report.ts';
import type { SheetFrame } from './sheet-context.ts';
import { derivedKey, derivedStages } from './totals.ts';
import type { CellWords } from './use-cell-words.ts';

export type FigureColumn = { kind: 'figure'; key: string; title: string; subtitle: string; indicator: GridIndicator };
export type ComputedColumn = { kind: 'derived'; key: string; title: string; subtitle: string; derived: DerivedColumn };
/** How many of the row's cells are answered. */
export type AnsweredColumn = { kind: 'answered'; key: string; title: string; subtitle: string };
export type GridColumn = FigureColumn | ComputedColumn | AnsweredColumn;

export type ColumnGroup = { key: 'cascade' | 'supporting' | 'derived'; title: string; columns: GridColumn[] };

/** The columns of a report: the cascade by its stages, what supports it, and what is computed from both. */
export function useColumnGroups(frame: SheetFrame, words: CellWords, showsAllDerived: boolean): ColumnGroup[] {
  const { t } = useTranslation('entry');
  return useMemo(() => {
    const figure = (indicator: GridIndicator): FigureColumn => ({
      kind: 'figure',
      key: indicator.id,
      title: words.shortName(indicator.id),
      subtitle:
        indicator.measure === 'cumulative'
          ? t('column.cumulative', { unit: words.unit(indicator) })
          : words.unit(indicator),
      indicator,
    });
    const computed = (derived: DerivedColumn): ComputedColumn => ({
      kind: 'derived',
      key: derivedKey(derived),
      ...derivedWords(derived, frame, words, t),
      derived,
    });
    const groups: ColumnGroup[] = [
      {
        key: 'cascade',
        title: t('column.cascade'),
        columns: frame.indicators.filter(({ stage }) => stage !== null).map(figure),
      },
      {
        key: 'supporting',
        // Where there is no cascade the figures support nothing: they are the report.
        title: t(frame.indicators.some(({ stage }) => stage !== null) ? 'column.supporting' : 'column.figures'),
        columns: frame.indicators.filter(({ stage }) => stage === null).map(figure),
      },
      {
        key: 'derived',
        title: t('column.derived'),
        columns: [
          ...(showsAllDerived ? frame.derived : mainDerived(frame)).map(computed),
          { kind: 'answered', key: 'answered', title: t('column.answered'), subtitle: t('column.answeredUnit') },
        ],
      },
    ];
    return groups.filter(({ columns }) => columns.length > 0);
  }, [frame, showsAllDerived, t, words]);
}

/** What remains and what share was reached, by their first formula, and the ratios: the others wait behind a switch. */
export function mainDerived({ derived }: SheetFrame): DerivedColumn[] {
  const share =
    derived.find((column) => column.kind === 'share' && column.formula === 'reachedOfValid') ??
    derived.find(({ kind }) => kind === 'share');
  const remaining = derived.find(({ kind }) => kind === 'remaining');
  return derived.filter((column) => column.kind === 'ratio' || column === share || column === remaining);
}

function derivedWords(
  column: DerivedColumn,
  frame: SheetFrame,
  words: CellWords,
  t: (key: string, values?: Record<string, string>) => string,
): { title: string; subtitle: string } {
  if (column.kind === 'ratio') {
    const { indicator, numeratorId, denominatorId, factor } = column;
    return {
      title: words.derivedName(indicator),
      subtitle: t('column.ratio', {
        numerator: words.shortName(numeratorId),
        denominator: words.shortName(denominatorId),
        factor: String(factor),
      }),
    };
  }
  // The formula in the words of the columns it takes from.
  const names = derivedStages(column).map((stage) => {
    const indicator = frame.indicators.find((each) => each.stage === stage);
    return (indicator ? words.shortName(indicator.id) : t(`stage.${stage}`)).toLowerCase();
  });
  if (column.kind === 'remaining') return { title: t('column.remaining'), subtitle: names.join(' − ') };
  return { title: t('column.share', { part: names[0] ?? '' }), subtitle: `${names.join(' ÷ ')}` };
}
