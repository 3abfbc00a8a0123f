import type { Kysely } from 'kysely';
import { GENESIS_HASH } from '#db/migrate.ts';
import type { Database } from '#db/schema.ts';
import { auditHash } from './audit.ts';

const PAGE = 2_000;

interface ChainLink {
  seq: number;
  hash: string;
}

/** Recomputes one slice of the chain after a link that fits. `brokenAt` is the first event that does not. */
async function checkSlice(
  db: Kysely<Database>,
  from: ChainLink,
  head: ChainLink,
  most = PAGE,
): Promise<ChainLink & { brokenAt: number | null }> {
  const rows = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('seq', '>', from.seq)
    .where('seq', '<=', head.seq)
    .orderBy('seq')
    .limit(most)
    .execute();
  let { seq, hash } = from;
  for (const row of rows) {
    const fits = row.seq === seq + 1 && row.prevHash === hash && row.hash === auditHash(row);
    if (!fits) return { seq, hash, brokenAt: seq + 1 };
    seq = row.seq;
    hash = row.hash;
  }
  if (rows.length === 0 && seq < head.seq) return { seq, hash, brokenAt: seq + 1 };
  // The end itself may have been cut off and written anew.
  return { seq, hash, brokenAt: seq === head.seq && hash !== head.hash ? seq : null };
}

function readHead(db: Kysely<Database>): Promise<ChainLink> {
  return db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
}

/**
 * Walks the audit log from its first event and recomputes every hash.
 * @returns how many events fit, and the number of the first that does not (a changed, missing or surplus one)
 */
export async function checkAuditChain(db: Kysely<Database>): Promise<{ checked: number; brokenAt: number | null }> {
  // Read first: what is appended meanwhile lies beyond it and is not judged.
  const head = await readHead(db);
  let link: ChainLink = { seq: 0, hash: GENESIS_HASH };
  while (link.seq < head.seq) {
    const { brokenAt, ...next } = await checkSlice(db, link, head);
    if (brokenAt !== null) return { checked: next.seq, brokenAt };
    link = next;
  }
  return { checked: link.seq, brokenAt: link.hash === head.hash ? null : link.seq };
}

export interface ChainProgress {
  /** The chain fits up to this event. */
  checkedTo: number;
  brokenAt: number | null;
  /** The last event of the log. */
  end: number;
  isDone: boolean;
}

/**
 * The same walk in slices, so that a server goes on serving between them.
 * @param after the event that the slice before ended with; 0 at first
 * @param most events in a slice; 2,000 take some 20 ms
 */
export async function checkAuditChainAfter(db: Kysely<Database>, after: number, most = PAGE): Promise<ChainProgress> {
  const head = await readHead(db);
  const before = after === 0 ? { hash: GENESIS_HASH } : await findHash(db, after);
  if (!before) return { checkedTo: Math.max(0, after - 1), brokenAt: after, end: head.seq, isDone: true };
  const { seq, brokenAt } = await checkSlice(db, { seq: after, hash: before.hash }, head, most);
  const checkedTo = brokenAt === null ? seq : Math.min(seq, brokenAt - 1);
  return { checkedTo, brokenAt, end: head.seq, isDone: brokenAt !== null || seq >= head.seq };
}

function findHash(db: Kysely<Database>, seq: number): Promise<{ hash: string } | undefined> {
  return db.selectFrom('audit_event').select('hash').where('seq', '=', seq).executeTakeFirst();
}
