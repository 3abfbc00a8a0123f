import SqliteDatabase from 'better-sqlite3';
import type { DataSet } from './data-sets.ts';
import type { Cell, Desk, Office } from './desks.ts';
import type { Scenario, Step } from './load.ts';

/** What sixteen connections do over HTTP, by the name in the table. */
export type Scenarios = Record<'empty' | 'overview' | 'overviewPublic' | 'issue' | 'save' | 'submit', Scenario>;

const jsonHeaders = (cookie: string) => ({ cookie, 'content-type': 'application/json' });
const browserHeaders = { 'accept-encoding': 'gzip, deflate, br' };

export function scenariosFor(set: DataSet, office: Office): Scenarios {
  const leader = { ...browserHeaders, cookie: office.leader.cookie };
  const read = (path: string, headers: Record<string, string>): Scenario => {
    return () => [{ method: 'GET', path: `/api/read${path}?month=${set.closedMonth}`, headers }];
  };
  return {
    // Without a cookie: not even the session is looked up.
    empty: () => [{ method: 'GET', path: '/api/trpc/bench.empty', headers: browserHeaders }],
    overview: read('/overview', leader),
    overviewPublic: read('/overview', browserHeaders),
    issue: read('/issue/stunting', leader),
    save: (connection) => [savingStep(set, deskOf(office, connection))],
    submit: (connection) => submittingSteps(set, deskOf(office, connection), office),
  };
}

function deskOf(office: Office, connection: number): Desk {
  const desk = office.desks[connection];
  if (!desk) throw new Error(`no desk for connection ${connection}`);
  return desk;
}

/** Saves one cell again and again, each time another figure on the version before. */
export function savingStep(set: DataSet, desk: Desk): Step {
  const { reportKey, cell } = desk.saving;
  const now = findCell(set.file, cell, desk.month);
  let version = now.version;
  let value = now.value ?? 0;
  return {
    method: 'POST',
    path: '/api/trpc/report.saveEntry',
    headers: jsonHeaders(desk.person.cookie),
    body: () => {
      value += 1;
      return { ...cell, reportKey, kind: 'number', value, baseVersion: version };
    },
    onAnswer: () => {
      version += 1;
    },
  };
}

/** Hands a report in and sends it back, in turns, beginning with what its state allows. */
function submittingSteps(set: DataSet, desk: Desk, office: Office): Step[] {
  const { reportKey, cells } = desk.submitting;
  const report = findReport(set.file, desk);
  let reportVersion = report.version;
  const versions = cells.map((cell) => findCell(set.file, cell, desk.month).version);
  const onAnswer = (body: string) => {
    reportVersion = JSON.parse(body).result.data.report.version;
    for (const index of versions.keys()) versions[index] = (versions[index] ?? 0) + 1;
  };
  const submit: Step = {
    method: 'POST',
    path: '/api/trpc/report.submit',
    headers: jsonHeaders(desk.person.cookie),
    body: () => ({ reportKey, expectedVersion: reportVersion, acceptMissing: true }),
    onAnswer,
  };
  const sendBack: Step = {
    method: 'POST',
    path: '/api/trpc/report.returnCells',
    headers: jsonHeaders(office.secretariat.cookie),
    body: () => ({
      reportKey,
      cells: cells.map((cell, index) => ({ ...cell, version: versions[index], reason: 'Periksa kembali.' })),
    }),
    onAnswer,
    isAside: true,
  };
  return report.state === 'submitted' ? [sendBack, submit] : [submit, sendBack];
}

function queryFile<Row>(file: string, sql: string, ...params: string[]): Row {
  const db = new SqliteDatabase(file, { readonly: true });
  const row = db.prepare<string[], Row>(sql).get(...params);
  db.close();
  if (!row) throw new Error(`nothing found for ${params.join(', ')}`);
  return row;
}

function findCell(file: string, { indicatorId, areaId }: Cell, month: string) {
  return queryFile<{ version: number; value: number | null }>(
    file,
    'select version, value from entry where indicatorId = ? and month = ? and areaId = ?',
    indicatorId,
    month,
    areaId,
  );
}

function findReport(file: string, { person, month }: Desk) {
  return queryFile<{ version: number; state: string }>(
    file,
    "select version, state from report where agencyId = ? and issueId = 'KE' and month = ?",
    person.agencyId ?? '',
    month,
  );
}
