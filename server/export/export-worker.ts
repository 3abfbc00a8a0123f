import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { buildFile } from './build-file.ts';
import type { WorkerMessage, WorkerOrder } from './worker-order.ts';
import { writeWhole } from './write-whole.ts';

/** The thread that makes one file and ends. It sees the edition and a path to write to, never the database. */
const order = workerData as WorkerOrder;

/** Of the work, what remains when the bytes are made: writing them. */
const BUILT = 0.97;

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

/** On Linux a priority is a thread's own: requests go first where processors are few. Elsewhere it is the process's. */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here: then both take turns.
  }
}

giveWay();
try {
  const bytes = await buildFile(order, (value) => post({ type: 'progress', value: value * BUILT }));
  await writeWhole(order.target, bytes);
  post({ type: 'done', byteSize: bytes.byteLength });
} catch (error) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  post({ type: 'failed', code, message });
}
