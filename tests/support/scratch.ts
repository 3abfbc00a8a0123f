import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY_DISK = '/dev/shm';
const ENOUGH_BYTES = 2_000_000_000;

function scratchRoot(): string {
  if (!existsSync(MEMORY_DISK)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY_DISK);
  return bavail * bsize > ENOUGH_BYTES ? MEMORY_DISK : tmpdir();
}

/** A new folder for throw-away databases: in memory where there is room, so that tests do not wait for a disk. */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(scratchRoot(), `satgas-${name}-`));
}
