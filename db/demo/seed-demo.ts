import type { Kysely } from 'kysely';
import { recomputeRollups } from '#db/rollup.ts';
import type { Database } from '#db/schema.ts';
import { insertMissing } from '#db/seed/bulk-insert.ts';
import { loadAssignedReports } from './assigned-reports.ts';
import { blemishFigures } from './blemishes.ts';
import { calendarFor } from './calendar.ts';
import { addCascadeFigures } from './cascade-figures.ts';
import { loadCollectedCells } from './collected-cells.ts';
import { addCountFigures } from './count-figures.ts';
import { loadLevels } from './levels.ts';
import { loadPlaces } from './places.ts';
import { addPriceFigures } from './price-figures.ts';
import { idMaker } from './random.ts';
import { sampleAssignments } from './sample-assignments.ts';
import { SampleFigures } from './sample-figures.ts';
import { sampleMeetings } from './sample-meetings.ts';
import { SamplePlan } from './sample-plan.ts';
import { type ReportRows, type SampleUserIds, sampleReport, stateOf } from './sample-report.ts';
import { sampleSmallWins } from './sample-small-wins.ts';

export interface DemoOptions {
  now: Date;
  /** IANA name of the province's time zone; with `now` it gives the current month, on which alone the sample depends. */
  timeZone: string;
  provinceCode: string;
  userIds?: SampleUserIds;
}

/**
 * Loads sample data, labelled as such in every row: assignments, targets, reports with their cells and history, small
 * wins, and meetings with what came of them, for 24 months up to the current one, which nobody has begun to report. The same for the same month, every
 * time. Call it in a transaction, on a database with reference data and published figures; where there is a sample
 * already it does nothing, so that what people entered since then stays.
 */
export async function seedDemo(trx: Kysely<Database>, options: DemoOptions): Promise<void> {
  const existing = await trx.selectFrom('report').select('id').where('isSample', '=', 1).limit(1).executeTakeFirst();
  if (existing) return;
  const { provinceCode, userIds = {} } = options;
  const calendar = calendarFor(options.now, options.timeZone);
  const createdAt = `${calendar.months[0] ?? calendar.current}-01T00:00:00.000Z`;
  const places = await loadPlaces(trx, provinceCode);
  const levels = await loadLevels(trx, places);
  const figures = new SampleFigures();
  const plan = new SamplePlan(provinceCode);
  addCascadeFigures({ calendar, places, levels, figures, plan });
  addCountFigures({ calendar, places, levels, figures });
  await addPriceFigures(trx, { calendar, places, figures });
  blemishFigures(figures, calendar);

  await insertMissing(trx, 'assignment', await sampleAssignments(trx, calendar, places, createdAt));
  await insertMissing(trx, 'target', plan.targets(calendar, createdAt));
  const cells = await loadCollectedCells(trx, provinceCode);
  const assigned = await loadAssignedReports(trx, places, cells);
  const makeId = idMaker(`demo ${calendar.current}`);
  const closedMonths = calendar.months.slice(0, -1);
  for (const month of closedMonths) {
    const rows = assigned(month, calendar.monthsAgo(month)).flatMap(
      (report) => sampleReport(report.subject, report.cells, { figures, userIds, makeId }) ?? [],
    );
    await insertReports(trx, rows);
  }
  await recomputeRollups(trx, { indicatorIds: cells.indicatorIds, months: closedMonths });

  const { wins, areas } = sampleSmallWins(calendar, { figures, places, makeId, userIds });
  await insertMissing(trx, 'small_win', wins);
  await insertMissing(trx, 'small_win_area', areas);

  const meetings = await sampleMeetings(trx, { calendar, provinceId: places.provinceId, makeId, userIds });
  await insertMissing(trx, 'meeting', meetings.meetings);
  await insertMissing(trx, 'meeting_agenda_item', meetings.agenda);
  await insertMissing(trx, 'meeting_attendance', meetings.attendance);
  await insertMissing(trx, 'decision', meetings.decisions);
  await insertMissing(trx, 'action_item', meetings.items);
  await insertMissing(trx, 'action_item_note', meetings.notes);
}

async function insertReports(trx: Kysely<Database>, reports: readonly ReportRows[]): Promise<void> {
  const entries = reports.flatMap((rows) => rows.entries);
  const verifiedSum = (indicatorId: string) =>
    entries
      .filter((entry) => entry.indicatorId === indicatorId)
      .reduce((sum, entry) => sum + (stateOf(entry).verifiedValue ?? 0), 0);
  const restatements = reports
    .flatMap((rows) => rows.restatements)
    .map((each) => {
      const provinceAfter = verifiedSum(each.indicatorId);
      return { ...each, provinceAfter, provinceBefore: provinceAfter - (each.toValue ?? 0) + (each.fromValue ?? 0) };
    });
  await insertMissing(
    trx,
    'report',
    reports.map((rows) => rows.report),
  );
  await insertMissing(trx, 'entry', entries);
  await insertMissing(
    trx,
    'entry_revision',
    reports.flatMap((rows) => rows.revisions),
  );
  await insertMissing(
    trx,
    'entry_comment',
    reports.flatMap((rows) => rows.comments),
  );
  await insertMissing(trx, 'restatement', restatements);
}
