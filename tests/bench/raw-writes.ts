import { createHash, randomUUID } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';
import type { Cell, Desk } from './desks.ts';

/**
 * What saving a cell and submitting a report amount to in the database, written by hand as prepared statements on
 * better-sqlite3: the floor that the application's own writes are measured against.
 */
export function openRawWriter(file: string) {
  const db = new SqliteDatabase(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('cache_size = -8000');
  const write = prepareStatements(db);

  const revise = (row: EntryRow, action: string, toValue: number | null, actorId: string, at: string) =>
    write.revision.run(
      randomUUID(),
      row.indicatorId,
      row.month,
      row.areaId,
      row.version + 1,
      action,
      row.kind,
      row.value,
      row.kind,
      toValue,
      row.reason,
      row.note,
      row.source,
      actorId,
      at,
    );

  /** One row per level, the cell's own first; the code of an area begins with the codes of those above. */
  const addToRollups = (row: Cell & { month: string }, value: number, held: number) => {
    for (const length of [row.areaId.length, 5, 2]) {
      const areaId = row.areaId.slice(0, length);
      const parentId = length === 2 ? '' : areaId.slice(0, length === 5 ? 2 : areaId.lastIndexOf('.'));
      write.rollup.run(row.indicatorId, parentId, row.month, areaId, 'district', value, held);
    }
  };

  const audit = (actorId: string, event: string, subject: string, data: object, at: string) => {
    const head = write.head.get();
    if (!head) throw new Error('no audit head');
    const row = [head.hash, head.seq + 1, at, actorId, event, 'entry', subject, JSON.stringify(data)];
    const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
    write.event.run(head.seq + 1, at, actorId, event, 'entry', subject, row[7], head.hash, hash);
    write.setHead.run(head.seq + 1, hash, head.dataVersion + 1, at);
  };

  const save = db.transaction(({ person, month, saving }: Desk) => {
    const { indicatorId, areaId } = saving.cell;
    const at = new Date().toISOString();
    const row = write.entry.get(indicatorId, month, areaId);
    if (!row) throw new Error('no such cell');
    const value = (row.value ?? 0) + 1;
    write.setEntry.run(value, 'draft', row.version + 1, person.id, at, indicatorId, month, areaId, row.version);
    revise(row, 'changed', value, person.id, at);
    addToRollups(row, 0, 0);
    write.counters.run(0, at, row.reportId);
    audit(person.id, 'entry.saved', `${indicatorId}_${areaId}_${month}`, { from: row.value, to: value }, at);
  });

  /** Drafts or returned cells become submitted ones, or the other way round. */
  const moveReport = db.transaction(({ person, month, submitting }: Desk, status: 'submitted' | 'returned') => {
    const at = new Date().toISOString();
    const [first] = submitting.cells;
    const reportId = first && write.entry.get(first.indicatorId, month, first.areaId)?.reportId;
    if (!reportId) throw new Error('no such report');
    const rows = write.entriesOf.all(reportId);
    for (const row of rows) {
      const { indicatorId, areaId, version } = row;
      write.setEntry.run(row.value, status, version + 1, person.id, at, indicatorId, month, areaId, version);
      revise(row, status, row.value, person.id, at);
      const sign = status === 'submitted' ? 1 : -1;
      addToRollups(row, sign * (row.value ?? 0), sign);
    }
    write.counters.run(0, at, reportId);
    audit(person.id, `report.${status}`, submitting.reportKey, { cells: rows.length }, at);
  });

  return {
    save: (desk: Desk) => save.immediate(desk),
    submit: (desk: Desk) => moveReport.immediate(desk, 'submitted'),
    sendBack: (desk: Desk) => moveReport.immediate(desk, 'returned'),
    close: () => db.close(),
  };
}

interface EntryRow extends Cell {
  month: string;
  reportId: string;
  kind: string;
  value: number | null;
  version: number;
  reason: string | null;
  note: string | null;
  source: string | null;
}

function prepareStatements(db: SqliteDatabase.Database) {
  return {
    entry: db.prepare<[string, string, string], EntryRow>(
      'select * from entry where indicatorId = ? and month = ? and areaId = ?',
    ),
    entriesOf: db.prepare<[string], EntryRow>('select * from entry where reportId = ? order by areaId, indicatorId'),
    setEntry: db.prepare(
      `update entry set value = ?, status = ?, version = ?, enteredById = ?, enteredAt = ?
       where indicatorId = ? and month = ? and areaId = ? and version = ?`,
    ),
    revision: db.prepare(
      `insert into entry_revision (id, indicatorId, month, areaId, version, action, fromKind, fromValue, toKind, toValue,
         reason, note, source, actorId, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    rollup: db.prepare(
      `insert into rollup (indicatorId, parentId, month, areaId, level, verifiedSum, verifiedHeld, verifiedNa,
         submittedSum, submittedHeld, submittedNa, sampleHeld, expected) values (?, ?, ?, ?, ?, 0, 0, 0, ?, ?, 0, 0, 1)
       on conflict (indicatorId, parentId, month, areaId) do update set
         submittedSum = rollup.submittedSum + excluded.submittedSum,
         submittedHeld = rollup.submittedHeld + excluded.submittedHeld`,
    ),
    counters: db.prepare(
      'update report set draftCells = draftCells + ?, version = version + 1, updatedAt = ? where id = ?',
    ),
    head: db.prepare<[], { seq: number; hash: string; dataVersion: number }>(
      'select seq, hash, dataVersion from audit_head where id = 1',
    ),
    event: db.prepare(
      `insert into audit_event (seq, at, actorId, event, subjectType, subjectId, data, prevHash, hash)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    setHead: db.prepare('update audit_head set seq = ?, hash = ?, dataVersion = ?, updatedAt = ? where id = 1'),
  };
}
