import type { DatabaseHandle } from '#db/connection.ts';
import type { Clock } from '#server/report/report.service.ts';
import type { DryRunInput, DryRunOutput } from '#shared/history-import.ts';
import { assess } from './assess.ts';

export { applyImport, figuresDigest } from './apply-import.ts';
export { importContext } from './import-context.ts';
export { getImport, listImports } from './import-list.ts';

/** What an import would do, row by row and report by report; nothing is written. */
export async function dryRun(handle: DatabaseHandle, input: DryRunInput, clock: Clock): Promise<DryRunOutput> {
  const { fingerprint, counts, reports, rows } = await assess(handle, handle.db, input, clock);
  return { fingerprint, counts, reports, rows };
}
