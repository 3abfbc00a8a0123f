import type { RunningServer } from '../index.ts';

/** Keeps serving until SIGTERM or SIGINT; a second signal ends the process at once. */
export async function runUntilStopped(server: RunningServer): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
  await server.stop();
}
