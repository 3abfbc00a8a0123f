import { print } from './command.ts';

/** Work that takes longer than this is worth a line. */
const NOTICEABLE_MS = 300;

/** Says what took noticeable time, so that a first start is not silent and a later one is. */
export async function timed<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const announce = setTimeout(() => print(`… ${title}`), NOTICEABLE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(announce);
    const elapsed = Date.now() - start;
    if (elapsed >= NOTICEABLE_MS) print(`✓ ${title} (${(elapsed / 1000).toFixed(1)} s)`);
  }
}
