import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openSqlite } from '#db/connection.ts';
import { clockOf } from '#server/report/report.service.ts';
import { type BriefingResult, measureBriefing } from './briefing.ts';
import { type DataSet, PROVINCE, TIME_ZONE } from './data-sets.ts';
import { type Office, openOffice } from './desks.ts';
import { type InProcess, measureInProcess, type Subject } from './in-process.ts';
import { type LoadResult, load } from './load.ts';
import { measurePages, type PageTime } from './pages.ts';
import { type Scenarios, scenariosFor } from './scenarios.ts';
import { type Served, serve, timeToStart } from './served.ts';
import { median } from './stats.ts';

export interface SetResult {
  name: DataSet['name'];
  figures: number;
  inProcess: InProcess;
  http: Record<keyof Scenarios, LoadResult>;
  /** Milliseconds; the small set only. */
  pages: PageTime[];
  /** The small set only. */
  briefing: BriefingResult | null;
  /** Megabytes; without the files of briefings. */
  peakMemory: number;
  /** Milliseconds. */
  startUp: number;
}

const ROUNDS = 3;
const SECONDS = 4;
const WARM_UP_SECONDS = 2;
const STARTS = 3;

export async function measureSets(sets: readonly DataSet[], folder: string, cli: string): Promise<SetResult[]> {
  const subjects: Subject[] = [];
  for (const set of sets) subjects.push(await openSubject(set));
  // The rounds below hand the same reports in and send them back thousands of times; a page is measured without that.
  const untouched = join(folder, 'untouched.sqlite');
  const [small] = subjects;
  if (small) await backUp(small.set.file, untouched);
  const inProcess = await measureInProcess(subjects, clock);
  for (const { database } of subjects) await database.close();
  const results: SetResult[] = [];
  for (const { set, office } of subjects) {
    const costs = inProcess.get(set.name) ?? {};
    results.push({
      name: set.name,
      figures: set.figures,
      inProcess: costs,
      ...(await measureServed({ set, office, untouched }, folder, cli)),
    });
  }
  return results;
}

const clock = clockOf({ timeZone: TIME_ZONE });

async function openSubject(set: DataSet): Promise<Subject> {
  const database = openSqlite(set.file, { provinceCode: PROVINCE });
  return { database, set, office: await openOffice(database, set, clock) };
}

async function backUp(from: string, to: string): Promise<void> {
  const db = new SqliteDatabase(from, { readonly: true });
  await db.backup(to);
  db.close();
}

interface ServedSubject {
  set: DataSet;
  office: Office;
  /** The small set as it was before the measurements in process. */
  untouched: string;
}

async function measureServed({ set, office, untouched }: ServedSubject, folder: string, cli: string) {
  const dataDir = join(folder, `${set.name}-data`);
  mkdirSync(dataDir, { recursive: true });
  const starts: number[] = [];
  for (let start = 0; start < STARTS; start += 1) starts.push(await timeToStart(cli, set.file, dataDir));
  const isSmall = set.name === 'small';
  const before = { ...set, file: untouched };
  const pages = isSmall ? await whileServed(before, dataDir, (served) => measurePages(served.url, before, office)) : [];
  const measured = await whileServed(set, dataDir, async (served) => {
    const http = await measureHttp(served.url, scenariosFor(set, office));
    return { http, pages, peakMemory: await served.peakMemory() };
  });
  const briefing = isSmall
    ? await whileServed(set, dataDir, (served) => measureBriefing(served.url, set, office))
    : null;
  return { ...measured, briefing, startUp: median(starts) };
}

async function whileServed<Result>(set: DataSet, dataDir: string, measure: (served: Served) => Promise<Result>) {
  const served = await serve(set.file, dataDir);
  try {
    return await measure(served);
  } finally {
    await served.stop();
  }
}

/** Each scenario warmed up, then in turns; of each round the rates and the times, and of these the median. */
async function measureHttp(url: string, scenarios: Scenarios): Promise<SetResult['http']> {
  const names = Object.keys(scenarios) as (keyof Scenarios)[];
  for (const name of names) await load(url, scenarios[name], WARM_UP_SECONDS);
  const rounds: Record<string, LoadResult[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      const results = rounds[name] ?? [];
      results.push(await load(url, scenarios[name], SECONDS));
      rounds[name] = results;
    }
  }
  const middle = (name: keyof Scenarios): LoadResult => {
    const results = rounds[name] ?? [];
    return {
      requestsPerSecond: median(results.map((each) => each.requestsPerSecond)),
      p50: median(results.map((each) => each.p50)),
      p99: median(results.map((each) => each.p99)),
    };
  };
  return {
    empty: middle('empty'),
    overview: middle('overview'),
    overviewPublic: middle('overviewPublic'),
    issue: middle('issue'),
    save: middle('save'),
    submit: middle('submit'),
  };
}
