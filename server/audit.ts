import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { preparedQuery } from '#db/prepared-query.ts';
import { renewReferenceVersion } from '#db/reference-version.ts';
import type { AuditEventTable, AuditHeadTable, Database } from '#db/schema.ts';
import type { AuditEvent } from '#shared/audit-event.ts';

const findHead = preparedQuery<Record<string, never>, AuditHeadTable>((db) =>
  db.selectFrom('audit_head').selectAll().where('id', '=', 1),
);

const insertEvent = preparedQuery<AuditEventRow, never>((db, p) =>
  db
    .insertInto('audit_event')
    .values({
      seq: p.seq,
      at: p.at,
      actorId: p.actorId,
      event: p.event,
      subjectType: p.subjectType,
      subjectId: p.subjectId,
      data: p.data,
      prevHash: p.prevHash,
      hash: p.hash,
    })
    .$castTo<never>(),
);

const updateHead = preparedQuery<{ seq: number; hash: string; dataVersion: number; updatedAt: string }, never>(
  (db, p) =>
    db
      .updateTable('audit_head')
      .set({ seq: p.seq, hash: p.hash, dataVersion: p.dataVersion, updatedAt: p.updatedAt })
      .where('id', '=', 1)
      .$castTo<never>(),
);

type AuditEventRow = Pick<
  AuditEventTable,
  'seq' | 'at' | 'actorId' | 'event' | 'subjectType' | 'subjectId' | 'data' | 'prevHash' | 'hash'
>;

/** Events after which kept reference data is out of date, by the noun they begin with. */
const referenceNouns = new Set([
  'agency',
  'area',
  'assignment',
  'data',
  'deadline',
  'indicator',
  'issue',
  'setting',
  'target',
]);

/** SHA-256 over the row and the hash before it, in hexadecimal. */
export function auditHash(row: Omit<AuditEventRow, 'hash'>): string {
  return createHash('sha256')
    .update(
      JSON.stringify([row.prevHash, row.seq, row.at, row.actorId, row.event, row.subjectType, row.subjectId, row.data]),
    )
    .digest('hex');
}

/**
 * Appends to the audit chain; every write calls it in its own transaction.
 * @param changesFigures false for what no dashboard shows (a sign-in), so that kept answers stay valid
 * @returns the data version that this transaction makes
 */
export async function recordAudit(
  trx: Transaction<Database>,
  actorId: string | null,
  events: readonly AuditEvent[],
  options: { changesFigures?: boolean; at?: string } = {},
): Promise<number> {
  const [head] = await findHead(trx, {});
  if (!head) throw new Error('The audit chain has no head: the database is not migrated.');
  const at = options.at ?? new Date().toISOString();
  let { seq, hash } = head;
  for (const event of events) {
    const row = {
      seq: seq + 1,
      at,
      actorId,
      event: event.event,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      data: JSON.stringify(event.data),
      prevHash: hash,
    };
    hash = auditHash(row);
    seq = row.seq;
    await insertEvent(trx, { ...row, hash });
  }
  if (events.some(({ event }) => referenceNouns.has(event.split('.', 1)[0] ?? ''))) await renewReferenceVersion(trx);
  const dataVersion = head.dataVersion + (options.changesFigures === false ? 0 : 1);
  await updateHead(trx, { seq, hash, dataVersion, updatedAt: at });
  return dataVersion;
}
