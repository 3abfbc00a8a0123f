import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { type ExportRunner, type RunnerParts, startExportRunner } from '#server/export/export-runner.ts';
import { removeOldExports } from '#server/export/remove-old-exports.ts';
import { saveEntry } from '#server/report/report.service.ts';
import type { ExportJob, ExportKind } from '#shared/briefing/export.ts';
import { briefingMonth, codeOf, freezeNow, insertBriefers, reportStunting } from '#tests/support/briefing-factories.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import {
  dyingProgram,
  fullDiskProgram,
  heldProgram,
  hungryProgram,
  quickProgram,
} from '#tests/support/export-programs.ts';
import { insertUser } from '#tests/support/factories.ts';
import { pdfPages } from '#tests/support/read-pdf.ts';
import { clock, figure } from '#tests/support/report-factories.ts';
import { scratchFolder } from '#tests/support/scratch.ts';

const runners: ExportRunner[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function openPlace(database: DatabaseHandle) {
  const dataDir = scratchFolder('exports');
  folders.push(dataDir);
  const people = await insertBriefers(database);
  const secretariat = people.briefing(people.secretariat);
  const { deckId } = await secretariat.createDeck({
    title: 'Rapat koordinasi',
    template: 'monthly',
    month: briefingMonth,
    issueId: null,
    areaId: null,
  });
  const { id: editionId } = await freezeNow(secretariat, deckId);
  const exports = callerFor(database, people.leadership, { DATA_DIR: dataDir }).export;
  const run = (parts: Partial<RunnerParts>) => {
    const runner = startExportRunner({ database, config: { dataDir }, logger: pino({ level: 'silent' }), ...parts });
    runners.push(runner);
    return runner;
  };
  return {
    ...people,
    editionId,
    dataDir,
    exports,
    run,
    start: (kind: ExportKind = 'pdf', locale: 'id' | 'en' = 'id') => exports.start({ editionId, kind, locale }),
    /** Waits until a job is in one of these states. */
    until: async (id: string, ...states: ExportJob['state'][]) => {
      for (;;) {
        const job = await exports.get({ id });
        if (states.includes(job.state)) return job;
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    /** Every file below the data folder's exports/, finished or not. */
    files: () => {
      const root = join(dataDir, 'exports');
      if (!existsSync(root)) return [];
      return readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name);
    },
  };
}

onEachEngine('a file that is asked for', (open) => {
  it('is made once, in a thread of its own, however often it is asked for', async () => {
    const database = await open();
    const { start, run, until, files, dataDir, exports, editionId } = await openPlace(database);
    const [first, twin] = [await start(), await start()];
    expect([first.state, twin.id]).toEqual(['queued', first.id]);
    expect(first.fileName).toBe('Rapat koordinasi – Edisi 1.pdf');
    run({ program: quickProgram() });
    const done = await until(first.id, 'done', 'failed');
    expect(done).toMatchObject({ state: 'done', progress: 1, failure: null });
    const made = readFileSync(join(dataDir, 'exports', `${first.id}.pdf`), 'utf8');
    expect(made).toMatch(/^thread [1-9]\d*$/);
    expect(done.byteSize).toBe(made.length);
    expect(files()).toEqual([`${first.id}.pdf`]);

    expect((await start()).id).toBe(first.id);
    // What is not of the kind makes no other file; another language or kind does.
    expect((await exports.start({ editionId, kind: 'pdf', locale: 'id', paper: 'F4', slideId: 'x' })).id).toBe(
      first.id,
    );
    const others = [await start('pdf', 'en'), await start('handout')];
    expect(new Set([first.id, ...others.map(({ id }) => id)]).size).toBe(3);
    expect((await exports.list({ editionId })).map(({ id }) => id)).toEqual(
      expect.arrayContaining([first.id, ...others.map(({ id }) => id)]),
    );
    const events = await database.db
      .selectFrom('audit_event')
      .select('data')
      .where('event', '=', 'export.requested')
      .execute();
    expect(events.map(({ data }) => JSON.parse(data).isNew)).toEqual([true, false, false, false, true, true]);
  });

  it('is made anew when its file was lost', async () => {
    const { start, run, until, dataDir } = await openPlace(await open());
    run({ program: quickProgram() });
    const { id } = await start();
    await until(id, 'done');
    rmSync(join(dataDir, 'exports', `${id}.pdf`));
    const again = await start();
    expect(again.id).not.toBe(id);
    expect(await until(again.id, 'done', 'failed')).toMatchObject({ state: 'done' });
  });

  it('does not hold up an entry that is saved meanwhile', async () => {
    const database = await open();
    const { start, run, until, exports, focalPoint, dataDir } = await openPlace(database);
    const gate = join(dataDir, 'gate');
    run({ program: heldProgram(gate) });
    const { id } = await start();
    for (;;) {
      if ((await exports.get({ id })).progress === 0.5) break;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    const saved = await saveEntry(database, focalPoint, figure(), clock);
    expect(saved.cell).toMatchObject({ value: 612, version: 1 });
    expect(await exports.get({ id })).toMatchObject({ state: 'running', progress: 0.5 });
    writeFileSync(gate, '');
    expect(await until(id, 'done', 'failed')).toMatchObject({ state: 'done', progress: 1 });
  });

  it('leaves no half file when it fails, says why, and can be asked for again', async () => {
    const { start, run, until, files } = await openPlace(await open());
    const cases = [
      { parts: { program: fullDiskProgram }, failure: 'OUT_OF_SPACE' },
      { parts: { program: dyingProgram }, failure: 'INTERNAL' },
      { parts: { program: hungryProgram }, failure: 'TOO_LARGE' },
      { parts: { program: heldProgram('/nowhere'), timeoutMs: 300 }, failure: 'TOO_LARGE' },
    ];
    const ids: string[] = [];
    for (const { parts, failure } of cases) {
      const runner = run(parts);
      const { id } = await start();
      ids.push(id);
      expect(await until(id, 'done', 'failed')).toMatchObject({ state: 'failed', failure, byteSize: null });
      await runner.stop();
      expect(files()).toEqual([]);
    }
    expect(new Set(ids).size).toBe(cases.length);
  });

  it('is not made of an edition that was altered', async () => {
    const database = await open();
    const { start, run, until, editionId, files } = await openPlace(database);
    const { content } = await database.db
      .selectFrom('edition')
      .select('content')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    await database.transaction((trx) =>
      trx
        .updateTable('edition')
        .set({ content: content.replace('Rapat koordinasi', 'Rapat koordinasI') })
        .where('id', '=', editionId)
        .execute(),
    );
    run({ program: quickProgram() });
    const { id } = await start();
    expect(await until(id, 'done', 'failed')).toMatchObject({ state: 'failed', failure: 'EDITION_ALTERED' });
    expect(files()).toEqual([]);
  });
});

onEachEngine('several processes', (open) => {
  it('make each file once', async () => {
    const { exports, editionId, run, until, dataDir } = await openPlace(await open());
    const wanted = (['pptx', 'pdf', 'handout', 'recap', 'xlsx', 'png'] as const).flatMap((kind) =>
      (['id', 'en'] as const).map((locale) => ({ kind, locale })),
    );
    const ids: string[] = [];
    for (const { kind, locale } of wanted) ids.push((await exports.start({ editionId, kind, locale })).id);
    const log = join(dataDir, 'log');
    run({ program: quickProgram(log) });
    run({ program: quickProgram(log) });
    const jobs = await Promise.all(ids.map((id) => until(id, 'done', 'failed')));
    expect(jobs.map(({ state }) => state)).toEqual(ids.map(() => 'done'));
    const made = readFileSync(log, 'utf8').trim().split('\n');
    expect(made.sort()).toEqual(wanted.map(({ kind, locale }) => kind + locale).sort());
  }, 60_000);

  it('give up a job whose process is not heard of any more; it can be started again', async () => {
    const database = await open();
    const { start, run, until, exports } = await openPlace(database);
    const { id } = await start();
    const heardOf = (secondsAgo: number) =>
      database.transaction((trx) =>
        trx
          .updateTable('export_job')
          .set({
            state: 'running',
            workerId: 'another process',
            heartbeatAt: new Date(Date.now() - secondsAgo * 1000).toISOString(),
          })
          .where('id', '=', id)
          .execute(),
      );
    await heardOf(5);
    await run({ program: quickProgram() }).idle();
    // Still heard of: its job is left to it, and who asks for the same file joins it.
    expect(await exports.get({ id })).toMatchObject({ state: 'running' });
    expect((await start()).id).toBe(id);
    await heardOf(60);
    const again = await start();
    expect(again.id).not.toBe(id);
    expect(await exports.get({ id })).toMatchObject({ state: 'failed', failure: 'INTERRUPTED' });
    expect(await until(again.id, 'done', 'failed')).toMatchObject({ state: 'done' });
  });

  it('put the job back that they work on when they are stopped, and leave nothing behind', async () => {
    const { start, run, until, exports, files } = await openPlace(await open());
    const { id } = await start();
    const runner = run({ program: heldProgram('/nowhere') });
    await until(id, 'running');
    await runner.stop();
    expect(await exports.get({ id })).toMatchObject({ state: 'queued', progress: 0 });
    expect(files()).toEqual([]);
    run({ program: quickProgram() });
    expect(await until(id, 'done', 'failed')).toMatchObject({ state: 'done' });
  });

  it('remove files after thirty days, and what a crash left', async () => {
    const database = await open();
    const { start, run, until, exports, files, dataDir } = await openPlace(database);
    const runner = run({ program: quickProgram() });
    const { id } = await start();
    await until(id, 'done');
    await runner.idle();
    const root = join(dataDir, 'exports');
    const stray = '01900000-0000-7000-8000-00000000000a.pdf';
    for (const name of [stray, join('tmp', 'unfinished')]) {
      writeFileSync(join(root, name), 'x');
      const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 3600;
      utimesSync(join(root, name), twoDaysAgo, twoDaysAgo);
    }
    writeFileSync(join(root, 'notes.txt'), 'not ours');
    await removeOldExports(database, dataDir);
    expect(files().sort()).toEqual([`${id}.pdf`, 'notes.txt'].sort());
    await removeOldExports(database, dataDir, Date.now() + 31 * 24 * 3600_000);
    expect(files()).toEqual(['notes.txt']);
    expect(await codeOf(exports.get({ id }))).toBe('EXPORT_NOT_FOUND');
  });
});

onEachEngine('the real thread', (open) => {
  it('makes the recap and the picture of one slide from the frozen figures', async () => {
    const database = await open();
    const place = await openPlace(database);
    const { exports, editionId, run, until, dataDir } = place;
    await reportStunting(database, place);
    const edition = await place.briefing(place.leadership).edition({ editionId });
    const [slide] = edition.content.slides;
    run({});
    const recap = await exports.start({ editionId, kind: 'recap', locale: 'id', paper: 'F4' });
    const picture = await exports.start({ editionId, kind: 'png', locale: 'id', slideId: slide?.id ?? '' });
    expect([recap.fileName, picture.fileName]).toEqual([
      'Rekapitulasi Penanganan 4+1 Mei 2024 – Edisi 1 – F4.pdf',
      'Rapat koordinasi – Edisi 1 – Slide 1.png',
    ]);
    for (const { id } of [recap, picture]) expect(await until(id, 'done', 'failed')).toMatchObject({ state: 'done' });
    const [text = ''] = await pdfPages(readFileSync(join(dataDir, 'exports', `${recap.id}.pdf`)));
    expect(text).toContain('REKAPITULASI PENANGANAN 4+1');
    expect(text).toContain(edition.head.sha256);
    const bytes = readFileSync(join(dataDir, 'exports', `${picture.id}.png`));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  }, 60_000);
});

onEachEngine('who may not read briefings', (open) => {
  it('neither asks for files nor sees them', async () => {
    const database = await open();
    const { start, editionId, exports } = await openPlace(database);
    const { id } = await start();
    for (const actor of [null, await insertUser(database, { role: 'partner' })]) {
      const { export: refused } = callerFor(database, actor);
      const code = actor ? 'NOT_ALLOWED' : 'NOT_SIGNED_IN';
      expect(await codeOf(refused.start({ editionId, kind: 'pdf', locale: 'id' }))).toBe(code);
      expect(await codeOf(refused.get({ id }))).toBe(code);
      expect(await codeOf(refused.list({ editionId }))).toBe(code);
    }
    expect(await codeOf(exports.start({ editionId: 'none', kind: 'pdf', locale: 'id' }))).toBe('EDITION_NOT_FOUND');
    expect(await codeOf(exports.start({ editionId, kind: 'png', locale: 'id', slideId: 'none' }))).toBe(
      'SLIDE_NOT_FOUND',
    );
    expect(await codeOf(exports.get({ id: 'none' }))).toBe('EXPORT_NOT_FOUND');
  });
});
