import type { DatabaseHandle } from '#db/connection.ts';
import { responsibilityFor } from '#server/assignment/assignment.service.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { type Clock, saveEntry } from '#server/report/report.service.ts';
import { previousMonth } from '#shared/month.ts';
import { reportKeyOf } from '#shared/report.ts';
import { ELSEWHERE } from './country.ts';
import type { DataSet } from './data-sets.ts';
import { insertPerson, type Person } from './people.ts';

export interface Cell {
  indicatorId: string;
  areaId: string;
}

/** One focal point at work: a cell that is saved again and again, and a report that is submitted and sent back. */
export interface Desk {
  person: Person;
  month: string;
  saving: { reportKey: string; cell: Cell };
  submitting: { reportKey: string; cells: Cell[] };
}

export interface Office {
  desks: Desk[];
  secretariat: Person;
  leader: Person;
}

/** As many as there are connections, so that no two of them write the same cell. */
export const DESKS = 16;

/** Gives sixteen agencies a focal point and an open month with figures to submit. */
export async function openOffice(database: DatabaseHandle, set: DataSet, clock: Clock): Promise<Office> {
  const reference = await referenceOf(database);
  const month = set.openMonth;
  const saved = responsibilityFor(reference, 'ST', month);
  const submitted = responsibilityFor(reference, 'KE', month);
  const agencyIds = [...submitted.expectedByAgency().keys()]
    .filter((id) => id !== ELSEWHERE && saved.areasOf(id).length > 0 && submitted.areasOf(id).length > 0)
    .sort((left, right) => submitted.areasOf(left).length - submitted.areasOf(right).length || (left < right ? -1 : 1))
    .slice(0, DESKS);
  if (agencyIds.length < DESKS) throw new Error(`only ${agencyIds.length} agencies have figures to enter`);

  const desks: Desk[] = [];
  for (const agencyId of agencyIds) {
    const person = await insertPerson(database.writer, { username: agencyId, role: 'focal_point', agencyId });
    const [row] = saved.areasOf(agencyId).filter(({ area }) => area.level === 'district');
    if (!row) throw new Error(`${agencyId} has no district`);
    const desk: Desk = {
      person,
      month,
      saving: {
        reportKey: reportKeyOf({ month, issueId: 'ST', agencyId }),
        cell: { indicatorId: 'ST_SASARAN', areaId: row.area.id },
      },
      submitting: { reportKey: reportKeyOf({ month, issueId: 'KE', agencyId }), cells: [] },
    };
    for (const { area, indicatorIds } of submitted.areasOf(agencyId)) {
      for (const indicatorId of indicatorIds)
        await enterAsBefore(database, desk, { indicatorId, areaId: area.id }, clock);
    }
    await saveEntry(
      database,
      person,
      { ...desk.saving.cell, reportKey: desk.saving.reportKey, kind: 'number', value: 1_000, baseVersion: 0 },
      clock,
    );
    desks.push(desk);
  }
  return {
    desks,
    secretariat: await insertPerson(database.writer, { username: 'secretariat', role: 'secretariat', agencyId: null }),
    leader: await insertPerson(database.writer, { username: 'leader', role: 'leadership', agencyId: null }),
  };
}

/** Last month's figure once more: it breaks no rule that it did not break then. Where there was none, none is entered. */
async function enterAsBefore(database: DatabaseHandle, desk: Desk, cell: Cell, clock: Clock): Promise<void> {
  const before = await database.db
    .selectFrom('entry')
    .select('value')
    .where('indicatorId', '=', cell.indicatorId)
    .where('month', '=', previousMonth(desk.month))
    .where('areaId', '=', cell.areaId)
    .executeTakeFirst();
  if (before?.value === undefined || before.value === null) return;
  const { reportKey } = desk.submitting;
  await saveEntry(
    database,
    desk.person,
    { ...cell, reportKey, kind: 'number', value: before.value, reason: 'sama', baseVersion: 0 },
    clock,
  );
  desk.submitting.cells.push(cell);
}
