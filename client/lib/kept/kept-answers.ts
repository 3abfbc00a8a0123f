import { deviceStore, forgetPerson, type KeptAnswer } from '#client/lib/device-store.ts';
import { isLeaving } from '#client/lib/leave-page.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { sessionQuery } from '#client/lib/session.ts';
import { checkKept } from './answer-schema.ts';
import { buildId } from './build-id.ts';

/** Who was signed in last: the one answer that belongs to the device. */
export const sessionName = 'session.me';
const device = '';

/** Figures that nobody has looked at for so long do not lie about on a device. */
const longestMs = 60 * 24 * 60 * 60_000;

type Kept = { answer: unknown; at: number };

/** An answer kept for the person who is signed in; for the session itself, for whoever was last. */
export async function readKept(name: string): Promise<Kept | undefined> {
  const userId = ownerOf(name);
  if (userId === undefined) return undefined;
  const store = await deviceStore();
  const row = await store.get('answers', [userId, name]);
  if (!row || row.at < Date.now() - longestMs) return undefined;
  if (row.build === buildId()) return row;
  const answer = await checkKept(name, row.answer);
  return answer === undefined ? undefined : { answer, at: row.at };
}

/** What is known of a kept answer, without reading it. */
export async function keptFrom(name: string): Promise<KeptAnswer | undefined> {
  const userId = ownerOf(name);
  return userId === undefined ? undefined : (await deviceStore()).get('answers', [userId, name]);
}

/**
 * Keeps an answer for the person who was signed in when it was asked for (`ownerOf`). Not when the device is no longer this person's: another tab may have signed out meanwhile, or another
 * person in. A new person, or nobody, in the session takes everybody else's answers away; what waits to be sent stays.
 */
export async function keep({ userId, key, answer, at }: Omit<KeptAnswer, 'build'>): Promise<void> {
  if (isLeaving()) return;
  const store = await deviceStore();
  const trx = store.transaction('answers', 'readwrite');
  if (key === sessionName) {
    const present = userOf(answer);
    for (const known of await trx.store.getAllKeys()) {
      if (known[0] !== device && known[0] !== present) await trx.store.delete(known);
    }
  } else {
    const session = await trx.store.get([device, sessionName]);
    if (userOf(session?.answer) !== userId) {
      await trx.done;
      return;
    }
  }
  await trx.store.put({ userId, key, build: buildId(), answer, at });
  await trx.done;
}

/** Takes a person and all that is theirs off the device. */
export async function forgetAll(userId: string): Promise<void> {
  const store = await deviceStore();
  await store.delete('answers', [device, sessionName]);
  await forgetPerson(userId);
}

/** Whose an answer is; undefined where nobody is signed in, and nothing is kept. */
export function ownerOf(name: string): string | undefined {
  return name === sessionName ? device : queryClient.getQueryData(sessionQuery().queryKey)?.user?.id;
}

function userOf(session: unknown): string | undefined {
  if (typeof session !== 'object' || session === null || !('user' in session)) return undefined;
  const { user } = session;
  if (typeof user !== 'object' || user === null || !('id' in user)) return undefined;
  return typeof user.id === 'string' ? user.id : undefined;
}
