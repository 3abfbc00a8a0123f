import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { Config } from './config.ts';

/** Structured lines on standard output; what could name a person or open a session is never written. */
export function createLogger(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.token', '*.cookie', '*.email', 'headers', ...errorDetails], remove: true },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** PostgreSQL repeats the values of the row that it refuses. */
const errorDetails = ['err.detail', 'err.where', 'err.cause.detail', 'err.cause.where'];
