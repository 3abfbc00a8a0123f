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

export interface Cost {
  /** Microseconds by the clock. */
  wall: number;
  /** Microseconds of processor time: what other programs do meanwhile hardly touches it. */
  cpu: number;
}

/** What one operation costs, by the variant's name. */
export type InProcess = Record<string, Cost>;

export interface Subject {
  database: DatabaseHandle;
  set: DataSet;
  office: Office;
}

const ROUNDS = 7;
const BLOCK_MS = 300;
const WARM_UP_MS = 8_000;

/**
 * The services themselves against hand-written prepared statements on the same file, one operation after the other, on
 * all sets in turns. Reads are computed anew each time: nothing is kept here.
 */
export async function measureInProcess(subjects: readonly Subject[], clock: Clock): Promise<Map<string, InProcess>> {
  // One after the other: what is recorded of a read must be that read's alone.
  const parts: Awaited<ReturnType<typeof variantsOf>>[] = [];
  for (const subject of subjects) parts.push(await variantsOf(subject, clock));
  const costs = await interleave(parts.flatMap((part) => part.variants));
  for (const part of parts) part.close();
  return new Map(
    subjects.map(({ set }, index) => {
      const own = new Set(parts[index]?.variants);
      return [set.name, Object.fromEntries([...costs].flatMap(([v, cost]) => (own.has(v) ? [[v.name, cost]] : [])))];
    }),
  );
}

async function variantsOf({ database, set, office }: Subject, clock: Clock) {
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
  const variants: Variant[] = [
    { name: 'overview', run: readOverview },
    { name: 'overview, raw', run: rawOverview.run },
    { name: 'issue', run: readIssue },
    { name: 'issue, raw', run: rawIssue.run },
    { name: 'save', run: app.save },
    { name: 'save, raw', run: () => rawWriter.save(rawDesk) },
    { name: 'submit', run: app.submit, reset: app.sendBack },
    { name: 'submit, raw', run: () => rawWriter.submit(rawDesk), reset: () => rawWriter.sendBack(rawDesk) },
  ];
  return {
    variants,
    close: () => {
      for (const raw of [rawOverview, rawIssue, rawWriter]) raw.close();
    },
  };
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
async function interleave(variants: readonly Variant[]): Promise<Map<Variant, Cost>> {
  const blocks = new Map<Variant, Cost[]>(variants.map((variant) => [variant, []]));
  for (const variant of variants) await block(variant, WARM_UP_MS / variants.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [variant, costs] of blocks) costs.push(await block(variant, BLOCK_MS));
  }
  return new Map(
    [...blocks].map(([variant, costs]) => [
      variant,
      { wall: median(costs.map((cost) => cost.wall)), cpu: median(costs.map((cost) => cost.cpu)) },
    ]),
  );
}

async function block({ run, reset }: Variant, milliseconds: number): Promise<Cost> {
  let wall = 0;
  let cpu = 0;
  let runs = 0;
  while (wall < milliseconds || runs < 3) {
    const used = process.cpuUsage();
    const start = performance.now();
    await run();
    wall += performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    cpu += user + system;
    runs += 1;
    await reset?.();
  }
  return { wall: (wall * 1_000) / runs, cpu: cpu / runs };
}
