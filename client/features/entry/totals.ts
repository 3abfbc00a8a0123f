import { type PartialSum, ratioOf, sumOverAreas } from '#shared/aggregate.ts';
import {
  type CascadeShare,
  cascadeRemaining,
  cascadeShare,
  cascadeShares,
  type RemainingFormula,
  remainingFormulas,
  type StageValues,
} from '#shared/cascade.ts';
import type { Stage } from '#shared/indicator.ts';
import type { DerivedColumn, GridIndicator, ReportGrid } from '#shared/report.ts';
import { fromScaled } from '#shared/scale.ts';
import type { Figure, SheetRow } from './sheet-row.ts';

type Cells = ReadonlyMap<string, Figure>;
type Indicators = readonly GridIndicator[];

/** A column's sum in scaled integers; null where adding would say something false. */
export function columnTotal(rows: readonly SheetRow[], indicator: GridIndicator): PartialSum | null {
  const held = rows.filter((row) => row.cells.has(indicator.id));
  // Areas of one level do not overlap; a district and its regency would be counted twice.
  if (new Set(held.map((row) => row.area.level)).size > 1) return null;
  const sum = sumOverAreas(
    held.map((row) => {
      const cell = row.cells.get(indicator.id);
      return { value: cell?.value ?? null, isApplicable: cell?.kind !== 'not_applicable' };
    }),
    indicator.aggregation,
  );
  return sum.ok ? sum : null;
}

export function isRemainingFormula(text: string): text is RemainingFormula {
  return text in remainingFormulas;
}

export function isCascadeShare(text: string): text is CascadeShare {
  return text in cascadeShares;
}

/** The real value of each stage in a row; stages are counts of one unit, each held by one indicator. */
function stageValues(cells: Cells, indicators: Indicators): StageValues {
  const values: StageValues = {};
  for (const { id, stage, decimals } of indicators) {
    const value = cells.get(id)?.value;
    if (stage && value !== undefined && value !== null) values[stage] = fromScaled(value, decimals);
  }
  return values;
}

/** A derived figure of one row, in real numbers; null when a part of its formula is missing. */
export function derivedValue(column: DerivedColumn, cells: Cells, indicators: Indicators): number | null {
  switch (column.kind) {
    case 'remaining':
      return isRemainingFormula(column.formula)
        ? cascadeRemaining(stageValues(cells, indicators), column.formula)
        : null;
    case 'share':
      return isCascadeShare(column.formula) ? cascadeShare(stageValues(cells, indicators), column.formula) : null;
    case 'ratio': {
      const [numerator, denominator] = [column.numeratorId, column.denominatorId].map((id) =>
        real(cells.get(id), indicators, id),
      );
      if (numerator === undefined || denominator === undefined) return null;
      return ratioOf({ numerator: one(numerator), denominator: one(denominator), factor: column.factor }).value;
    }
  }
}

/**
 * The derived figure of all rows together. What remains is added; a share is recomputed from the sums of those rows
 * that hold both its parts, never averaged. `held` says how many rows that is.
 */
export function derivedTotal(column: DerivedColumn, rows: readonly SheetRow[], indicators: Indicators): PartialSum {
  const expected = rows.filter((row) => derivedParts(column, indicators).some((id) => row.cells.has(id)));
  const held = expected.filter((row) => derivedValue(column, row.cells, indicators) !== null);
  const counts = { held: held.length, expected: expected.length };
  if (held.length === 0) return { value: null, ...counts };
  if (column.kind === 'remaining') {
    const sum = held.reduce((total, row) => total + (derivedValue(column, row.cells, indicators) ?? 0), 0);
    return { value: sum, ...counts };
  }
  const summed = new Map<string, Figure>();
  for (const id of derivedParts(column, indicators)) {
    const value = held.reduce((total, row) => total + (row.cells.get(id)?.value ?? 0), 0);
    summed.set(id, { kind: 'number', value });
  }
  return { value: derivedValue(column, summed, indicators), ...counts };
}

/** The indicators that a derived column is made of. */
function derivedParts(column: DerivedColumn, indicators: Indicators): string[] {
  if (column.kind === 'ratio') return [column.numeratorId, column.denominatorId];
  const wanted = derivedStages(column);
  return indicators.filter(({ stage }) => stage !== null && wanted.includes(stage)).map(({ id }) => id);
}

/** The stages in a formula, in its order; empty for a ratio of two indicators. */
export function derivedStages(column: DerivedColumn): Stage[] {
  if (column.kind === 'remaining' && isRemainingFormula(column.formula)) return [...remainingFormulas[column.formula]];
  if (column.kind === 'share' && isCascadeShare(column.formula)) {
    const { part, whole } = cascadeShares[column.formula];
    return [part, whole];
  }
  return [];
}

export function derivedKey(column: DerivedColumn): string {
  return column.kind === 'ratio' ? column.indicator.id : `${column.kind}-${column.formula}`;
}

export function derivedDecimals(column: DerivedColumn, indicators: ReportGrid['indicators']): number {
  if (column.kind === 'ratio') return column.indicator.decimals;
  if (column.kind === 'share') return 1;
  return indicators.find(({ stage }) => stage !== null)?.decimals ?? 0;
}

function real(figure: Figure | undefined, indicators: Indicators, id: string): number | undefined {
  const value = figure?.value;
  if (value === null || value === undefined) return undefined;
  return fromScaled(value, indicators.find((indicator) => indicator.id === id)?.decimals ?? 0);
}

function one(value: number): PartialSum {
  return { value, held: 1, expected: 1 };
}
