import { createHash, randomBytes } from 'node:crypto';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { DatabaseHandle } from '#db/connection.ts';
import { type AttemptRule, consumeAttempt, forgetAttempts } from './attempt-limit.service.ts';

/** Per name that is typed and per account behind it, from wherever the attempts come. */
const rule: AttemptRule = { window: 300, max: 8 };

type NameField = 'email' | 'username';

interface SignIn {
  field: NameField;
  /** As it is stored: without spaces around it, in small letters. */
  name: string;
  body: object;
}

/** Our conditions on top of the library's. */
export function createSignInGuards(database: DatabaseHandle) {
  const accountId = async ({ field, name }: SignIn): Promise<string | undefined> => {
    const user = await database.db.selectFrom('user').select('id').where(field, '=', name).executeTakeFirst();
    return user?.id;
  };

  return {
    /**
     * Two counts, each the same for accounts that do not exist. The one of the typed name says how long to wait. The one
     * of the account, which its address and its username share, says nothing: an answer of its own would tell a stranger
     * that the two belong to one account. While it is used up every password is a wrong one.
     */
    before: createAuthMiddleware(async (ctx) => {
      // A trusted device would skip the second factor for a month; nobody here is offered that.
      if (ctx.path.startsWith('/two-factor/') && ctx.body?.trustDevice) throw new APIError('BAD_REQUEST');
      const signIn = signInOf(ctx);
      if (!signIn) return;
      const { allowed, retryAfter } = await consumeAttempt(database, nameKey(signIn.field, signIn.name), rule);
      if (!allowed) throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_REQUESTS', retryAfter });
      const ofAccount = await consumeAttempt(database, accountKey(await accountId(signIn), signIn), rule);
      return ofAccount.allowed ? undefined : { context: { body: withWrongPassword(signIn.body) } };
    }),

    after: createAuthMiddleware(async (ctx) => {
      const signIn = signInOf(ctx);
      if (!signIn || !ctx.context.newSession) return;
      const { id, email } = ctx.context.newSession.user;
      const user = await database.db.selectFrom('user').select('username').where('id', '=', id).executeTakeFirst();
      await forgetAttempts(database, [
        accountKey(id, signIn),
        nameKey('email', email),
        ...(user?.username ? [nameKey('username', user.username)] : []),
      ]);
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

/** Only the field that this way in looks at: with any other, each attempt could count for another account. */
function signInOf({ path, body }: { path: string; body: unknown }): SignIn | undefined {
  if (!path.startsWith('/sign-in/')) return undefined;
  const field: NameField = path === '/sign-in/email' ? 'email' : 'username';
  const fields = typeof body === 'object' && body !== null ? body : {};
  const typed: unknown = Object.getOwnPropertyDescriptor(fields, field)?.value;
  return { field, name: typeof typed === 'string' ? typed.trim().toLowerCase() : '', body: fields };
}

/** Kept as a hash: what people mistype into the name field is sometimes their password. */
function nameKey(field: NameField, name: string): string {
  return `sign-in|${field}|${createHash('sha256').update(name).digest('base64url')}`;
}

function accountKey(id: string | undefined, { field, name }: SignIn): string {
  return id === undefined ? `account|none|${nameKey(field, name)}` : `account|${id}`;
}

/** As long as the typed one, so that the library's own checks, answer and time stay what they are for a wrong password. */
function withWrongPassword(body: object): object {
  const typed: unknown = Object.getOwnPropertyDescriptor(body, 'password')?.value;
  if (typeof typed !== 'string') return body;
  return { ...body, password: randomBytes(typed.length).toString('hex').slice(0, typed.length) };
}
