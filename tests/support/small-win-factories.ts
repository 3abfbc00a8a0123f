import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { SaveSmallWinInput, SmallWinState } from '#shared/small-win.ts';

export function makeSmallWinInput(overrides: Partial<SaveSmallWinInput> = {}): SaveSmallWinInput {
  return {
    id: null,
    version: null,
    title: 'Enam anak kembali bersekolah',
    story: 'Setelah tiga kali kunjungan rumah, enam anak di Kalukku kembali ke sekolah dasar.',
    date: '2023-08-20',
    issueId: 'ATS',
    areaIds: ['76.02'],
    news: 'good',
    claim: null,
    ...overrides,
  };
}

/** A record in any state, written straight into the table. */
export async function insertSmallWin(
  database: DatabaseHandle,
  overrides: {
    state: SmallWinState;
    agencyId?: string | null;
    createdById?: string | null;
    issueId?: 'KE' | 'ST' | 'ATS' | 'PA' | 'INF';
    areaIds?: string[];
    title?: string;
    date?: string;
    news?: 'good' | 'bad';
    indicatorId?: string;
    areaId?: string;
    month?: string;
    /** Scaled. */
    claimedValue?: number;
  },
): Promise<string> {
  const id = uuid();
  const now = new Date().toISOString();
  const { areaIds = ['76.02'], ...columns } = overrides;
  await database.transaction(async (trx) => {
    await trx
      .insertInto('small_win')
      .values({
        id,
        issueId: 'ST',
        title: `Catatan ${id}`,
        story: 'Cerita yang cukup panjang untuk diajukan dan dibaca.',
        date: '2023-08-20',
        news: 'good',
        indicatorId: null,
        areaId: null,
        month: null,
        claimedValue: null,
        agencyId: null,
        returnReason: null,
        createdById: null,
        submittedAt: null,
        verifiedById: null,
        verifiedAt: null,
        publishedById: null,
        publishedAt: columns.state === 'published' ? now : null,
        isSample: 0,
        version: 1,
        createdAt: now,
        updatedAt: now,
        ...columns,
      })
      .execute();
    await trx
      .insertInto('small_win_area')
      .values(areaIds.map((areaId) => ({ smallWinId: id, areaId })))
      .execute();
  });
  return id;
}
