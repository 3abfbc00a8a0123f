import { EventEmitter } from 'node:events';

const signal = new EventEmitter();

/** Tells this process that a job waits, so that nobody waits for the next look at the queue. */
export function announceQueuedJob(): void {
  signal.emit('queued');
}

/** @returns what ends the subscription */
export function onQueuedJob(listener: () => void): () => void {
  signal.on('queued', listener);
  return () => signal.off('queued', listener);
}
