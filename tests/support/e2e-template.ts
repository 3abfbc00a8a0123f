import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from './e2e-server.ts';

/** Loads the sample data once; every worker's server starts on a copy of it. */
export default async function makeTemplate(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'satgas-e2e-'));
  const server = await startDemo(join(folder, 'template'));
  await server.stop();
  process.env.SATGAS_E2E_TEMPLATE = join(folder, 'template');
  return () => rmSync(folder, { recursive: true, force: true });
}
