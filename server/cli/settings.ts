import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../config.ts';

/** The settings of production commands: the environment, and for what it leaves out a `.env` in the working folder. */
export function productionConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

/** The demo has a folder of its own, and does not read `.env`: sample data never meets a production database. */
export function demoConfig(): Config {
  const { DATA_DIR = 'data/demo', LOG_LEVEL = 'warn', ...rest } = process.env;
  return readConfig({ ...rest, DATA_DIR, LOG_LEVEL }, { isDemo: true });
}
