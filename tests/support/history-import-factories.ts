import { randomUUID } from 'node:crypto';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Actor } from '#server/context.ts';
import { applyImport, dryRun } from '#server/history-import/history-import.service.ts';
import type { Clock } from '#server/report/report.service.ts';
import type { DryRunInput, ImportRow } from '#shared/history-import.ts';
import { clock, polewali } from './report-factories.ts';

/** A figure of stunting in Polewali, March 2025. */
export function importRow(overrides: Partial<ImportRow> = {}): ImportRow {
  return {
    row: 2,
    month: '2025-03',
    areaId: polewali,
    indicatorId: 'ST_SASARAN',
    kind: 'number',
    value: 612,
    note: null,
    source: null,
    agencyId: null,
    ...overrides,
  };
}

export function importInput(rows: readonly ImportRow[], overrides: Partial<DryRunInput> = {}): DryRunInput {
  return { fileName: 'riwayat-2025.xlsx', reason: null, rows: [...rows], ...overrides };
}

/** Dry run and apply, as the page does them. */
export async function importAll(database: DatabaseHandle, actor: Actor, input: DryRunInput, at: Clock = clock) {
  const preview = await dryRun(database, input, at);
  const importId = randomUUID();
  const done = await applyImport(database, actor, { ...input, importId, fingerprint: preview.fingerprint }, at);
  return { preview, importId, ...done };
}
