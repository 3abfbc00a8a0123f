import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { twoFactor, username } from 'better-auth/plugins';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '#shared/password.ts';
import { isUsername } from '#shared/user.ts';
import { consumeAttempt } from './attempt-limit.service.ts';
import { createAuditedAdapter } from './audited-adapter.ts';
import { authHandler } from './auth-handler.ts';
import { createFindActor } from './find-actor.ts';
import { hashPassword, verifyPassword } from './password.service.ts';
import { type SessionCookie, type SessionKey, writeSessionCookie } from './session-cookie.ts';
import { createSignInGuards } from './sign-in-guards.ts';

const DAY_SECONDS = 24 * 3600;
const COOKIE_PREFIX = 'satgas';

export interface AuthDeps {
  database: DatabaseHandle;
  config: Config;
  /** At least 32 random characters; see `readAuthSecret`. */
  secret: string;
  logger?: Logger;
}

export interface Auth {
  /** Answers everything below /api/auth. Mount it before any body parser. */
  handler: (request: Request, response: Response) => Promise<void>;
  /** The person a request's session cookie stands for. */
  findActor: (headers: Request['headers']) => Promise<Actor | null>;
  /** Gives the browser that asks a session's new token. */
  setSessionCookie: (
    request: Pick<Request, 'headers'>,
    response: Pick<Response, 'cookie'>,
    session: SessionKey,
  ) => void;
}

/** Sign-in: passwords, the second factor, sessions. People come by invitation only, so nobody can sign up. */
export async function createAuth({ database, config, secret, logger }: AuthDeps): Promise<Auth> {
  const guards = createSignInGuards(database);
  const isSecure = config.publicUrl.startsWith('https:');
  const options = {
    appName: 'Satgas 4+1',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    // The page's own address, whatever name the machine was reached by: what CSRF protection needs to know.
    trustedOrigins: (request) => ownOrigins(request),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        agencyId: { type: 'string', required: false, input: false },
        locale: { type: 'string', required: true, input: false },
        isDisabled: { type: 'boolean', required: true, input: false },
        isSample: { type: 'boolean', required: true, input: false },
        phone: { type: 'string', required: false, input: false, returned: false },
      },
    },
    session: { expiresIn: 7 * DAY_SECONDS, disableSessionRefresh: true },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 30,
        usernameValidator: (text) => isUsername(text.toLowerCase()),
      }),
      twoFactor({ issuer: 'Satgas 4+1' }),
    ],
    databaseHooks: { session: { create: { before: guards.refuseDisabled } } },
    hooks: { before: guards.before, after: guards.after },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customStorage: { consume: (key, rule) => consumeAttempt(database, key, rule) },
      window: 60,
      max: 60,
      customRules: {
        // By address: an office of fifty people behind one address signs in at eight o'clock.
        '/sign-in/*': { window: 60, max: 40 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      // Set by our handler from the socket or the trusted proxy; what the client sends under this name is overwritten.
      ipAddress: { ipAddressHeaders: ['x-real-ip'] },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: () => uuid() },
    },
    logger: { level: 'error', log: (_level, message) => logger?.error({ message }, 'sign-in library') },
    // Refusals are everyday; what is not a refusal is a fault.
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error)) logger?.error({ err: error }, 'sign-in failed');
      },
    },
  } satisfies BetterAuthOptions;

  const adapter = await createAuditedAdapter(database, options);
  const library = betterAuth({ ...options, database: () => adapter });
  const { sessionToken, dontRememberToken } = (await library.$context).authCookies;
  const cookie: SessionCookie = { name: sessionToken.name, forgetName: dontRememberToken.name, secret, isSecure };
  return {
    handler: authHandler(library.handler),
    findActor: createFindActor(database, cookie),
    setSessionCookie: (request, response, session) => writeSessionCookie(request, response, cookie, session),
  };
}

type LibraryRequest = { headers: Headers } | undefined;

function ownOrigins(request: LibraryRequest): string[] {
  const host = request?.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}
