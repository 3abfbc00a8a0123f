import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { renewReferenceVersion } from '#db/reference-version.ts';
import { overview } from '#server/overview/overview.service.ts';
import { canonicalJson } from '#shared/briefing/canonical-json.ts';
import type { DeckContent, SlideBody, SlideBodyOf } from '#shared/briefing/content.ts';
import { figuresOfSlides } from '#shared/briefing/figures.ts';
import { noFilter, type SlideKind } from '#shared/briefing/slide.ts';
import {
  addPicture,
  briefingMonth,
  cascade,
  codeOf,
  correctStunting,
  freezeNow,
  insertBriefers,
  reportStunting,
} from '#tests/support/briefing-factories.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { polewali } from '#tests/support/report-factories.ts';
import { insertSmallWin } from '#tests/support/small-win-factories.ts';

const monthly = {
  title: 'Rapat koordinasi',
  template: 'monthly' as const,
  month: briefingMonth,
  issueId: null,
  areaId: null,
};

function bodiesOf<K extends SlideBody['kind']>({ slides }: DeckContent, kind: K): SlideBodyOf<K>[] {
  return slides.flatMap(({ body }) => (body.kind === kind ? [body as SlideBodyOf<K>] : []));
}

function keptText(database: DatabaseHandle, id: string) {
  return database.db.selectFrom('edition').select(['content', 'sha256']).where('id', '=', id).executeTakeFirst();
}

function reasonOf(content: DeckContent, slideId: string): string | undefined {
  const body = content.slides.find((slide) => slide.id === slideId)?.body;
  return body?.kind === 'unavailable' ? body.reason : body?.kind;
}

/** Changes rows behind the application's back. */
async function tamper(
  database: DatabaseHandle,
  work: (trx: Parameters<Parameters<DatabaseHandle['transaction']>[0]>[0]) => Promise<unknown>,
): Promise<void> {
  await database.transaction(async (trx) => {
    await work(trx);
  });
}

onEachEngine('the contents of a deck', (open) => {
  it('are the numbers of the pages they come from', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    const { secretariat, briefing } = people;
    await reportStunting(database, people);
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck(monthly);
    const { content, dataVersion } = await mine.preview({ deckId });
    const page = await overview(database, {
      provinceId: '76',
      month: briefingMonth,
      scope: 'verified',
      audience: 'staff',
      asOf: content.asOf,
      timeZone: 'Asia/Makassar',
      dataVersion,
    });
    const [situation] = bodiesOf(content, 'situation');
    expect(situation?.cards).toEqual(page.cards);
    const [heatMap] = bodiesOf(content, 'heat_map');
    expect(heatMap?.regions).toEqual(page.regions);
    const stunting = bodiesOf(content, 'issue').find((body) => body.issue.id === 'ST');
    expect(stunting?.headline.figure).toEqual(page.cards.find((card) => card.issue.id === 'ST')?.headline.figure);
    expect(stunting?.headline.figure?.value).toBe(cascade.ST_INTERVENSI);
    expect(stunting?.cascade?.stages.map((stage) => stage.figure?.value)).toEqual([612, 588, 402, 57, 1]);
    expect(stunting?.coordinator?.abbr).not.toBe('');

    const column = content.recap.columns.flatMap((each) => each.indicators).findIndex((it) => it.id === 'ST_SASARAN');
    const rows = content.recap.rows.map((row) => [row.area.id, row.isTotal, row.figures[column]?.value ?? null]);
    expect(rows).toContainEqual(['76.04', false, 612]);
    expect(rows.at(-1)).toEqual(['76', true, 612]);
    expect(content.recap.rows.every((row) => row.figures.length === 19)).toBe(true);
  });

  it('of a regency come from its own page, and what is gone or not chosen holds its place', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    const { secretariat, briefing } = people;
    await reportStunting(database, people);
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck({ ...monthly, template: 'regency', areaId: '76.04' });
    const add = (kind: SlideKind, filter: Partial<typeof noFilter>) =>
      mine.addSlide({
        deckId,
        afterId: 'last',
        kind,
        title: null,
        notes: '',
        filter: { ...noFilter, ...filter },
        body: '',
      });
    const unchosen = await add('regencies', {});
    const future = await add('heat_map', { month: '2199-01' });
    const gone = await add('issue', { issueId: 'KE', areaId: '76.01' });
    await tamper(database, (trx) =>
      trx.updateTable('deck_slide').set({ areaId: '76.99' }).where('id', '=', gone.id).execute(),
    );
    const { content } = await mine.preview({ deckId });
    expect([unchosen.id, future.id, gone.id].map((id) => reasonOf(content, id))).toEqual([
      'issue_not_chosen',
      'month_not_open',
      'area_gone',
    ]);
    const stunting = bodiesOf(content, 'issue').find((body) => body.issue.id === 'ST');
    expect(stunting).toMatchObject({ area: { id: '76.04' }, coordinator: { abbr: expect.any(String) }, outcome: null });
    expect(stunting?.headline.figure?.value).toBe(402);
    const card = bodiesOf(content, 'situation')[0]?.cards.find((each) => each.issue.id === 'ST');
    expect(card?.reached?.share).toMatchObject({ part: { value: 402 }, whole: { value: 612 } });
    expect(card?.left?.figure.value).toBe(57);
    expect(card?.sparkline.points.at(-1)).toMatchObject({ month: briefingMonth, value: 402 });
    expect((await mine.deck({ deckId })).slides).toHaveLength(content.slides.length);
    // The rest of a slide whose area is gone can still be changed.
    const slide = (await mine.deck({ deckId })).slides.find((each) => each.id === gone.id);
    if (!slide) throw new Error('the slide is gone');
    const { kind: _kind, pictureId: _pictureId, id: slideId, ...settings } = slide;
    expect(await mine.changeSlide({ deckId, slideId, ...settings, notes: 'Catatan' })).toMatchObject({ version: 2 });
  });

  it('open without the indicators that are gone', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    await reportStunting(database, people);
    const mine = people.briefing(people.secretariat);
    const { deckId } = await mine.createDeck(monthly);
    const first = await freezeNow(mine, deckId);
    const hide = (ids: string[]) =>
      tamper(database, async (trx) => {
        await trx.updateTable('indicator').set({ isActive: 0 }).where('id', 'in', ids).execute();
        await renewReferenceVersion(trx);
        await trx
          .updateTable('audit_head')
          .set((eb) => ({ dataVersion: eb('dataVersion', '+', 1) }))
          .execute();
      });
    await hide(['ST_RUJUKAN', 'INF_MTM']);
    const without = await mine.preview({ deckId });
    const stunting = bodiesOf(without.content, 'issue').find((body) => body.issue.id === 'ST');
    expect(stunting?.cascade?.stages.map((stage) => stage.stage)).toEqual(['target_group', 'valid', 'reached', 'left']);
    expect(bodiesOf(without.content, 'unavailable')).toEqual([]);
    const { changes } = await mine.compare({ fromId: first.id, toId: null });
    expect(changes.filter((change) => change.indicator.id !== 'ST_RUJUKAN')).toEqual([]);

    // No setting lets a headline go; a deck opens all the same.
    await hide(['PA_INTERVENSI']);
    const { content } = await mine.preview({ deckId });
    const lost = bodiesOf(content, 'unavailable');
    expect(lost.map(({ wanted }) => wanted)).toContain('issue');
    expect(lost.every(({ reason }) => reason === 'indicator_gone')).toBe(true);
    expect(bodiesOf(content, 'issue').map((body) => body.issue.id)).toEqual(['KE', 'ST', 'ATS']);
    expect((await mine.edition({ editionId: first.id })).isIntact).toBe(true);
  });
});

onEachEngine('an edition', (open) => {
  it('stays the same whatever is corrected, renamed, reassigned or deleted later', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    const { secretariat, briefing } = people;
    await reportStunting(database, people);
    const winId = await insertSmallWin(database, {
      state: 'published',
      title: 'Enam anak kembali',
      date: '2024-05-20',
    });
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck(monthly);
    const head = await freezeNow(mine, deckId);
    expect(head).toMatchObject({ number: 1, deckId, month: briefingMonth, frozenByName: secretariat.name });
    const frozen = await mine.edition({ editionId: head.id });
    const kept = await keptText(database, head.id);
    expect(frozen).toMatchObject({ isIntact: true, computedSha256: head.sha256 });
    expect(canonicalJson(frozen.content)).toBe(kept?.content);
    expect(bodiesOf(frozen.content, 'small_wins')[0]?.items[0]?.title).toBe('Enam anak kembali');

    await correctStunting(database, people, { indicatorId: 'ST_SASARAN', value: 620, reason: 'Delapan anak pindah' });
    await tamper(database, async (trx) => {
      await trx.updateTable('indicator').set({ nameId: 'Nama baru', unitId: 'unit' }).execute();
      await trx.updateTable('area').set({ name: 'Kabupaten lain' }).where('level', '=', 'regency').execute();
      await trx.updateTable('agency').set({ name: 'Dinas lain', abbr: 'DL' }).execute();
      await trx.updateTable('user').set({ name: 'Orang lain' }).execute();
      await trx.deleteFrom('small_win_area').where('smallWinId', '=', winId).execute();
      await trx.deleteFrom('small_win').where('id', '=', winId).execute();
      await trx.deleteFrom('assignment').execute();
      await trx.deleteFrom('target').execute();
    });
    await mine.deleteDeck({ deckId, version: 1 });

    const later = await mine.edition({ editionId: head.id });
    expect(later.content).toEqual(frozen.content);
    expect(later).toMatchObject({ isIntact: true, head: { ...head, deckId: null } });
    expect(await keptText(database, head.id)).toEqual(kept);
    expect(await mine.editions({})).toEqual([{ ...head, deckId: null }]);
  });

  it('names the correction, its reason and what it did to the province; a new edition carries it', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    const { secretariat, briefing } = people;
    await reportStunting(database, people);
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck(monthly);
    const first = await freezeNow(mine, deckId);
    expect(await mine.compare({ fromId: first.id, toId: null })).toMatchObject({ changes: [], movements: [] });

    const reason = 'Dua belas anak pindah kecamatan';
    await correctStunting(database, people, { indicatorId: 'ST_SASARAN', value: 600, reason });
    const now = await mine.compare({ fromId: first.id, toId: null });
    const province = now.changes.find((each) => each.indicator.id === 'ST_SASARAN' && each.areaId === '76');
    expect(province).toMatchObject({
      kind: 'corrected',
      month: briefingMonth,
      before: { value: 612 },
      after: { value: 600 },
      difference: -12,
      reasons: [
        {
          areaId: polewali,
          areaName: 'Polewali',
          from: 612,
          to: 600,
          reason,
          correctedByName: 'Andi',
          verifiedByName: 'Eka',
          provinceBefore: 612,
          provinceAfter: 600,
        },
      ],
    });
    expect(now.changes.every((change) => change.indicator.id === 'ST_SASARAN')).toBe(true);

    const second = await freezeNow(mine, deckId);
    expect(second.number).toBe(2);
    const { content } = await mine.edition({ editionId: second.id });
    const value = (figures: ReturnType<typeof figuresOfSlides>) =>
      figures.find((figure) => figure.indicator.id === 'ST_SASARAN' && figure.areaId === '76')?.value;
    expect(value(figuresOfSlides(content.slides))).toBe(600);
    // The slide that compares with the edition before tells the same.
    const [changes] = bodiesOf(content, 'changes');
    expect(changes?.since).toMatchObject({ number: 1, sha256: first.sha256 });
    expect(changes?.changes).toEqual(now.changes);
    const both = await mine.compare({ fromId: first.id, toId: second.id });
    expect(both.changes).toContainEqual(province);
    // The first edition had nothing to compare with and skipped that slide.
    expect(both.slides.removed).toEqual([]);
    expect(both.slides.added).toHaveLength(1);
    expect((await mine.edition({ editionId: first.id })).isIntact).toBe(true);
    const since = await mine.compare({ fromId: second.id, toId: null });
    expect(since).toMatchObject({ changes: [], from: { number: 2 }, to: { editionId: null, sha256: null } });
  });

  it('says so when anything that is kept of it was changed, and opens all the same', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    const { secretariat, briefing } = people;
    await reportStunting(database, people);
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck(monthly);
    const { id } = await freezeNow(mine, deckId);
    const [kept] = await database.db.selectFrom('edition').selectAll().where('id', '=', id).execute();
    if (!kept) throw new Error('nothing was kept');
    const changes = [
      { title: 'Judul lain' },
      { number: 7 },
      { month: '2024-04' },
      { data: 'provisional' as const },
      { frozenAt: '2020-01-01T00:00:00.000Z' },
      { frozenByName: 'Orang lain' },
      { frozenById: null },
      { slideCount: 1 },
      { holdsSample: 1 as const },
      { sha256: 'f'.repeat(64) },
      { content: kept.content.replace('"value":402', '"value":502') },
      { content: `${kept.content} ` },
    ];
    for (const change of changes) {
      await tamper(database, (trx) => trx.updateTable('edition').set(change).where('id', '=', id).execute());
      const edition = await mine.edition({ editionId: id });
      expect([change, edition.isIntact]).toEqual([change, false]);
      expect(edition.content.slides).toHaveLength(kept.slideCount);
      await tamper(database, (trx) => trx.updateTable('edition').set(kept).where('id', '=', id).execute());
      expect((await mine.edition({ editionId: id })).isIntact).toBe(true);
    }
  });

  it('keeps its pictures, and sees when one of them was changed', async () => {
    const database = await open();
    const dataDir = mkdtempSync(join(tmpdir(), 'satgas-briefing-'));
    const { secretariat, briefing } = await insertBriefers(database);
    const mine = briefing(secretariat, dataDir);
    const { deckId } = await mine.createDeck({ ...monthly, template: 'empty' });
    const settings = { title: null, notes: '', filter: noFilter, body: 'Lihat gambar' };
    const first = await mine.addSlide({ deckId, afterId: null, kind: 'text', ...settings });
    const second = await mine.addSlide({ deckId, afterId: first.id, kind: 'cover', ...settings });
    const pictureIds = [
      await addPicture(database, dataDir, secretariat, first.id, '#0a7'),
      await addPicture(database, dataDir, secretariat, second.id, '#a07'),
    ];
    const { id: editionId } = await freezeNow(mine, deckId);
    const frozen = await mine.edition({ editionId });
    const shown = frozen.content.slides.map(({ body }) => ('pictureSha256' in body ? body.pictureSha256 : null));
    expect(shown.toSorted()).toEqual(frozen.pictures.map((picture) => picture.sha256));
    expect(new Set(shown).size).toBe(2);

    for (const attachmentId of pictureIds) await mine.removePicture({ attachmentId });
    expect((await mine.preview({ deckId })).pictures).toEqual([]);
    expect(await mine.edition({ editionId })).toEqual(frozen);

    const [kept, other] = frozen.pictures;
    const put = (change: { base64?: string; contentType?: string }) =>
      tamper(database, (trx) =>
        trx
          .updateTable('edition_picture')
          .set(change)
          .where('sha256', '=', kept?.sha256 ?? '')
          .execute(),
      );
    const isIntact = async () => (await mine.edition({ editionId })).isIntact;
    await put({ base64: other?.base64 ?? '' });
    expect(await isIntact()).toBe(false);
    await put({ base64: kept?.base64 ?? '', contentType: 'image/png' });
    expect(await isIntact()).toBe(false);
    await put({ contentType: 'image/jpeg' });
    expect(await isIntact()).toBe(true);
    await tamper(database, (trx) => trx.deleteFrom('edition_picture').execute());
    expect(await isIntact()).toBe(false);
  });

  it('opens slide by slide where its text cannot be read whole', async () => {
    const database = await open();
    const { secretariat, briefing } = await insertBriefers(database);
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck(monthly);
    const { id, slideCount } = await freezeNow(mine, deckId);
    const kept = await keptText(database, id);
    const write = (content: string) =>
      tamper(database, (trx) => trx.updateTable('edition').set({ content }).where('id', '=', id).execute());

    await write((kept?.content ?? '').replace('"kind":"heat_map","regions":', '"kind":"heat_map","elsewhere":'));
    const damaged = await mine.edition({ editionId: id });
    expect(damaged.isIntact).toBe(false);
    expect(damaged.content.slides).toHaveLength(slideCount);
    const lost = damaged.content.slides.filter((slide) => slide.body.kind === 'unavailable');
    expect(lost.map((slide) => slide.body)).toEqual([
      { kind: 'unavailable', wanted: 'heat_map', reason: 'unreadable' },
    ]);
    expect(bodiesOf(damaged.content, 'situation')).toHaveLength(1);

    await write('{"format":1,');
    const broken = await mine.edition({ editionId: id });
    expect(broken).toMatchObject({
      isIntact: false,
      head: { id },
      content: { title: monthly.title, slides: [{ body: { kind: 'unavailable', reason: 'unreadable' } }] },
    });
    expect(await codeOf(mine.edition({ editionId: randomUUID() }))).toBe('EDITION_NOT_FOUND');
  });

  it('is made once for one request, and numbered when several are made at a time', async () => {
    const database = await open();
    const { secretariat, leadership, briefing } = await insertBriefers(database);
    const [mine, theirs] = [briefing(secretariat), briefing(leadership)];
    const { deckId } = await mine.createDeck(monthly);
    const { dataVersion } = await mine.preview({ deckId });
    const request = { deckId, dataVersion, acceptNewer: false, editionId: randomUUID() };
    const answers = await Promise.all([mine.freeze(request), mine.freeze(request), mine.freeze(request)]);
    expect(new Set(answers.map((head) => head.sha256)).size).toBe(1);
    expect(await mine.freeze(request)).toEqual(answers[0]);

    const others = Array.from({ length: 6 }, (_, index) => freezeNow(index % 2 === 0 ? mine : theirs, deckId));
    const numbers = (await Promise.all(others)).map((head) => head.number).toSorted((a, b) => a - b);
    expect(numbers).toEqual([2, 3, 4, 5, 6, 7]);
    const heads = await mine.editions({ deckId });
    expect(heads.map((head) => head.number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const { id } of heads) expect((await mine.edition({ editionId: id })).isIntact).toBe(true);

    const events = await database.db
      .selectFrom('audit_event')
      .select('data')
      .where('event', '=', 'edition.frozen')
      .execute();
    const hashes = events.map((row) => JSON.parse(row.data).sha256);
    expect(hashes.toSorted()).toEqual(heads.map((head) => head.sha256).toSorted());
    expect((await mine.deck({ deckId })).lastEdition?.number).toBe(7);

    const other = await mine.createDeck(monthly);
    expect(await codeOf(mine.freeze({ ...request, ...other }))).toBe('EDITION_NOT_FOUND');
  });

  it('is not made of figures that nobody looked at, nor of nothing', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    const { secretariat, briefing } = people;
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck(monthly);
    const { dataVersion } = await mine.preview({ deckId });
    await reportStunting(database, people);
    const request = { deckId, dataVersion, acceptNewer: false, editionId: randomUUID() };
    expect(await codeOf(mine.freeze(request))).toBe('EDITION_DATA_MOVED');
    expect(await mine.editions({ deckId })).toEqual([]);
    expect(await codeOf(mine.freeze({ ...request, acceptNewer: true }))).toBe('done');

    const empty = await mine.createDeck({ ...monthly, template: 'empty' });
    expect(await codeOf(freezeNow(mine, empty.deckId))).toBe('DECK_EMPTY');
    const filter = { ...noFilter, month: '2199-01' };
    await mine.addSlide({ ...empty, afterId: null, kind: 'heat_map', title: null, notes: '', filter, body: '' });
    expect(await codeOf(freezeNow(mine, empty.deckId))).toBe('DECK_EMPTY');
    const settings = { title: 'Kosong', month: briefingMonth, data: 'verified' as const, hideEmpty: false };
    await mine.changeDeck({ ...empty, version: 1, ...settings });
    expect(await freezeNow(mine, empty.deckId)).toMatchObject({ slideCount: 1, title: 'Kosong' });
  });

  it('makes the writers wait for it when figures move every time it is made beside them', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    await reportStunting(database, people);
    const { deckId } = await people.briefing(people.secretariat).createDeck(monthly);
    let transactions = 0;
    const busy: DatabaseHandle = {
      ...database,
      transaction: async (work) => {
        transactions += 1;
        const value = 700 + transactions;
        const correction = { indicatorId: 'ST_SASARAN', value, reason: `Koreksi ke-${transactions}` };
        if (transactions <= 3) await correctStunting(database, people, correction);
        return database.transaction(work);
      },
    };
    const head = await freezeNow(callerFor(busy, people.secretariat).briefing, deckId);
    expect(transactions).toBe(4);
    const { content, isIntact } = await people.briefing(people.secretariat).edition({ editionId: head.id });
    expect(isIntact).toBe(true);
    const stunting = bodiesOf(content, 'issue').find((body) => body.issue.id === 'ST');
    expect(stunting?.cascade?.stages[0]?.figure?.value).toBe(703);
  });

  it('is of one state of the data although figures are being saved while it is made', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    const { secretariat, briefing } = people;
    await reportStunting(database, people);
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck(monthly);
    let isDone = false;
    const writing = (async () => {
      for (let value = 601; !isDone && value < 640; value += 1) {
        await correctStunting(database, people, { indicatorId: 'ST_SASARAN', value, reason: `Koreksi ${value}` });
      }
    })();
    const head = await freezeNow(mine, deckId);
    isDone = true;
    await writing;
    const { content, isIntact } = await mine.edition({ editionId: head.id });
    expect(isIntact).toBe(true);
    const inCascade = bodiesOf(content, 'issue').find((body) => body.issue.id === 'ST')?.cascade?.stages[0]?.figure;
    const column = content.recap.columns.flatMap((each) => each.indicators).findIndex((it) => it.id === 'ST_SASARAN');
    expect(content.recap.rows.at(-1)?.figures[column]?.value).toBe(inCascade?.value);
  });
});
