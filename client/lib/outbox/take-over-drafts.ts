import { z } from 'zod';
import { trpcClient } from '#client/lib/trpc.ts';
import { entryKindSchema } from '#shared/entry-schema.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { ReportGrid } from '#shared/report.ts';
import { cellLabel } from './cell-label.ts';
import type { KeptText, OutboxItem } from './outbox-item.ts';
import type { OutboxAccess } from './outbox-snapshot.ts';

const text = z.string().nullable().optional();
const draftsSchema = z.record(
  z.string(),
  z.object({
    change: z.object({ kind: entryKindSchema, value: z.number().nullable(), note: text, source: text, reason: text }),
    baseVersion: z.number(),
    at: z.number(),
  }),
);
const textsSchema = z.record(z.string(), z.string());

/**
 * Brings what the release before the outbox kept in the browser's small storage into the outbox, and takes it away there
 * once it lies in the new place.
 */
export async function takeOver(outbox: OutboxAccess, storage: Storage, newId: () => string): Promise<void> {
  await outbox.ready;
  const place = `satgas.drafts.${outbox.userId}.`;
  const reportKeys = new Set(
    Object.keys(storage).flatMap((key) =>
      key.startsWith(place) ? [key.slice(place.length).replace(/\.texts$/, '')] : [],
    ),
  );
  for (const reportKey of reportKeys) {
    const grid = await trpcClient.report.get.query({ reportKey });
    const { userId } = outbox;
    const found = cellsOf(grid);
    const drafts = draftsSchema.safeParse(read(storage, place + reportKey)).data ?? {};
    const typed = textsSchema.safeParse(read(storage, `${place}${reportKey}.texts`)).data ?? {};
    const items = Object.entries(drafts).map(([key, { change, baseVersion, at }]): OutboxItem => {
      const cell = found.get(key) ?? strayCell(key);
      const common = { id: newId(), format: 1, userId, reportKey, typedAt: at, problem: null } as const;
      return { ...common, kind: 'save', ...cell, change, baseVersion };
    });
    const texts = Object.entries(typed).map(([key, each]): KeptText => {
      const { label } = found.get(key) ?? strayCell(key);
      return { format: 1, userId, reportKey, cell: key, label, text: each, typedAt: Date.now() };
    });
    await outbox.importItems(items, texts);
    if (outbox.isAtRisk()) continue;
    storage.removeItem(place + reportKey);
    storage.removeItem(`${place}${reportKey}.texts`);
  }
}

function cellsOf({ areas, indicators }: ReportGrid) {
  return new Map(
    areas.flatMap((area) =>
      indicators.map((indicator) => {
        const ref = { indicatorId: indicator.id, areaId: area.id };
        return [cellKey(ref), { ...ref, label: cellLabel(area, indicator) }] as const;
      }),
    ),
  );
}

/** A cell that the report no longer has: the server will say so, and the person decides. */
function strayCell(key: string) {
  const [indicatorId = '', areaId = ''] = key.split(' ');
  const words = { shortNameId: indicatorId, shortNameEn: indicatorId, unitId: '', unitEn: '' };
  return { indicatorId, areaId, label: { ...words, areaName: areaId, indicatorId, decimals: 0 } };
}

function read(storage: Storage, place: string): unknown {
  try {
    return JSON.parse(storage.getItem(place) ?? '{}');
  } catch {
    return {};
  }
}
