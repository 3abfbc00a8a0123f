import type { Insertable } from 'kysely';
import type { SmallWinAreaTable, SmallWinTable } from '#db/schema.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import { optional, readReference, required, scaledDecimal } from './csv.ts';
import { decimalsOf } from './indicators/index.ts';

type SmallWinRow = Insertable<SmallWinTable>;

/** Small wins that the sources tell, published with their source in the story. */
export function publishedSmallWins(
  place: string,
  createdAt: string,
): { wins: SmallWinRow[]; areas: Insertable<SmallWinAreaTable>[] } {
  const rows = readReference(place, 'small_win');
  const wins = rows.map((row): SmallWinRow => {
    const indicatorId = optional(row, 'indicator_id');
    return {
      id: required(row, 'id'),
      issueId: issueIdSchema.parse(row.issue_id),
      title: required(row, 'title'),
      story: required(row, 'story'),
      date: required(row, 'date'),
      news: row.news === 'bad' ? 'bad' : 'good',
      state: 'published',
      indicatorId,
      areaId: optional(row, 'area_id'),
      month: optional(row, 'month'),
      claimedValue: indicatorId ? scaledDecimal(row.claimed_value ?? '', decimalsOf(indicatorId)) : null,
      agencyId: optional(row, 'agency_id'),
      returnReason: null,
      createdById: null,
      submittedAt: null,
      verifiedById: null,
      verifiedAt: null,
      publishedById: null,
      publishedAt: `${required(row, 'date')}T00:00:00.000Z`,
      isSample: 0,
      version: 1,
      createdAt,
      updatedAt: createdAt,
    };
  });
  const areas = rows.map((row) => ({ smallWinId: required(row, 'id'), areaId: required(row, 'area_id') }));
  return { wins, areas };
}
