import { EventEmitter } from 'node:events';

const signal = new EventEmitter();

/** Tells this process that a mail waits which should leave at once. Called after its transaction. */
export function announceMail(): void {
  signal.emit('waiting');
}

/** @returns what ends the subscription */
export function onWaitingMail(listener: () => void): () => void {
  signal.on('waiting', listener);
  return () => signal.off('waiting', listener);
}
