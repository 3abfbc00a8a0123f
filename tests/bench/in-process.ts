import type { DatabaseHandle } from '#db/connection.ts';
import { issuePage } from '#server/issue/issue.service.ts';
import { overview } from '#server/overview/overview.service.ts';
import { type Clock, returnCells, saveEntry, submitReport } from '#server/report/report.service.ts';
import { addMonths, lastDayOfMonth } from '#shared/month.ts';
import { type DataSet, PROVINCE, TIME_ZONE } from './data-sets.ts';
import type { Desk, Office } from './desks.ts';
import { openRawWriter } from './raw-writes.ts';
import { rawRead, recordReads } from './recorded-reads.ts';
import { median } from './stats.ts';

interface Variant {
  name: string;
  run: () => Promise<unknown> | unknown;
  /** Makes the next run possible; not timed. */
  reset?: () => Promise<unknown> | unknown;
}

/** Microseconds per operation by the variant's name. */
export type InProcess = Record<string, number>;

const ROUNDS = 5;
const BLOCK_MS = 500;
const WARM_UP_MS = 6_000;

/**
 * The services themselves against hand-written prepared statements on the same file, one operation after the other.
 * Reads are computed anew each time: nothing is kept here.
 */
export async function measureInProcess(
  database: DatabaseHandle,
  set: DataSet,
  office: Office,
  clock: Clock,
): Promise<InProcess> {
  const [appDesk, rawDesk] = office.desks;
  if (!appDesk || !rawDesk) throw new Error('two desks are needed');
  const scope = {
    provinceId: PROVINCE,
    month: set.closedMonth,
    scope: 'verified' as const,
    audience: 'staff' as const,
    asOf: lastDayOfMonth(addMonths(set.closedMonth, 1)),
    timeZone: TIME_ZONE,
    dataVersion: 1,
  };
  const readOverview = () => overview(database, scope);
  const readIssue = () => issuePage(database, scope, 'stunting');
  // Once before, so that what is kept with the reference data is not taken for a part of the read.
  await readOverview();
  await readIssue();
  const rawOverview = rawRead(set.file, await recordReads(readOverview));
  const rawIssue = rawRead(set.file, await recordReads(readIssue));
  const rawWriter = openRawWriter(set.file);
  const app = await appWrites(database, appDesk, office, clock);

  const result = await interleave([
    { name: 'overview', run: readOverview },
    { name: 'overview, raw', run: rawOverview.run },
    { name: 'issue', run: readIssue },
    { name: 'issue, raw', run: rawIssue.run },
    { name: 'save', run: app.save },
    { name: 'save, raw', run: () => rawWriter.save(rawDesk) },
    { name: 'submit', run: app.submit, reset: app.sendBack },
    { name: 'submit, raw', run: () => rawWriter.submit(rawDesk), reset: () => rawWriter.sendBack(rawDesk) },
  ]);
  for (const raw of [rawOverview, rawIssue, rawWriter]) raw.close();
  return result;
}

async function appWrites(database: DatabaseHandle, desk: Desk, office: Office, clock: Clock) {
  const { reportKey, cells } = desk.submitting;
  const versionOf = async ({ indicatorId, areaId }: { indicatorId: string; areaId: string }) => {
    const row = await database.db
      .selectFrom('entry')
      .select('version')
      .where('indicatorId', '=', indicatorId)
      .where('month', '=', desk.month)
      .where('areaId', '=', areaId)
      .executeTakeFirst();
    return row?.version ?? 0;
  };
  const report = await database.db
    .selectFrom('report')
    .select('version')
    .where('agencyId', '=', desk.person.agencyId)
    .where('issueId', '=', 'KE')
    .where('month', '=', desk.month)
    .executeTakeFirstOrThrow();
  let savedVersion = await versionOf(desk.saving.cell);
  let value = 1_000;
  let reportVersion = report.version;

  return {
    async save() {
      value += 1;
      const { reportKey: key, cell } = desk.saving;
      const input = { ...cell, reportKey: key, kind: 'number' as const, value, baseVersion: savedVersion };
      const answer = await saveEntry(database, desk.person, input, clock);
      savedVersion = answer.cell.version;
    },
    async submit() {
      const input = { reportKey, expectedVersion: reportVersion, acceptMissing: true };
      const answer = await submitReport(database, desk.person, input, clock);
      reportVersion = answer.report.version;
    },
    async sendBack() {
      const seen = await Promise.all(
        cells.map(async (cell) => ({ ...cell, version: await versionOf(cell), reason: 'Periksa kembali.' })),
      );
      const answer = await returnCells(database, office.secretariat, { reportKey, cells: seen }, clock);
      reportVersion = answer.report.version;
    },
  };
}

/** Short blocks of each in turn, so that what the machine does meanwhile meets all of them alike. */
async function interleave(variants: readonly Variant[]): Promise<InProcess> {
  const perOperation = new Map<string, number[]>(variants.map(({ name }) => [name, []]));
  for (const variant of variants) await block(variant, WARM_UP_MS / variants.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const variant of variants) perOperation.get(variant.name)?.push(await block(variant, BLOCK_MS));
  }
  return Object.fromEntries([...perOperation].map(([name, values]) => [name, median(values)]));
}

/** @returns microseconds per run */
async function block({ run, reset }: Variant, milliseconds: number): Promise<number> {
  let spent = 0;
  let runs = 0;
  while (spent < milliseconds || runs < 3) {
    const start = performance.now();
    await run();
    spent += performance.now() - start;
    runs += 1;
    await reset?.();
  }
  return (spent * 1_000) / runs;
}
