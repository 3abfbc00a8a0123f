import type { DataScope, Figure, FigureBasis, IndicatorBrief } from '#shared/figure.ts';
import { fromScaled } from '#shared/scale.ts';
import type { AreaRow, IndicatorRow, IssueRow, PublishedRow, RollupRow, TargetRow } from './figure.queries.ts';

export function isPercentage(indicator: Pick<IndicatorRow, 'unitId'>): boolean {
  return indicator.unitId === 'persen' || indicator.unitId === '%';
}

export function indicatorBrief(row: IndicatorRow): IndicatorBrief {
  return {
    id: row.id,
    issueId: row.issueId,
    nameId: row.nameId,
    nameEn: row.nameEn,
    shortNameId: row.shortNameId,
    shortNameEn: row.shortNameEn,
    unitId: row.unitId,
    unitEn: row.unitEn,
    decimals: row.decimals,
    direction: row.direction,
    measure: row.measure,
    aggregation: row.aggregation,
    periodicity: row.periodicity,
    collectLevel: row.collectLevel,
    stage: row.stage,
    isPercentage: isPercentage(row),
  };
}

export function issueBrief(row: IssueRow) {
  return { id: row.id, slug: row.slug, nameId: row.nameId, nameEn: row.nameEn };
}

export function areaBrief(row: AreaRow) {
  return {
    id: row.id,
    parentId: row.parentId,
    level: row.level,
    name: row.name,
    population: row.population,
    tileRow: row.tileRow,
    tileColumn: row.tileColumn,
    isCpiCity: row.isCpiCity === 1,
  };
}

/**
 * A rollup as a figure, written out in full because it is made hundreds of times for a page: an object that is begun with
 * a spread costs several times as much. Null when no cell holds a number, because a sum over nothing is missing, not 0.
 */
export function rollupFigure(row: RollupRow | undefined, indicator: IndicatorRow, scope: DataScope): Figure | null {
  if (!row) return null;
  const isVerified = scope === 'verified';
  const held = isVerified ? row.verifiedHeld : row.submittedHeld;
  if (held <= 0) return null;
  const isAllVerified = row.submittedSum === row.verifiedSum && row.submittedHeld === row.verifiedHeld;
  return {
    indicatorId: row.indicatorId,
    areaId: row.areaId,
    month: row.month,
    value: fromScaled(isVerified ? row.verifiedSum : row.submittedSum, indicator.decimals),
    held,
    expected: Math.max(held, row.expected - (isVerified ? row.verifiedNa : row.submittedNa)),
    basis: isVerified || isAllVerified ? 'verified' : 'provisional',
    isSample: row.sampleHeld > 0,
    isComparable: true,
    seriesId: null,
    source: null,
    periodLabel: null,
    cutOff: null,
    confidence: null,
    note: null,
  };
}

/** Numerator ÷ denominator × factor; missing when either is. */
export function ratioFigure(
  indicator: IndicatorRow,
  numerator: Figure | null,
  denominator: Figure | null,
): Figure | null {
  if (!numerator || !denominator || numerator.value === null || !denominator.value) return null;
  const basis: FigureBasis =
    numerator.basis === 'verified' && denominator.basis === 'verified' ? 'verified' : 'provisional';
  const value = (numerator.value / denominator.value) * (indicator.factor ?? 1);
  return {
    indicatorId: indicator.id,
    areaId: numerator.areaId,
    month: numerator.month,
    // Twelve digits: more than is shown, and free of the noise of binary division.
    value: Number(value.toPrecision(12)),
    held: Math.min(numerator.held, denominator.held),
    expected: Math.max(numerator.expected, denominator.expected),
    basis,
    isSample: numerator.isSample || denominator.isSample,
    isComparable: numerator.held === denominator.held,
    seriesId: null,
    source: null,
    periodLabel: null,
    cutOff: null,
    confidence: null,
    note: null,
  };
}

export function publishedFigure(row: PublishedRow, indicator: IndicatorRow): Figure {
  return {
    indicatorId: row.indicatorId,
    areaId: row.areaId,
    month: row.month,
    value: row.value === null ? null : fromScaled(row.value, indicator.decimals),
    seriesId: row.seriesId,
    held: row.value === null ? 0 : 1,
    expected: 1,
    basis: 'published',
    isSample: row.isSample === 1,
    isComparable: true,
    source: row.source,
    periodLabel: row.periodLabel,
    cutOff: row.cutOff,
    confidence: row.confidence,
    note: row.note,
  };
}

export function targetPoint(row: TargetRow, indicator: IndicatorRow) {
  const real = (value: number | null) => (value === null ? null : fromScaled(value, indicator.decimals));
  return {
    indicatorId: row.indicatorId,
    areaId: row.areaId,
    month: row.month,
    kind: row.kind,
    value: fromScaled(row.value, indicator.decimals),
    low: real(row.low),
    high: real(row.high),
    legalBasis: row.legalBasis,
    source: row.source,
    confidence: row.confidence,
    isSample: row.isSample === 1,
  };
}
