import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { originOf } from '#server/origin/origin.service.ts';
import {
  getReport,
  returnCells,
  saveEntry,
  setAside,
  submitReport,
  verifyCells,
} from '#server/report/report.service.ts';
import type { SaveEntryInput, SetAsideInput } from '#shared/report.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { expectCountersTrue, expectRollupsTrue } from '#tests/support/report-checks.ts';
import {
  binuang,
  clock,
  countRows,
  figure,
  insertPeople,
  month,
  type People,
  polewali,
  stuntingKey,
} from '#tests/support/report-factories.ts';

const cell = { indicatorId: 'ST_SASARAN', areaId: polewali };

function submission(expectedVersion: number, submissionId = randomUUID()) {
  return { reportKey: stuntingKey, expectedVersion, acceptMissing: true, submissionId };
}

function loser(overrides: Partial<SetAsideInput> = {}): SetAsideInput {
  const { baseVersion: _, ...typed } = figure({ value: 12 });
  return { ...typed, changeId: randomUUID(), ...overrides };
}

function listRevisions(database: DatabaseHandle) {
  return database.db.selectFrom('entry_revision').selectAll().orderBy('version').orderBy('at').execute();
}

async function submitted(database: DatabaseHandle, { focalPoint }: People) {
  const { report } = await saveEntry(database, focalPoint, figure(), clock);
  return submitReport(database, focalPoint, submission(report.version), clock);
}

onEachEngine('a change that carries its id', (open) => {
  it('is written under that id, and once, however often it is sent', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const input = figure({ changeId: randomUUID() });
    const first = await saveEntry(database, focalPoint, input, clock);
    const rows = await countRows(database);

    expect(await saveEntry(database, focalPoint, input, clock)).toEqual(first);
    expect(await countRows(database)).toEqual(rows);
    expect((await listRevisions(database)).map(({ id }) => id)).toEqual([input.changeId]);
  });

  it('is done, whatever happened to the cell since: changed by somebody else, on the desk, verified, returned', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const { focalPoint, colleague, secretariat } = people;
    const input = figure({ changeId: randomUUID() });
    await saveEntry(database, focalPoint, input, clock);
    const retry = async (at: Partial<SaveEntryInput> = {}) => {
      const rows = await countRows(database);
      const answer = await saveEntry(database, focalPoint, { ...input, ...at }, clock);
      expect(await countRows(database)).toEqual(rows);
      return answer.cell;
    };

    const changed = await saveEntry(database, colleague, figure({ value: 700, baseVersion: 1 }), clock);
    expect(await retry()).toEqual(changed.cell);
    await submitReport(database, colleague, submission(changed.report.version), clock);
    expect(await retry()).toMatchObject({ value: 700, status: 'submitted', version: 3 });
    const returned = [{ ...cell, version: 3, reason: 'Berbeda dengan e-PPGBM' }];
    await returnCells(database, secretariat, { reportKey: stuntingKey, cells: returned }, clock);
    expect(await retry()).toMatchObject({ value: 700, status: 'returned', version: 4 });
    // Sent again as if it had been made on the cell as it is now: its id is taken all the same.
    expect(await retry({ baseVersion: 4 })).toMatchObject({ value: 700, status: 'returned', version: 4 });

    const { report } = await getReport(database, colleague, { reportKey: stuntingKey }, clock);
    await submitReport(database, colleague, submission(report.version), clock);
    await verifyCells(database, secretariat, { reportKey: stuntingKey, cells: [{ ...cell, version: 5 }] }, clock);
    expect(await retry()).toMatchObject({ value: 700, status: 'verified', version: 6 });
  });

  it('is a conflict where it was never written', async () => {
    const database = await open();
    const { focalPoint, colleague } = await insertPeople(database);
    await saveEntry(database, colleague, figure({ value: 700 }), clock);
    await expect(saveEntry(database, focalPoint, figure({ changeId: randomUUID() }), clock)).rejects.toMatchObject({
      code: 'ENTRY_VERSION_CONFLICT',
      params: { value: 700, mineValue: 612 },
    });
  });

  it('is refused where its id is that of another cell or another person', async () => {
    const database = await open();
    const { focalPoint, colleague } = await insertPeople(database);
    const changeId = randomUUID();
    await saveEntry(database, focalPoint, figure({ changeId }), clock);
    const rows = await countRows(database);
    const tries: [typeof focalPoint, Partial<SaveEntryInput>][] = [
      [focalPoint, { areaId: binuang }],
      [focalPoint, { indicatorId: 'ST_VALID' }],
      [focalPoint, { reportKey: '2026-09_ST_biro-hukum' }],
      [colleague, { value: 5 }],
      [colleague, { value: 5, baseVersion: 1 }],
    ];
    for (const [actor, overrides] of tries) {
      expect(await codeOf(saveEntry(database, actor, figure({ changeId, ...overrides }), clock))).toBe('BAD_INPUT');
    }
    expect(await codeOf(setAside(database, colleague, loser({ changeId }), clock))).toBe('BAD_INPUT');
    expect(await countRows(database)).toEqual(rows);
    const api = callerFor(database, focalPoint);
    await expect(api.report.saveEntry(figure({ changeId: 'satu' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is written once when it is sent again before the first answer', async () => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const input = figure({ changeId: randomUUID() });
    const next = figure({ value: 5, baseVersion: 1, changeId: randomUUID() });
    const answers = await Promise.all(
      [input, input, next, input, next, input].map((each) => saveEntry(database, focalPoint, each, clock)),
    );
    expect(answers.map(({ cell: { version } }) => version)).toContain(2);
    expect((await listRevisions(database)).map(({ id, version }) => [id, version])).toEqual([
      [input.changeId, 1],
      [next.changeId, 2],
    ]);
  });
});

onEachEngine('a submission that carries its id', (open) => {
  it('is done once, and stays done after the report was verified', async () => {
    const database = await open();
    const { focalPoint, secretariat } = await insertPeople(database);
    const { report } = await saveEntry(database, focalPoint, figure(), clock);
    const input = submission(report.version);
    const [first, second] = await Promise.all([
      submitReport(database, focalPoint, input, clock),
      submitReport(database, focalPoint, input, clock),
    ]);
    expect(second.report).toEqual(first.report);
    expect(await listRevisions(database)).toHaveLength(2);

    await verifyCells(database, secretariat, { reportKey: stuntingKey, cells: [{ ...cell, version: 2 }] }, clock);
    const rows = await countRows(database);
    const again = await submitReport(database, focalPoint, input, clock);
    expect(again.report).toMatchObject({ state: 'verified', counters: { verified: 1 } });
    expect(await countRows(database)).toEqual(rows);
  });

  it('stays done after cells were returned, and the next one has an id of its own', async () => {
    const database = await open();
    const { focalPoint, colleague, secretariat } = await insertPeople(database);
    const { report } = await saveEntry(database, focalPoint, figure(), clock);
    const input = submission(report.version);
    await submitReport(database, focalPoint, input, clock);
    const cells = [{ ...cell, version: 2, reason: 'Periksa lagi' }];
    await returnCells(database, secretariat, { reportKey: stuntingKey, cells }, clock);
    const rows = await countRows(database);

    const again = await submitReport(database, focalPoint, input, clock);
    expect(again.report).toMatchObject({ state: 'returned', counters: { returned: 1 } });
    expect(await countRows(database)).toEqual(rows);
    // Somebody else's submission under the same id is none of theirs.
    expect(await codeOf(submitReport(database, colleague, input, clock))).toBe('VERSION_CONFLICT');

    const next = await submitReport(database, focalPoint, submission(again.report.version), clock);
    expect(next.report.state).toBe('submitted');
  });
});

onEachEngine('a figure that lost a conflict', (open) => {
  it('is kept with its words among the revisions, and changes nothing else', async () => {
    const database = await open();
    const people = await insertPeople(database);
    const { focalPoint, colleague } = people;
    await saveEntry(database, colleague, figure({ value: 700 }), clock);
    const before = await getReport(database, focalPoint, { reportKey: stuntingKey }, clock);
    const rows = await countRows(database);
    const input = loser({ note: 'Rekap puskesmas', source: 'e-PPGBM' });

    const { cell: kept } = await setAside(database, focalPoint, input, clock);

    expect(kept).toEqual(before.cells[0]);
    expect(await getReport(database, focalPoint, { reportKey: stuntingKey }, clock)).toEqual(before);
    expect(await countRows(database)).toEqual({ ...rows, revisions: rows.revisions + 1, events: rows.events + 1 });
    expect((await listRevisions(database)).at(-1)).toMatchObject({
      id: input.changeId,
      action: 'set_aside',
      version: 1,
      fromValue: 700,
      toValue: 12,
      note: 'Rekap puskesmas',
      source: 'e-PPGBM',
      actorId: focalPoint.id,
    });
    const [event] = await database.db
      .selectFrom('audit_event')
      .select('data')
      .where('event', '=', 'entry.set_aside')
      .execute();
    expect(JSON.parse(event?.data ?? '{}')).toMatchObject({ mine: { value: 12 }, kept: { value: 700 }, version: 1 });

    expect((await setAside(database, focalPoint, input, clock)).cell).toEqual(kept);
    // The save that it was, arriving late: it was settled.
    const late = figure({ value: 12, changeId: input.changeId });
    expect((await saveEntry(database, focalPoint, late, clock)).cell).toEqual(kept);
    expect(await countRows(database)).toMatchObject({ revisions: rows.revisions + 1, events: rows.events + 1 });
  });

  it('is kept where the cell is on the verifier’s desk or verified, and where it holds nothing', async () => {
    const database = await open();
    const people = await insertPeople(database);
    await submitted(database, people);
    const { focalPoint, secretariat } = people;
    expect((await setAside(database, focalPoint, loser(), clock)).cell).toMatchObject({ status: 'submitted' });
    const cells = [{ ...cell, version: 2 }];
    await verifyCells(database, secretariat, { reportKey: stuntingKey, cells }, clock);
    expect((await setAside(database, focalPoint, loser({ value: 13 }), clock)).cell).toMatchObject({
      status: 'verified',
      value: 612,
    });
    const nothing = loser({ kind: 'not_applicable', value: null, areaId: binuang });
    expect(await setAside(database, focalPoint, nothing, clock)).toEqual({ cell: null });
    await expectRollupsTrue(database);
    await expectCountersTrue(database);

    const origin = { ...cell, month, scope: 'verified' as const, offset: 0, provinceId: '76' };
    const told = await originOf(database.db, secretariat, origin);
    expect(told.cell?.revisions.map(({ action, to, by }) => [action, to.value, by.name])).toEqual([
      ['entered', 612, 'Andi'],
      ['submitted', 612, 'Andi'],
      ['set_aside', 12, 'Andi'],
      ['verified', 612, 'Eka'],
      ['set_aside', 13, 'Andi'],
    ]);
    expect(told.figure?.value).toBe(612);
    // A correction waits: what is told to the public is still how the figure in force came to be.
    await saveEntry(database, focalPoint, figure({ value: 600, baseVersion: 3, reason: 'Salah ketik' }), clock);
    await setAside(database, focalPoint, loser({ value: 14 }), clock);
    const entered = told.cell?.revisions[0]?.by.at;
    expect((await originOf(database.db, null, origin)).cell).toMatchObject({ entered: { at: entered }, revisions: [] });
  });

  it('lets both be shown what the cell held before, and never a figure that it did not hold', async () => {
    const database = await open();
    const { focalPoint, colleague, leadership } = await insertPeople(database);
    await saveEntry(database, colleague, figure({ value: 600 }), clock);
    await setAside(database, focalPoint, loser({ value: 12 }), clock);
    await saveEntry(database, colleague, figure({ kind: 'not_applicable', value: null, baseVersion: 1 }), clock);
    await saveEntry(database, colleague, figure({ value: 5, areaId: binuang }), clock);
    const ask = (...versions: number[]) =>
      callerFor(database, leadership).report.figuresAt({
        reportKey: stuntingKey,
        cells: versions.map((version) => ({ ...cell, version })),
      });
    expect(await ask(1)).toEqual([{ ...cell, version: 1, kind: 'number', value: 600 }]);
    expect(await ask(2, 3)).toEqual([{ ...cell, version: 2, kind: 'not_applicable', value: null }]);
  });

  it.each([
    ['a count below zero', { value: -1 }, 'ENTRY_VALUE_NEGATIVE'],
    ['a number without a value', { value: null }, 'ENTRY_VALUE_INVALID'],
    ["another agency's area", { areaId: '76.04.12' }, 'ENTRY_CELL_NOT_YOURS'],
    ["another agency's report", { reportKey: `${month}_ST_biro-umum`, areaId: '76.04.12' }, 'REPORT_NOT_YOURS'],
    ['an indicator that is not collected there', { areaId: '76.04' }, 'ENTRY_CELL_NOT_COLLECTED'],
  ])('is refused for %s', async (_title, overrides, code) => {
    const database = await open();
    const { focalPoint } = await insertPeople(database);
    const rows = await countRows(database);
    expect(await codeOf(setAside(database, focalPoint, loser(overrides), clock))).toBe(code);
    expect(await countRows(database)).toEqual(rows);
  });
});

const step = fc.record({
  who: fc.constantFrom('focalPoint' as const, 'colleague' as const),
  indicatorId: fc.constantFrom('ST_SASARAN', 'ST_VALID'),
  kind: fc.constantFrom('save' as const, 'save' as const, 'setAside' as const),
  value: fc.integer({ min: 300, max: 310 }),
  /** How often it is sent, and how far behind the cell it was made. */
  times: fc.integer({ min: 1, max: 3 }),
  behind: fc.integer({ min: 0, max: 1 }),
});

onEachEngine('any order of changes and repetitions', (open, engine) => {
  it('leaves one revision for every change that was taken, and sums that are true', async () => {
    let repeated = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 8, maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        async (steps, order) => {
          const database = await open();
          const people = await insertPeople(database);
          const versions = new Map<string, number>();
          const sends = steps.flatMap((each) => {
            const at = versions.get(each.indicatorId) ?? 0;
            if (each.kind === 'save') versions.set(each.indicatorId, at + 1);
            return new Array<{ step: typeof each; input: SetAsideInput & { baseVersion: number } }>(each.times).fill({
              step: each,
              input: {
                ...loser({ indicatorId: each.indicatorId, value: each.value }),
                baseVersion: Math.max(0, at - each.behind),
              },
            });
          });
          const keys = sends.map((send) => ({ send, key: order.next().value }));
          const shuffled = keys.toSorted((left, right) => left.key - right.key).map(({ send }) => send);
          const taken = new Set<string>();
          // Some together, some one after the other.
          for (let from = 0; from < shuffled.length; from += 4) {
            await Promise.all(
              shuffled.slice(from, from + 4).map(async ({ step: { who, kind }, input }) => {
                const { baseVersion, ...figureOnly } = input;
                try {
                  if (kind === 'save') await saveEntry(database, people[who], { ...figureOnly, baseVersion }, clock);
                  else await setAside(database, people[who], figureOnly, clock);
                  if (taken.has(input.changeId)) repeated += 1;
                  taken.add(input.changeId);
                } catch (error) {
                  if (!(error instanceof AppError) || error.code !== 'ENTRY_VERSION_CONFLICT') throw error;
                }
              }),
            );
          }
          const revisions = await listRevisions(database);
          const ids = revisions.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          // A save of what the cell holds already is taken without a revision; nothing else is.
          expect(ids.every((id) => taken.has(id))).toBe(true);
          const events = await database.db
            .selectFrom('audit_event')
            .select('event')
            .where('event', 'in', ['entry.saved', 'entry.set_aside'])
            .execute();
          expect(events).toHaveLength(ids.length);
          const entries = await database.db.selectFrom('entry').select(['indicatorId', 'version', 'value']).execute();
          for (const entry of entries) {
            const own = revisions.filter((row) => row.indicatorId === entry.indicatorId && row.action !== 'set_aside');
            expect(own.map(({ version }) => version)).toEqual(own.map((_, index) => index + 1));
            expect(own.at(-1)).toMatchObject({ version: entry.version, toValue: entry.value });
          }
          await expectCountersTrue(database);
          await expectRollupsTrue(database);
        },
      ),
      { numRuns: engine === 'sqlite' ? 20 : 8 },
    );
    expect(repeated).toBeGreaterThan(0);
  }, 120_000);
});
