import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { IndicatorRow } from '#server/figure/figure.service.ts';
import type { EntryKind } from '#shared/entry.ts';
import type { OriginCell } from '#shared/origin.ts';
import { fromScaled } from '#shared/scale.ts';
import {
  type CellKey,
  type CellRow,
  findCell,
  listComments,
  listPeople,
  listRestatements,
  listRevisions,
} from './origin.queries.ts';

/** Who filled a cell in, who passed it and everything that happened to it; null where there is no cell. */
export async function cellOrigin(
  db: Kysely<Database>,
  indicator: IndicatorRow,
  key: CellKey,
  isStaff: boolean,
): Promise<OriginCell | null> {
  const [cell] = await findCell(db, key);
  if (!cell) return null;
  return isStaff ? wholeCell(db, indicator, cell) : publicCell(db, indicator, cell);
}

const realValue = (indicator: IndicatorRow) => (kind: EntryKind, value: number | null) => ({
  kind,
  value: value === null ? null : fromScaled(value, indicator.decimals),
});

function commonParts(indicator: IndicatorRow, cell: CellRow) {
  const real = realValue(indicator);
  return {
    areaId: cell.areaId,
    verified: cell.verifiedKind === null ? null : real(cell.verifiedKind, cell.verifiedValue),
    agency: { id: cell.agencyId, abbr: cell.agencyAbbr, name: cell.agencyName },
    cutOff: { label: cell.cutOffLabel, date: cell.cutOffDate },
    source: cell.source,
    isSample: cell.isSample === 1,
  };
}

async function wholeCell(db: Kysely<Database>, indicator: IndicatorRow, cell: CellRow): Promise<OriginCell> {
  const [revisions, comments, restatements] = await Promise.all([
    listRevisions(db, cell),
    listComments(db, cell),
    listRestatements(db, cell),
  ]);
  const actors = [...revisions, ...comments, ...restatements].flatMap((row) => row.actorId ?? []);
  const ids = new Set([...actors, ...[cell.enteredById, cell.verifiedById].flatMap((id) => id ?? [])]);
  const people = await listPeople(db, [...ids]);
  const by = (id: string | null, at: string) => ({ name: id === null ? null : (people.get(id) ?? null), at });
  const real = realValue(indicator);
  return {
    ...commonParts(indicator, cell),
    current: { ...real(cell.kind, cell.value), status: cell.status, version: cell.version },
    entered: by(cell.enteredById, cell.enteredAt),
    verifiedBy: cell.verifiedAt === null ? null : by(cell.verifiedById, cell.verifiedAt),
    note: cell.note,
    reason: cell.reason,
    revisions: revisions.map((row) => ({
      version: row.version,
      action: row.action,
      from: row.fromKind === null ? null : real(row.fromKind, row.fromValue),
      to: real(row.toKind, row.toValue),
      reason: row.reason,
      note: row.note,
      by: by(row.actorId, row.at),
    })),
    thread: comments.map((row) => ({ kind: row.kind, text: row.text, by: by(row.actorId, row.at) })),
    restatements: restatements.map((row) => restated(indicator, row, by(row.actorId, row.at))),
  };
}

/** What was verified and when, and what was restated: no names, no drafts, no talk. */
async function publicCell(db: Kysely<Database>, indicator: IndicatorRow, cell: CellRow): Promise<OriginCell | null> {
  if (cell.verifiedKind === null) return null;
  const [inForce, restatements] = await Promise.all([figureInForce(db, cell), listRestatements(db, cell)]);
  return {
    ...commonParts(indicator, cell),
    source: inForce.source,
    current: null,
    entered: { name: null, at: inForce.enteredAt },
    verifiedBy: cell.verifiedAt === null ? null : { name: null, at: cell.verifiedAt },
    note: null,
    reason: null,
    revisions: [],
    thread: [],
    restatements: restatements.map((row) => ({
      ...restated(indicator, row, { name: null, at: row.at }),
      reason: null,
    })),
  };
}

/** Where the verified figure comes from; while a correction of it waits, the cell itself tells of the correction. */
async function figureInForce(
  db: Kysely<Database>,
  cell: CellRow,
): Promise<{ source: string | null; enteredAt: string }> {
  if (cell.status === 'verified') return cell;
  const revisions = await listRevisions(db, cell);
  const verified = revisions.findLast((row) => row.action === 'verified');
  const entered = revisions.findLast(
    (row) =>
      row.version < (verified?.version ?? 0) && ['entered', 'changed', 'corrected', 'imported'].includes(row.action),
  );
  return { source: verified?.source ?? null, enteredAt: entered?.at ?? cell.verifiedAt ?? cell.enteredAt };
}

type RestatementRow = Awaited<ReturnType<typeof listRestatements>>[number];

function restated(indicator: IndicatorRow, row: RestatementRow, by: { name: string | null; at: string }) {
  const real = realValue(indicator);
  const total = (value: number | null) => (value === null ? null : fromScaled(value, indicator.decimals));
  return {
    from: real(row.fromKind, row.fromValue),
    to: real(row.toKind, row.toValue),
    reason: row.reason,
    by,
    provinceBefore: total(row.provinceBefore),
    provinceAfter: total(row.provinceAfter),
  };
}
