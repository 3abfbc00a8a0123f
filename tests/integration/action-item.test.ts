import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { renewReferenceVersion } from '#db/reference-version.ts';
import { overdueActionItems } from '#server/action-item/action-item.service.ts';
import { addMonths } from '#shared/month.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency, insertUser } from '#tests/support/factories.ts';
import { insertCells } from '#tests/support/figure-factories.ts';
import { daysFromToday, makeItem, setItem, thisMonth, today } from '#tests/support/meeting-factories.ts';
import { codeOf, refusal } from '#tests/support/refusal.ts';
import { binuang, polewali } from '#tests/support/report-factories.ts';

async function people(database: DatabaseHandle) {
  return {
    secretariat: await insertUser(database, { role: 'secretariat', name: 'Eka' }),
    coordinator: await insertUser(database, { role: 'issue_coordinator', agencyId: 'dinkes-p2kb', name: 'Dewi' }),
    other: await insertUser(database, { role: 'issue_coordinator', agencyId: 'distapang', name: 'Gani' }),
    owner: await insertUser(database, { role: 'focal_point', agencyId: 'biro-hukum', name: 'Andi' }),
    stranger: await insertUser(database, { role: 'focal_point', agencyId: 'biro-umum', name: 'Citra' }),
  };
}

onEachEngine('action items', (open) => {
  it('are begun, remarked on, done and taken up again by their owner, and every step is kept', async () => {
    const database = await open();
    const { secretariat, owner, stranger } = await people(database);
    const item = makeItem({ ownerAgencyId: 'biro-hukum' });
    await callerFor(database, secretariat).actionItem.record(item);
    const mine = callerFor(database, owner).actionItem;
    expect(await mine.get({ id: item.id })).toMatchObject({
      state: 'open',
      mayProgress: true,
      mayChange: false,
      mayRemove: false,
      daysLate: 0,
      figure: null,
    });
    const step = (version: number, to: 'open' | 'in_progress' | 'done' | 'dropped', note = '') =>
      mine.progress({ id: item.id, version, to, note });
    await step(1, 'in_progress');
    expect(await codeOf(step(1, 'done'))).toBe('VERSION_CONFLICT');
    expect(await codeOf(step(2, 'in_progress'))).toBe('NOTE_REQUIRED');
    await step(2, 'in_progress', 'Dua alat sudah dipinjamkan.');
    expect(await codeOf(step(3, 'open'))).toBe('ACTION_ITEM_WRONG_STATE');
    await step(3, 'done', 'Tiga alat diterima posyandu.');
    expect(await mine.get({ id: item.id })).toMatchObject({
      state: 'done',
      closedOn: today(),
      closingNote: 'Tiga alat diterima posyandu.',
    });
    expect(await codeOf(step(4, 'done', 'lagi'))).toBe('ACTION_ITEM_WRONG_STATE');
    expect(await codeOf(step(4, 'in_progress'))).toBe('NOTE_REQUIRED');
    await step(4, 'in_progress', 'Satu alat rusak lagi.');
    const read = await mine.get({ id: item.id });
    expect(read).toMatchObject({ state: 'in_progress', closedOn: null, closingNote: null });
    expect(read.notes.map(({ from, to, note, byName }) => [from, to, note, byName])).toEqual([
      [null, 'open', '', 'Eka'],
      ['open', 'in_progress', '', 'Andi'],
      ['in_progress', 'in_progress', 'Dua alat sudah dipinjamkan.', 'Andi'],
      ['in_progress', 'done', 'Tiga alat diterima posyandu.', 'Andi'],
      ['done', 'in_progress', 'Satu alat rusak lagi.', 'Andi'],
    ]);
    expect(
      await codeOf(
        callerFor(database, stranger).actionItem.progress({ id: item.id, version: 5, to: 'done', note: '' }),
      ),
    ).toBe('ACTION_ITEM_NOT_YOURS');
  });

  it('are dropped only with a reason, by their owner, their issue’s coordinator or the secretariat', async () => {
    const database = await open();
    const { secretariat, coordinator, other } = await people(database);
    const item = makeItem({ ownerAgencyId: 'biro-hukum', issueId: 'ST' });
    await callerFor(database, secretariat).actionItem.record(item);
    const drop = (actor: typeof coordinator, note: string) =>
      callerFor(database, actor).actionItem.progress({ id: item.id, version: 1, to: 'dropped', note });
    expect((await refusal(drop(coordinator, '  '))).fields).toEqual({ note: 'TEXT_REQUIRED' });
    expect(await codeOf(drop(other, 'Alasan'))).toBe('ACTION_ITEM_NOT_YOURS');
    await drop(coordinator, 'Alat dari pusat sudah tiba.');
    expect(await callerFor(database, secretariat).actionItem.get({ id: item.id })).toMatchObject({
      state: 'dropped',
      closingNote: 'Alat dari pusat sudah tiba.',
    });
  });

  it('stay overdue until they are closed, however old, and a moved due date says why', async () => {
    const database = await open();
    const { secretariat, coordinator } = await people(database);
    const { actionItem } = callerFor(database, secretariat);
    const old = makeItem({ ownerAgencyId: 'biro-hukum', text: 'Sangat lama', issueId: 'ATS' });
    const late = makeItem({ ownerAgencyId: 'biro-umum', text: 'Terlambat' });
    const due = makeItem({ ownerAgencyId: 'biro-umum', text: 'Hari ini', dueDate: today() });
    const done = makeItem({ ownerAgencyId: 'biro-umum', text: 'Selesai' });
    for (const item of [late, old, due, done]) await actionItem.record(item);
    await setItem(database, old.id, { dueDate: daysFromToday(-900) });
    await setItem(database, late.id, { dueDate: daysFromToday(-1) });
    await setItem(database, done.id, { dueDate: daysFromToday(-5), state: 'done', closedOn: daysFromToday(-6) });

    const texts = async (state: 'unfinished' | 'overdue' | 'closed' | 'all', more: object = {}) =>
      (await actionItem.list({ state, ...more })).map(({ text, daysLate }) => `${text} ${daysLate}`);
    expect(await texts('overdue')).toEqual(['Sangat lama 900', 'Terlambat 1']);
    expect(await texts('unfinished')).toEqual(['Sangat lama 900', 'Terlambat 1', 'Hari ini 0']);
    expect(await texts('closed')).toEqual(['Selesai 0']);
    expect(await texts('all')).toHaveLength(4);
    expect(await texts('overdue', { issueId: 'ATS' })).toEqual(['Sangat lama 900']);
    expect(await texts('overdue', { agencyId: 'biro-umum' })).toEqual(['Terlambat 1']);
    const brief = await overdueActionItems(database.db, { asOf: today(), issueId: 'ST' });
    expect(brief.map(({ text, daysLate, ownerAgencyId }) => [text, daysLate, ownerAgencyId])).toEqual([
      ['Terlambat', 1, 'biro-umum'],
    ]);
    // The day it was judged by counts, not the day it is read.
    expect(await overdueActionItems(database.db, { asOf: daysFromToday(-1), issueId: 'ST' })).toEqual([]);

    const { meetingId: _, decisionId: __, ...settings } = late;
    const moved = { ...settings, dueDate: daysFromToday(30), version: 1, note: '' };
    expect(await codeOf(actionItem.change(moved))).toBe('NOTE_REQUIRED');
    expect(await codeOf(callerFor(database, coordinator).actionItem.change(moved))).toBe('ACTION_ITEM_NOT_YOURS');
    await actionItem.change({ ...moved, note: 'Anggaran baru tersedia bulan depan.' });
    const read = await actionItem.get({ id: late.id });
    expect(read).toMatchObject({ dueDate: daysFromToday(30), daysLate: 0, version: 2, mayRemove: false });
    expect(read.notes.at(-1)).toMatchObject({
      dueDate: { from: daysFromToday(-1), to: daysFromToday(30) },
      note: 'Anggaran baru tersedia bulan depan.',
    });
    expect(await codeOf(actionItem.remove({ id: late.id, version: 2 }))).toBe('ACTION_ITEM_WRONG_STATE');
    expect(await codeOf(actionItem.remove({ id: old.id, version: 1 }))).toBe('ACTION_ITEM_WRONG_STATE');
  });

  it('of a merged agency are the successor’s', async () => {
    const database = await open();
    const { secretariat } = await people(database);
    const heir = await insertAgency(database);
    const former = await insertAgency(database);
    const item = makeItem({ ownerAgencyId: former.id });
    await callerFor(database, secretariat).actionItem.record(item);
    await database.transaction(async (trx) => {
      const row = { agencyId: former.id, successorId: heir.id, note: null };
      await trx.insertInto('agency_successor').values(row).execute();
    });
    await database.transaction((trx) => renewReferenceVersion(trx));
    const person = await insertUser(database, { role: 'focal_point', agencyId: heir.id });
    const mine = callerFor(database, person).actionItem;
    expect((await mine.list({ agencyId: heir.id })).map(({ id, mayProgress }) => [id, mayProgress])).toEqual([
      [item.id, true],
    ]);
  });

  it('copy the figure they are about when they are recorded, and say whether it has moved since', async () => {
    const database = await open();
    const { secretariat } = await people(database);
    const { actionItem } = callerFor(database, secretariat);
    const [before, then, now] = [-3, -2, -1].map((count) => addMonths(thisMonth(), count));
    const cells = (month: string | undefined, values: readonly [number, number | null]) =>
      insertCells(database, {
        agencyId: 'biro-hukum',
        issueId: 'ST',
        indicatorId: 'ST_KELUAR',
        month: month ?? '',
        cells: [polewali, binuang].flatMap((areaId, index) => {
          const value = values[index] ?? null;
          return value === null ? [] : [{ areaId, value }];
        }),
      });
    await cells(before, [40, 10]);
    await cells(then, [50, 20]);
    const figure = { indicatorId: 'ST_KELUAR', areaId: polewali };
    const one = makeItem({ ownerAgencyId: 'biro-hukum', issueId: null, figure });
    const whole = makeItem({ ownerAgencyId: 'biro-hukum', figure: { indicatorId: 'ST_KELUAR', areaId: '76.04' } });
    const none = makeItem({ ownerAgencyId: 'biro-hukum', figure: { indicatorId: 'ST_KELUAR', areaId: '76.02' } });
    for (const item of [one, whole, none]) await actionItem.record(item);
    const figureOf = async (id: string) => (await actionItem.get({ id })).figure;
    expect(await actionItem.get({ id: one.id })).toMatchObject({ issueId: 'ST' });
    expect(await figureOf(one.id)).toMatchObject({ before: { month: then, value: 50 }, now: null, moved: null });
    expect(await figureOf(none.id)).toMatchObject({ before: { value: null }, now: null, moved: null });

    // Only one of two districts is in: a total that is smaller for that is not worse.
    await cells(now, [65, null]);
    expect(await figureOf(one.id)).toMatchObject({
      before: { month: then, value: 50 },
      now: { month: now, value: 65 },
      isComparable: true,
      moved: 'better',
    });
    expect(await figureOf(whole.id)).toMatchObject({
      before: { value: 70 },
      now: { month: now, value: 65 },
      isComparable: false,
      moved: null,
    });
    const [item] = await overdueActionItems(database.db, { asOf: daysFromToday(20) });
    expect(item?.figure?.moved).toBeDefined();

    // What was then stays as it was recorded, whatever is corrected later.
    await database.transaction((trx) =>
      trx
        .updateTable('rollup')
        .set({ verifiedSum: 999 })
        .where('month', '=', then ?? '')
        .execute(),
    );
    expect(await figureOf(one.id)).toMatchObject({ before: { value: 50 } });
    await database.transaction((trx) =>
      trx.updateTable('indicator').set({ isActive: 0 }).where('id', '=', 'ST_KELUAR').execute(),
    );
    await database.transaction((trx) => renewReferenceVersion(trx));
    expect(await figureOf(one.id)).toMatchObject({ before: { value: 50 }, now: null, moved: null });
  });

  it('refuse an agency that is gone, a figure of another issue and an area elsewhere, and leave nothing', async () => {
    const database = await open();
    const { secretariat } = await people(database);
    const { actionItem } = callerFor(database, secretariat);
    const gone = await insertAgency(database, { validTo: '2021-01-01' });
    const wrong = makeItem({
      ownerAgencyId: gone.id,
      issueId: 'KE',
      figure: { indicatorId: 'ST_KELUAR', areaId: '73.01' },
    });
    expect((await refusal(actionItem.record(wrong))).fields).toEqual({
      ownerAgencyId: 'AGENCY_NOT_THERE',
      'figure.indicatorId': 'CHOICE_REQUIRED',
      'figure.areaId': 'CHOICE_REQUIRED',
    });
    expect(await codeOf(actionItem.record(makeItem({ ownerAgencyId: 'biro-umum', meetingId: 'x' })))).toBe(
      'MEETING_NOT_FOUND',
    );
    expect(await codeOf(actionItem.record(makeItem({ ownerAgencyId: 'biro-umum', decisionId: 'x' })))).toBe(
      'DECISION_NOT_FOUND',
    );
    expect(await actionItem.list({ state: 'all' })).toEqual([]);
  });

  it('keep to the issue of the figure they follow', async () => {
    const database = await open();
    const { secretariat } = await people(database);
    const { actionItem } = callerFor(database, secretariat);
    const figure = { indicatorId: 'ST_SASARAN', areaId: polewali };
    const item = makeItem({ ownerAgencyId: 'biro-hukum', issueId: 'ST', figure });
    await actionItem.record(item);
    const { meetingId: _, decisionId: __, ...settings } = item;
    const moved = actionItem.change({ ...settings, issueId: 'INF', version: 1, note: '' });
    expect((await refusal(moved)).fields).toEqual({ 'figure.indicatorId': 'CHOICE_REQUIRED' });
  });

  it('do not take the last places of a ratio for a movement', async () => {
    const database = await open();
    const { secretariat } = await people(database);
    const { actionItem } = callerFor(database, secretariat);
    const ratio = await database.db
      .selectFrom('indicator')
      .select(['id', 'issueId', 'numeratorId', 'denominatorId', 'decimals'])
      .where('aggregation', '=', 'ratio')
      .where('isActive', '=', 1)
      .where('numeratorId', 'is not', null)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const report = async (count: number) => {
      const cells = [
        { indicatorId: ratio.numeratorId ?? '', value: 1 },
        { indicatorId: ratio.denominatorId ?? '', value: 3 },
      ];
      for (const { indicatorId, value } of cells) {
        const month = addMonths(thisMonth(), count);
        const given = { agencyId: 'biro-hukum', issueId: ratio.issueId, indicatorId, month };
        await insertCells(database, { ...given, cells: [{ areaId: polewali, value }] });
      }
    };
    await report(-2);
    const figure = { indicatorId: ratio.id, areaId: polewali };
    const item = makeItem({ ownerAgencyId: 'biro-hukum', issueId: ratio.issueId, figure });
    await actionItem.record(item);
    await report(-1);
    expect((await actionItem.get({ id: item.id })).figure).toMatchObject({ isComparable: true, moved: 'same' });
  });
});
