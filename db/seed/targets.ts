import type { Insertable } from 'kysely';
import type { TargetTable } from '#db/schema.ts';
import { confidenceSchema } from '#shared/indicator.ts';
import { optional, readReference, required, scaledDecimal } from './csv.ts';
import { decimalsOf } from './indicators/index.ts';

type TargetRow = Insertable<TargetTable>;

/** Targets and baselines of a place, with their legal basis. */
export function readTargets(place: string, createdAt: string): TargetRow[] {
  return readReference(place, 'target').map((row): TargetRow => {
    const [indicatorId, areaId, month] = [
      required(row, 'indicator_id'),
      required(row, 'area_id'),
      required(row, 'month'),
    ];
    const scaled = (column: string) => scaledDecimal(row[column] ?? '', decimalsOf(indicatorId));
    const value = scaled('value');
    if (value === null) throw new RangeError(`the target of ${indicatorId} for ${month} has no value`);
    return {
      id: `target-${indicatorId}-${areaId}-${month}`,
      indicatorId,
      areaId,
      month,
      kind: required(row, 'kind') === 'baseline' ? 'baseline' : 'target',
      value,
      low: scaled('low'),
      high: scaled('high'),
      legalBasis: optional(row, 'legal_basis'),
      source: optional(row, 'source'),
      confidence: row.confidence ? confidenceSchema.parse(row.confidence) : null,
      isSample: 0,
      version: 1,
      createdAt,
      updatedAt: createdAt,
    };
  });
}
