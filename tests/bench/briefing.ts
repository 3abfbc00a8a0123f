import SqliteDatabase from 'better-sqlite3';
import { v7 as uuid } from 'uuid';
import { type ExportJob, type ExportKind, exportKinds } from '#shared/briefing/export.ts';
import type { DataSet } from './data-sets.ts';
import type { Office } from './desks.ts';
import { savingStep } from './scenarios.ts';
import { median, quantile } from './stats.ts';

const FREEZES = 20;
const OPENINGS = 60;
const MADE = 3;
const SAVES = 300;
const SAVE_EVERY_MS = 20;
const ASK_EVERY_MS = 20;

export interface Times {
  p50: number;
  p99: number;
}

/** Milliseconds. */
export interface BriefingResult {
  /** The monthly deck, just after a change: every slide is made anew. */
  freeze: Times;
  open: Times;
  /** From the request until the file is there; the median. */
  exports: Record<ExportKind, number>;
  /** One save at a time, fifty a second, without and with files being made all the while. */
  saveAlone: Times;
  saveWhileExporting: Times;
}

/** What the briefing room costs, over HTTP, on the server that serves everything else. */
export async function measureBriefing(url: string, set: DataSet, office: Office): Promise<BriefingResult> {
  const ask = askerFor(url, office.secretariat.cookie);
  const { deckId } = await ask<{ deckId: string }>('POST', 'briefing.createDeck', {
    title: 'Rapat',
    template: 'monthly',
    month: set.closedMonth,
    issueId: null,
    areaId: null,
  });
  const db = new SqliteDatabase(set.file);
  db.pragma('busy_timeout = 5000');
  const change = db.prepare('update audit_head set dataVersion = dataVersion + 1 where id = 1');
  const freeze = async () => {
    const editionId = uuid();
    await ask('POST', 'briefing.freeze', { deckId, dataVersion: 0, acceptNewer: true, editionId });
    return editionId;
  };

  const editions: string[] = [];
  const freezeTimes = await timed(FREEZES, async () => {
    change.run();
    editions.push(await freeze());
  });
  db.close();
  const [editionId] = editions;
  if (!editionId) throw new Error('no edition');
  const openTimes = await timed(OPENINGS, () => ask('GET', 'briefing.edition', { editionId }));

  const exports: Partial<Record<ExportKind, number>> = {};
  for (const kind of exportKinds) {
    // An edition's file is made once: each of another edition.
    const times = await timed(MADE, (index) => makeFile(ask, editions[index] ?? editionId, kind));
    exports[kind] = median(times);
  }

  const saveAlone = await saveTimes(url, set, office);
  let isExporting = true;
  const exporting = (async () => {
    while (isExporting) {
      const another = await freeze();
      for (const kind of exportKinds) if (isExporting) await makeFile(ask, another, kind);
    }
  })();
  const saveWhileExporting = await saveTimes(url, set, office);
  isExporting = false;
  await exporting;
  return {
    freeze: quantiles(freezeTimes),
    open: quantiles(openTimes),
    exports: exports as Record<ExportKind, number>,
    saveAlone: quantiles(saveAlone),
    saveWhileExporting: quantiles(saveWhileExporting),
  };
}

type Ask = <Answer>(method: 'GET' | 'POST', procedure: string, input: unknown) => Promise<Answer>;

function askerFor(url: string, cookie: string): Ask {
  return async (method, procedure, input) => {
    const json = JSON.stringify(input);
    const query = method === 'GET' ? `?input=${encodeURIComponent(json)}` : '';
    const response = await fetch(`${url}/api/trpc/${procedure}${query}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: json } : {}),
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`${procedure}: ${response.status} ${body.slice(0, 300)}`);
    return JSON.parse(body).result.data;
  };
}

async function makeFile(ask: Ask, editionId: string, kind: ExportKind): Promise<void> {
  let job = await ask<ExportJob>('POST', 'export.start', { editionId, kind, locale: 'id' });
  while (job.state !== 'done') {
    if (job.state === 'failed') throw new Error(`${kind}: ${job.failure}`);
    await pause(ASK_EVERY_MS);
    job = await ask<ExportJob>('GET', 'export.get', { id: job.id });
  }
}

async function saveTimes(url: string, set: DataSet, office: Office): Promise<number[]> {
  const [desk] = office.desks;
  if (!desk) throw new Error('no desk');
  const step = savingStep(set, desk);
  return timed(
    SAVES,
    async () => {
      const response = await fetch(url + step.path, {
        method: step.method,
        headers: step.headers,
        body: JSON.stringify(step.body?.()),
      });
      const body = await response.text();
      if (!response.ok) throw new Error(`${step.path}: ${response.status} ${body.slice(0, 300)}`);
      step.onAnswer?.(body);
    },
    SAVE_EVERY_MS,
  );
}

async function timed(times: number, run: (index: number) => Promise<unknown>, restMs = 0): Promise<number[]> {
  const elapsed: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await run(index);
    elapsed.push(performance.now() - start);
    if (restMs > 0) await pause(restMs);
  }
  return elapsed;
}

function quantiles(times: readonly number[]): Times {
  return { p50: median(times), p99: quantile(times, 0.99) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
