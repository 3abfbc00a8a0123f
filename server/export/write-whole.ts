import { open } from 'node:fs/promises';

/** Writes a new file and waits until it is on disk. What a failure leaves is for the caller to remove. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w', 0o640);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
