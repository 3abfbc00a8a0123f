import type { Kysely } from 'kysely';
import { GENESIS_HASH } from '#db/migrate.ts';
import type { Database } from '#db/schema.ts';
import { auditHash } from './audit.ts';

const PAGE = 2_000;

/**
 * Walks the audit log from its first event and recomputes every hash.
 * @returns how many events fit, and the number of the first that does not (a changed, missing or surplus one)
 */
export async function checkAuditChain(db: Kysely<Database>): Promise<{ checked: number; brokenAt: number | null }> {
  // Read first: what is appended meanwhile lies beyond it and is not judged.
  const head = await db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
  let seq = 0;
  let hash = GENESIS_HASH;
  while (seq < head.seq) {
    const rows = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('seq', '>', seq)
      .where('seq', '<=', head.seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const fits = row.seq === seq + 1 && row.prevHash === hash && row.hash === auditHash(row);
      if (!fits) return { checked: seq, brokenAt: seq + 1 };
      seq = row.seq;
      hash = row.hash;
    }
    if (rows.length === 0) return { checked: seq, brokenAt: seq + 1 };
  }
  return { checked: seq, brokenAt: hash === head.hash ? null : seq };
}
