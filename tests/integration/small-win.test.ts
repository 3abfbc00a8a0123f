import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import type { Actor } from '#server/context.ts';
import { smallWinStates } from '#shared/small-win.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertAgency, insertUser } from '#tests/support/factories.ts';
import { insertSmallWin, makeSmallWinInput } from '#tests/support/small-win-factories.ts';

async function refusal(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof AppError) return cause;
    throw error;
  }
  throw new Error('it was not refused');
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await refusal(work)).code;
}

/** The agency that coordinates stunting today, by the reference data. */
const stuntingCoordinator = 'dinkes-p2kb';

async function people(database: DatabaseHandle) {
  const [agency, other] = [await insertAgency(database), await insertAgency(database)];
  return {
    agency,
    author: await insertUser(database, { role: 'focal_point', agencyId: agency.id }),
    colleague: await insertUser(database, { role: 'focal_point', agencyId: agency.id }),
    stranger: await insertUser(database, { role: 'focal_point', agencyId: other.id }),
    secretariat: await insertUser(database, { role: 'secretariat' }),
    coordinator: await insertUser(database, { role: 'issue_coordinator', agencyId: stuntingCoordinator }),
    leadership: await insertUser(database, { role: 'leadership' }),
    partner: await insertUser(database, { role: 'partner' }),
  };
}

onEachEngine('small wins', (open) => {
  it('are recorded, handed in, returned with a reason, corrected, verified, published and withdrawn', async () => {
    const database = await open();
    const { author, colleague, secretariat, agency } = await people(database);
    const [mine, theirs] = [callerFor(database, author).smallWin, callerFor(database, secretariat).smallWin];

    const { id, version } = await mine.save(makeSmallWinInput());
    expect(await mine.get({ id })).toMatchObject({
      state: 'draft',
      version: 1,
      agency: { id: agency.id },
      areas: [{ id: '76.02', level: 'regency' }],
      actions: ['edit', 'remove', 'submit'],
    });
    await mine.submit({ id, version });
    expect(await theirs.return({ id, version: 2, reason: 'Sebutkan nama sekolahnya.' })).toEqual({
      version: 3,
      state: 'returned',
    });
    expect((await mine.get({ id })).returnReason).toBe('Sebutkan nama sekolahnya.');

    // A colleague of the same agency goes on where the author stopped.
    const again = callerFor(database, colleague).smallWin;
    await again.save(
      makeSmallWinInput({ id, version: 3, title: 'Enam anak SDN 2 Kalukku kembali', areaIds: ['76.02', '76.04'] }),
    );
    await again.submit({ id, version: 4 });
    await theirs.verify({ id, version: 5 });
    await theirs.publish({ id, version: 6 });
    const shown = await callerFor(database, null).smallWin.get({ id });
    expect(shown).toMatchObject({ state: 'published', actions: [], history: [], returnReason: null });
    expect(shown.areas.map((area) => area.id)).toEqual(['76.02', '76.04']);

    await theirs.unpublish({ id, version: 7 });
    expect(await codeOf(callerFor(database, null).smallWin.get({ id }))).toBe('SMALL_WIN_NOT_FOUND');
    const history = (await mine.get({ id })).history;
    expect(history.map((item) => `${item.event} ${item.name}`)).toEqual([
      `created ${author.name}`,
      `submitted ${author.name}`,
      `returned ${secretariat.name}`,
      `changed ${colleague.name}`,
      `submitted ${colleague.name}`,
      `verified ${secretariat.name}`,
      `published ${secretariat.name}`,
      `unpublished ${secretariat.name}`,
    ]);
    expect(history[2]?.reason).toBe('Sebutkan nama sekolahnya.');
  });

  it('leave an audit event for every change, without the story', async () => {
    const database = await open();
    const { author } = await people(database);
    const caller = callerFor(database, author).smallWin;
    const { id } = await caller.save(makeSmallWinInput());
    await caller.remove({ id, version: 1 });
    const events = await database.db
      .selectFrom('audit_event')
      .select(['event', 'actorId', 'data'])
      .where('subjectType', '=', 'small_win')
      .orderBy('seq')
      .execute();
    expect(events.map((row) => [row.event, row.actorId])).toEqual([
      ['small_win.created', author.id],
      ['small_win.deleted', author.id],
    ]);
    expect(events[0]?.data).not.toContain('Kalukku');
    expect(await codeOf(caller.get({ id }))).toBe('SMALL_WIN_NOT_FOUND');
  });

  it('are listed for each reader exactly as the rule for one record says', async () => {
    const database = await open();
    const { author, stranger, secretariat, coordinator, leadership, partner, agency } = await people(database);
    const ids: string[] = [];
    for (const state of smallWinStates) {
      for (const agencyId of [agency.id, stuntingCoordinator, null]) {
        for (const issueId of ['ST', 'KE'] as const)
          ids.push(await insertSmallWin(database, { state, agencyId, issueId }));
      }
    }
    for (const actor of [author, stranger, secretariat, coordinator, leadership, partner, null]) {
      const { smallWin } = callerFor(database, actor);
      const listed = new Set((await smallWin.list({ limit: 50 })).items.map((item) => item.id));
      const found: string[] = [];
      for (const id of ids) {
        const isFound = await smallWin.get({ id }).then(
          () => true,
          () => false,
        );
        if (isFound) found.push(id);
      }
      expect([...listed].filter((id) => ids.includes(id)).sort(), actor?.role).toEqual(found.sort());
      const counts = await smallWin.counts();
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(listed.size);
    }
  });

  it('are verified by others than their author, their agency and an agency that took it over', async () => {
    const database = await open();
    const { secretariat, coordinator, author, leadership } = await people(database);
    const verify = (actor: Actor, id: string) => callerFor(database, actor).smallWin.verify({ id, version: 1 });

    const ofDinkes = await insertSmallWin(database, { state: 'submitted', agencyId: 'dinkes' });
    expect(await codeOf(verify(coordinator, ofDinkes))).toBe('SMALL_WIN_OWN_AGENCY');
    expect((await callerFor(database, coordinator).smallWin.get({ id: ofDinkes })).isForAnotherVerifier).toBe(true);

    const own = await insertSmallWin(database, { state: 'submitted', createdById: secretariat.id });
    expect(await codeOf(verify(secretariat, own))).toBe('SMALL_WIN_OWN_AGENCY');
    expect(await verify(coordinator, own)).toEqual({ version: 2, state: 'verified' });

    const poverty = await insertSmallWin(database, { state: 'submitted', issueId: 'KE', agencyId: author.agencyId });
    expect(await codeOf(verify(coordinator, poverty))).toBe('SMALL_WIN_NOT_FOUND');
    expect(await codeOf(verify(author, poverty))).toBe('NOT_ALLOWED');
    expect(await codeOf(verify(leadership, poverty))).toBe('NOT_ALLOWED');
    expect(await verify(secretariat, poverty)).toEqual({ version: 2, state: 'verified' });
  });

  it('refuse another agency, another state and an old version, and change nothing', async () => {
    const database = await open();
    const { author, stranger, secretariat } = await people(database);
    const mine = callerFor(database, author).smallWin;
    const { id } = await mine.save(makeSmallWinInput());
    const edit = makeSmallWinInput({ id, version: 1, title: 'Judul orang lain' });
    expect(await codeOf(callerFor(database, stranger).smallWin.save(edit))).toBe('SMALL_WIN_NOT_FOUND');
    expect(await codeOf(callerFor(database, secretariat).smallWin.publish({ id, version: 1 }))).toBe(
      'SMALL_WIN_NOT_FOUND',
    );

    await mine.save(makeSmallWinInput({ id, version: 1, title: 'Judul kedua' }));
    const late = await refusal(mine.save(makeSmallWinInput({ id, version: 1, title: 'Judul yang terlambat' })));
    expect([late.code, late.params]).toEqual(['VERSION_CONFLICT', { version: 2 }]);
    expect(await codeOf(mine.submit({ id, version: 1 }))).toBe('VERSION_CONFLICT');

    await mine.submit({ id, version: 2 });
    expect(await codeOf(mine.save(makeSmallWinInput({ id, version: 3 })))).toBe('SMALL_WIN_WRONG_STATE');
    expect(await codeOf(mine.remove({ id, version: 3 }))).toBe('SMALL_WIN_WRONG_STATE');
    expect(await codeOf(callerFor(database, secretariat).smallWin.publish({ id, version: 3 }))).toBe(
      'SMALL_WIN_WRONG_STATE',
    );
    expect(await mine.get({ id })).toMatchObject({ title: 'Judul kedua', state: 'submitted', version: 3 });
  });

  it('take only one of two verifiers who act in the same moment', async () => {
    const database = await open();
    const { secretariat, agency } = await people(database);
    const second = await insertUser(database, { role: 'secretariat' });
    const id = await insertSmallWin(database, { state: 'submitted', agencyId: agency.id });
    const outcomes = await Promise.allSettled([
      callerFor(database, secretariat).smallWin.verify({ id, version: 1 }),
      callerFor(database, second).smallWin.return({ id, version: 1, reason: 'Foto kabur.' }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('name the field when the story, date, area or claim cannot be', async () => {
    const database = await open();
    const { author } = await people(database);
    const mine = callerFor(database, author).smallWin;
    const claim = { indicatorId: 'ST_KELUAR', areaId: '99.01', month: '2999-01', value: -1 };
    const failure = await refusal(
      mine.save(makeSmallWinInput({ date: '2999-01-01', areaIds: ['11.01'], claim, issueId: 'ATS' })),
    );
    expect(failure.fields).toEqual({
      date: 'DATE_FUTURE',
      areaIds: 'AREA_INVALID',
      'claim.indicatorId': 'CLAIM_INDICATOR_OTHER',
      'claim.areaId': 'AREA_INVALID',
      'claim.month': 'CLAIM_MONTH_FUTURE',
      'claim.value': 'CLAIM_VALUE_NEGATIVE',
    });
    const { id } = await mine.save(makeSmallWinInput({ story: 'Pendek.' }));
    expect((await refusal(mine.submit({ id, version: 1 }))).fields).toEqual({ story: 'STORY_SHORT' });
  });
});

onEachEngine('the feed', (open) => {
  it('filters by issue, area with what lies below, news, dates and words, and pages without gaps', async () => {
    const database = await open();
    const { smallWin } = callerFor(database, null);
    const before = new Set((await smallWin.list({ limit: 50 })).items.map((item) => item.id));
    const made: string[] = [];
    for (let day = 1; day <= 7; day += 1) {
      made.push(
        await insertSmallWin(database, {
          state: 'published',
          title: day === 3 ? 'Posyandu 100% buka_lagi di Ranuan' : `Hari ${day}`,
          // Two share a date: the id decides.
          date: `2025-03-0${Math.ceil(day / 2)}`,
          issueId: day % 2 === 0 ? 'KE' : 'ST',
          areaIds: [day < 4 ? '76.04.12' : '76.05'],
          news: day === 5 ? 'bad' : 'good',
        }),
      );
    }
    const ids = async (filter: Parameters<typeof smallWin.list>[0]) =>
      (await smallWin.list(filter)).items
        .filter((item) => !before.has(item.id))
        .map((item) => made.indexOf(item.id) + 1);

    expect((await ids({ issueId: 'KE' })).sort()).toEqual([2, 4, 6]);
    expect((await ids({ areaId: '76.04' })).sort()).toEqual([1, 2, 3]);
    expect((await ids({ areaId: '76.04.12' })).sort()).toEqual([1, 2, 3]);
    expect(await ids({ areaId: '76.03' })).toEqual([]);
    expect(await ids({ news: 'bad' })).toEqual([5]);
    expect((await ids({ from: '2025-03-02', to: '2025-03-03' })).sort()).toEqual([3, 4, 5, 6]);
    expect(await ids({ text: 'POSYANDU 100% buka_' })).toEqual([3]);
    expect(await ids({ text: '100_ buka' })).toEqual([]);
    expect(await ids({ state: 'draft' })).toEqual([]);

    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof smallWin.list>> = await smallWin.list({ limit: 3, cursor });
      paged.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual((await smallWin.list({ limit: 50 })).items.map((item) => item.id));
    expect(new Set(paged).size).toBe(made.length + before.size);
  });
});

onEachEngine('a claimed figure', (open) => {
  it('of 1.024 stands beside the 1.054 that is held, with source and difference', async () => {
    const database = await open();
    const { smallWin } = callerFor(database, null);
    const { claim } = await smallWin.get({ id: 'small-win-2023-08-stunting' });
    expect(claim).toMatchObject({
      claimed: 1024,
      result: 'differs',
      difference: -30,
      month: '2023-08',
      area: { id: '76' },
      indicator: { id: 'ST_KELUAR' },
      figure: { value: 1054, basis: 'published' },
    });
    expect(claim?.figure?.source).toBeTruthy();
    expect((await smallWin.get({ id: 'small-win-2023-08-ats' })).claim).toMatchObject({
      result: 'matches',
      difference: 0,
    });
  });

  it('says that no figure is held, and shows a later one and its correction when they come', async () => {
    const database = await open();
    const { author } = await people(database);
    const mine = callerFor(database, author).smallWin;
    const claim = { indicatorId: 'ST_KELUAR', areaId: '76.04', month: '2024-05', value: 40 };
    const { id } = await mine.save(makeSmallWinInput({ issueId: 'ST', claim }));
    expect((await mine.get({ id })).claim).toMatchObject({ result: 'no_figure', figure: null, difference: null });

    const setHeld = (sum: number) =>
      database.transaction(async (trx) => {
        const key = { indicatorId: 'ST_KELUAR', month: '2024-05', areaId: '76.04', parentId: '76' };
        await trx
          .deleteFrom('rollup')
          .where('indicatorId', '=', key.indicatorId)
          .where('areaId', '=', key.areaId)
          .execute();
        await trx
          .insertInto('rollup')
          .values({
            ...key,
            level: 'regency',
            verifiedSum: sum,
            verifiedHeld: 8,
            verifiedNa: 0,
            submittedSum: sum + 5,
            submittedHeld: 9,
            submittedNa: 0,
            sampleHeld: 0,
            expected: 16,
          })
          .execute();
      });
    await setHeld(40);
    expect((await mine.get({ id })).claim).toMatchObject({
      result: 'matches',
      figure: { value: 40, held: 8, expected: 16, basis: 'verified' },
    });
    await setHeld(37);
    const list = await mine.list({ state: 'draft' });
    expect(list.items[0]?.claim).toMatchObject({
      claimed: 40,
      result: 'differs',
      difference: 3,
      figure: { value: 37 },
    });
  });
});
