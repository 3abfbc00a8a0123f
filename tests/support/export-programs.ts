import type { WorkerProgram } from '#server/export/worker-thread.ts';

/** A thread's program, given as its text, with what each of them needs. */
function program(source: string): WorkerProgram {
  const prelude = `
    import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
    import { parentPort, threadId, workerData } from 'node:worker_threads';
    const post = (message) => parentPort.postMessage(message);
    const finish = (text) => {
      writeFileSync(workerData.target, text);
      post({ type: 'done', byteSize: Buffer.byteLength(text) });
    };
  `;
  return { url: new URL(`data:text/javascript,${encodeURIComponent(prelude + source)}`) };
}

/** Makes a file that says in which thread it was made, and notes in `log` that it did. */
export function quickProgram(log = '/dev/null'): WorkerProgram {
  return program(`
    appendFileSync(${JSON.stringify(log)}, workerData.kind + workerData.locale + '\\n');
    finish('thread ' + threadId);
  `);
}

/** Half done, its thread is kept busy without a pause until a file appears at `gate`. */
export function heldProgram(gate: string): WorkerProgram {
  return program(`
    writeFileSync(workerData.target, 'half');
    post({ type: 'progress', value: 0.5 });
    while (!existsSync(${JSON.stringify(gate)})) {
      const until = Date.now() + 20;
      while (Date.now() < until) Math.sqrt(until);
    }
    finish('thread ' + threadId);
  `);
}

/** Writes half a file and fails as a full disk does. */
export const fullDiskProgram = program(`
  writeFileSync(workerData.target, 'half');
  post({ type: 'failed', code: 'ENOSPC', message: 'no space left on device' });
`);

/** Writes half a file and takes more memory than a thread may have. */
export const hungryProgram = program(`
  writeFileSync(workerData.target, 'half');
  const held = [];
  for (;;) held.push(new Array(1_000_000).fill(held.length + 0.5));
`);

/** Writes half a file and is gone. */
export const dyingProgram = program(`
  writeFileSync(workerData.target, 'half');
  process.exit(3);
`);
