import type { Insertable } from 'kysely';
import type { IndicatorTable } from '#db/schema.ts';
import type { IssueId, Stage } from '#shared/indicator.ts';

export type IndicatorRow = Insertable<IndicatorTable>;

/** What an indicator must say of itself; everything else has a usual value. */
type Given = Pick<
  IndicatorRow,
  'id' | 'nameId' | 'nameEn' | 'shortNameId' | 'shortNameEn' | 'unitId' | 'unitEn' | 'definitionId' | 'definitionEn'
> &
  Partial<IndicatorRow>;

/** Unit in both languages: what a count counts. */
export type Unit = Pick<IndicatorRow, 'unitId' | 'unitEn'>;

export const families: Unit = { unitId: 'KK', unitEn: 'families' };
export const children: Unit = { unitId: 'anak', unitEn: 'children' };
export const persons: Unit = { unitId: 'jiwa', unitEn: 'persons' };
export const percent: Unit = { unitId: 'persen', unitEn: 'per cent' };

const monthlyReport = 'Laporan bulanan OPD penanggung jawab wilayah';

/** A count that agencies report every month for each district and that can be added up. */
export function monthlyCount(issueId: IssueId, given: Given): IndicatorRow {
  return {
    issueId,
    decimals: 0,
    source: monthlyReport,
    periodicity: 'monthly',
    expectedMonths: '',
    collectLevel: 'district',
    direction: 'lower',
    measure: 'stock',
    aggregation: 'sum',
    numeratorId: null,
    denominatorId: null,
    factor: null,
    stage: null,
    isReported: 1,
    allowsNegative: 0,
    plausibleMin: 0,
    plausibleMax: 30_000,
    onTrackPermille: 900,
    attentionPermille: 700,
    sortOrder: 0,
    confidence: 'M',
    isActive: 1,
    version: 1,
    ...given,
  };
}

/** A stage of an issue's cascade: what the task force has done so far is cumulative, its list is a stock. */
export function cascadeStage(issueId: IssueId, stage: Stage, given: Given): IndicatorRow {
  const isDone = stage === 'confirmed' || stage === 'reached' || stage === 'left' || stage === 'referred';
  return monthlyCount(issueId, {
    measure: isDone ? 'cumulative' : 'stock',
    direction: isDone && stage !== 'referred' ? 'higher' : 'lower',
    stage,
    ...given,
  });
}

/**
 * A figure of official statistics. It is entered where it is published, province and regencies alike, and never added:
 * the province's own figure need not equal the sum of its parts (21.947 against 21.667 persons in 2024).
 */
export function officialFigure(issueId: IssueId, given: Given): IndicatorRow {
  return monthlyCount(issueId, {
    periodicity: 'yearly',
    expectedMonths: '12',
    collectLevel: 'regency',
    measure: 'rate',
    aggregation: 'none',
    decimals: 2,
    plausibleMax: 10_000,
    confidence: 'H',
    ...given,
  });
}

/** Numerator ÷ denominator × 100, recomputed wherever both are known; never entered and never averaged. */
export function percentRatio(issueId: IssueId, numeratorId: string, denominatorId: string, given: Given): IndicatorRow {
  return monthlyCount(issueId, {
    measure: 'rate',
    aggregation: 'ratio',
    numeratorId,
    denominatorId,
    factor: 100,
    decimals: 2,
    isReported: 0,
    plausibleMax: 10_000,
    confidence: 'H',
    ...given,
  });
}
