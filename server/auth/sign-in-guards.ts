import { createHash } from 'node:crypto';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { DatabaseHandle } from '#db/connection.ts';
import { type AttemptRule, consumeAttempt, forgetAttempts } from './attempt-limit.service.ts';

/** Per account, from wherever the attempts come; the same for accounts that do not exist, so that it tells nothing. */
const accountRule: AttemptRule = { window: 300, max: 8 };

/** Our conditions on top of the library's. */
export function createSignInGuards(database: DatabaseHandle) {
  return {
    before: createAuthMiddleware(async (ctx) => {
      // A trusted device would skip the second factor for a month; nobody here is offered that.
      if (ctx.path.startsWith('/two-factor/') && ctx.body?.trustDevice) throw new APIError('BAD_REQUEST');
      if (!ctx.path.startsWith('/sign-in/')) return;
      const { allowed, retryAfter } = await consumeAttempt(database, accountKey(ctx), accountRule);
      if (!allowed) throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_REQUESTS', retryAfter });
    }),

    after: createAuthMiddleware(async (ctx) => {
      if (ctx.path.startsWith('/sign-in/') && ctx.context.newSession) {
        await forgetAttempts(database, accountKey(ctx));
      }
    }),

    /** The last step of every way in; the password was right, so saying so betrays nothing. */
    refuseDisabled: async (session: { userId: string }): Promise<void> => {
      const user = await database.db
        .selectFrom('user')
        .select('isDisabled')
        .where('id', '=', session.userId)
        .executeTakeFirst();
      if (user?.isDisabled !== 0) throw new APIError('FORBIDDEN', { code: 'USER_DISABLED' });
    },
  };
}

/** Kept as a hash: what people mistype into the name field is sometimes their password. */
function accountKey({ path, body }: { path: string; body: unknown }): string {
  const name = nameIn(body, path === '/sign-in/email' ? 'email' : 'username')
    .trim()
    .toLowerCase();
  return `account|${createHash('sha256').update(name).digest('base64url')}`;
}

/** Only the field that this way in looks at: with any other, each attempt could count for another account. */
function nameIn(body: unknown, field: 'email' | 'username'): string {
  if (typeof body !== 'object' || body === null || !(field in body)) return '';
  const name: unknown = Object.getOwnPropertyDescriptor(body, field)?.value;
  return typeof name === 'string' ? name : '';
}
