import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Structured lines on standard output; what could name a person or open a session is never written. */
export function createLogger(config: Pick<Config, 'logLevel'>): Logger {
  return pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.token', '*.cookie', '*.email', 'headers'], remove: true },
  });
}
