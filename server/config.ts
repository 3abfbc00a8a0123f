import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');

/** Every setting, from the environment; `.env.example` documents them. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4100),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.string().min(1).optional(),
  PUBLIC_URL: z.url().optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  TRUST_PROXY: flag.default(false),
  PROVINCE_CODE: z
    .string()
    .regex(/^\d{2}$/)
    .default('76'),
  TIME_ZONE: z.string().min(1).default('Asia/Makassar'),
  TIME_ZONE_LABEL: z.string().min(1).default('WITA'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).optional(),
});

export interface Config {
  mode: 'production' | 'development' | 'test';
  host: string;
  port: number;
  dataDir: string;
  /** A PostgreSQL connection string, or the path of the SQLite file. */
  databaseUrl: string;
  /** The address people use, without a trailing slash; links in mails and invitations start with it. */
  publicUrl: string;
  /** Signs session cookies. Undefined: a random one is kept in the data folder. */
  authSecret: string | undefined;
  /** Whether X-Forwarded-For from a reverse proxy is believed. */
  trustProxy: boolean;
  provinceCode: string;
  timeZone: string;
  timeZoneLabel: string;
  logLevel: string;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  /** Sample data and demo accounts: only `satgas demo` runs so, no setting does. */
  isDemo: boolean;
}

/** A setting has a value that cannot be used; the message names it. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the settings once at start-up.
 * @throws ConfigError with one sentence that names the setting
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  { isDemo = false }: { isDemo?: boolean } = {},
): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'invalid'}`);
  }
  const env = parsed.data;
  assertTimeZone(env.TIME_ZONE);
  const dataDir = resolve(env.DATA_DIR);
  return {
    mode: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    dataDir,
    databaseUrl: env.DATABASE_URL ?? resolve(dataDir, 'satgas.sqlite'),
    publicUrl: (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, ''),
    authSecret: env.AUTH_SECRET,
    trustProxy: env.TRUST_PROXY,
    provinceCode: env.PROVINCE_CODE,
    timeZone: env.TIME_ZONE,
    timeZoneLabel: env.TIME_ZONE_LABEL,
    logLevel: env.LOG_LEVEL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    isDemo,
  };
}

function assertTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new ConfigError(`TIME_ZONE: '${timeZone}' is not a time zone, e.g. Asia/Makassar`);
  }
}
