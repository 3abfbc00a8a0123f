import { Worker } from 'node:worker_threads';
import { ExportFailedError } from './export-failure.ts';
import type { WorkerMessage, WorkerOrder } from './worker-order.ts';

export interface WorkerProgram {
  url: URL;
}

/** Beside this file: as it was built, or from its source when the application runs from its sources. */
export const exportWorker: WorkerProgram = {
  url: new URL(import.meta.url.endsWith('.ts') ? './source-worker.mjs' : './export-worker.js', import.meta.url),
};

/** A deck of sixty slides with pictures stays far below. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32, stackSizeMb: 8 };

export interface ThreadOptions {
  program: WorkerProgram;
  timeoutMs: number;
  onProgress: (value: number) => void;
  /** Ends the thread at once; what it wrote so far is for the caller to remove. */
  signal: AbortSignal;
}

/**
 * Makes a file in a thread of its own, so that this one stays free for requests.
 * @returns size of the file, which is whole and on disk at `order.target`
 * @throws ExportFailedError TOO_LARGE (memory, time), INTERRUPTED (by the signal), or what the thread says
 */
export function makeInThread(
  order: WorkerOrder,
  { program, timeoutMs, onProgress, signal }: ThreadOptions,
): Promise<{ byteSize: number }> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new ExportFailedError('INTERRUPTED', 'stopped before it began'));
      return;
    }
    let outcome: { byteSize: number } | Error | undefined;
    const worker = new Worker(program.url, {
      workerData: order,
      // Not the flags of this process: the thread has limits of its own.
      execArgv: [],
      resourceLimits,
      name: 'export',
    });
    const end = (reason: Error) => {
      outcome ??= reason;
      void worker.terminate();
    };
    const onAbort = () => end(new ExportFailedError('INTERRUPTED', 'stopped'));
    const timer = setTimeout(
      () => end(new ExportFailedError('TOO_LARGE', `not ready after ${timeoutMs} ms`)),
      timeoutMs,
    );
    signal.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') onProgress(message.value);
      else if (message.type === 'done') outcome ??= { byteSize: message.byteSize };
      else outcome ??= Object.assign(new Error(message.message), { code: message.code });
    });
    worker.on('error', (error) => {
      outcome ??= error;
    });
    // Only now does the thread write nothing more.
    worker.on('exit', (code) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (outcome === undefined) reject(new ExportFailedError('INTERNAL', `the thread ended with ${code}`));
      else if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    });
  });
}
