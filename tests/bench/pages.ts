import SqliteDatabase from 'better-sqlite3';
import type { DataSet } from './data-sets.ts';
import type { Office } from './desks.ts';
import { median, quantile } from './stats.ts';

const ROUNDS = 3;
const ASKED = 100;
const WARM_UP = 15;

export interface PageTime {
  page: string;
  p50: number;
  p99: number;
}

interface Question {
  page: string;
  path: string;
  cookie: string;
}

function questions(set: DataSet, office: Office): Question[] {
  const { leader, secretariat, desks } = office;
  const [desk] = desks;
  if (!desk) throw new Error('no desk');
  const month = set.closedMonth;
  const read = (path: string): Question => ({
    page: path,
    path: `/api/read${path}?month=${month}`,
    cookie: leader.cookie,
  });
  const ask = (procedure: string, cookie: string, input?: unknown): Question => {
    const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return { page: procedure, path: `/api/trpc/${procedure}${query}`, cookie };
  };
  const issues = ['kemiskinan-ekstrem', 'stunting', 'anak-tidak-sekolah', 'perkawinan-anak', 'inflasi'];
  return [
    read('/overview'),
    ...issues.map((slug) => read(`/issue/${slug}`)),
    ...['76', '76.04', '76.04.12'].map((code) => read(`/area/${code}`)),
    read('/reference'),
    ask('session.me', desk.person.cookie),
    ask('report.due', desk.person.cookie, {}),
    ask('report.get', desk.person.cookie, { reportKey: desk.submitting.reportKey }),
    ask('report.toVerify', secretariat.cookie),
    ask('report.completeness', secretariat.cookie, { month }),
    ask('report.assignmentGaps', secretariat.cookie, { month }),
    ask('report.reminders', secretariat.cookie, { month }),
    ask('report.restatements', secretariat.cookie, {}),
    ask('smallWin.list', leader.cookie, {}),
    ask('origin.get', leader.cookie, { indicatorId: 'ST_INTERVENSI', areaId: '76', month }),
  ];
}

/**
 * How long each page's answer takes when nobody has asked since the data changed: one question at a time, with a new
 * data version before each, so that nothing kept can be used. Measured by the asker, hence an upper bound. In rounds
 * through all pages, so that what else the machine does for a while does not fall on one page; all answers count.
 */
export async function measurePages(url: string, set: DataSet, office: Office): Promise<PageTime[]> {
  const db = new SqliteDatabase(set.file);
  db.pragma('busy_timeout = 5000');
  const change = db.prepare('update audit_head set dataVersion = dataVersion + 1 where id = 1');
  const answers = new Map<Question, number[]>(questions(set, office).map((question) => [question, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [question, times] of answers) times.push(...(await measurePage(url, question, () => change.run())));
  }
  db.close();
  return [...answers].map(([{ page }, times]) => ({ page, p50: median(times), p99: quantile(times, 0.99) }));
}

async function measurePage(url: string, { page, path, cookie }: Question, change: () => void): Promise<number[]> {
  const answers: number[] = [];
  for (let asked = 0; asked < ASKED + WARM_UP; asked += 1) {
    change();
    const start = performance.now();
    const response = await fetch(url + path, { headers: { cookie } });
    const body = await response.text();
    if (!response.ok) throw new Error(`${page}: ${response.status} ${body.slice(0, 300)}`);
    if (asked >= WARM_UP) answers.push(performance.now() - start);
  }
  return answers;
}
