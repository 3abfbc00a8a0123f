import type { Insertable } from 'kysely';
import type { EntryRevisionTable, EntryTable } from '#db/schema.ts';
import type { EntryKind, EntryStatus } from '#shared/entry.ts';

export type EntryRow = Insertable<EntryTable>;
export type RevisionRow = Insertable<EntryRevisionTable>;

interface CellStart {
  indicatorId: string;
  month: string;
  areaId: string;
  reportId: string;
  kind: EntryKind;
  value: number | null;
  note: string | null;
  reason: string | null;
  actorId: string | null;
  at: string;
}

/** A cell on its way: each step is a version with its revision, as when people do it one after the other. */
export class CellHistory {
  readonly entry: EntryRow;
  readonly revisions: RevisionRow[] = [];
  readonly #makeId: (at: string) => string;

  constructor({ actorId, at, ...cell }: CellStart, makeId: (at: string) => string) {
    this.#makeId = makeId;
    this.entry = {
      indicatorId: cell.indicatorId,
      month: cell.month,
      areaId: cell.areaId,
      reportId: cell.reportId,
      kind: cell.kind,
      value: cell.value,
      status: 'draft',
      verifiedKind: null,
      verifiedValue: null,
      version: 0,
      note: cell.note,
      source: null,
      reason: cell.reason,
      isSample: 1,
      enteredById: actorId,
      enteredAt: at,
      verifiedById: null,
      verifiedAt: null,
    };
    this.#record('entered', { kind: null, value: null }, actorId, at);
  }

  submit(actorId: string | null, at: string): void {
    this.#move('submitted', 'submitted', actorId, at);
  }

  verify(actorId: string | null, at: string): void {
    Object.assign(this.entry, {
      verifiedKind: this.entry.kind,
      verifiedValue: this.entry.value,
      verifiedById: actorId,
      verifiedAt: at,
    });
    this.#move('verified', 'verified', actorId, at);
  }

  return(actorId: string | null, at: string, reason: string): void {
    this.#move('returned', 'returned', actorId, at, reason);
  }

  /** A new value: a change, or a correction with its reason once the old one was verified. */
  change(value: number, actorId: string | null, at: string, reason: string | null): void {
    const from = { kind: this.entry.kind, value: this.entry.value ?? null };
    const action = this.entry.verifiedKind ? 'corrected' : 'changed';
    Object.assign(this.entry, { value, status: 'draft', reason, enteredById: actorId, enteredAt: at });
    this.#record(action, from, actorId, at);
  }

  #move(action: RevisionRow['action'], status: EntryStatus, actorId: string | null, at: string, reason?: string): void {
    this.entry.status = status;
    this.#record(action, { kind: this.entry.kind, value: this.entry.value ?? null }, actorId, at, reason);
  }

  #record(
    action: RevisionRow['action'],
    from: { kind: EntryKind | null; value: number | null },
    actorId: string | null,
    at: string,
    reason: string | null = this.entry.reason ?? null,
  ): void {
    this.entry.version += 1;
    this.revisions.push({
      id: this.#makeId(at),
      indicatorId: this.entry.indicatorId,
      month: this.entry.month,
      areaId: this.entry.areaId,
      version: this.entry.version,
      action,
      fromKind: from.kind,
      fromValue: from.value,
      toKind: this.entry.kind,
      toValue: this.entry.value ?? null,
      reason,
      note: this.entry.note ?? null,
      source: null,
      actorId,
      at,
    });
  }
}
