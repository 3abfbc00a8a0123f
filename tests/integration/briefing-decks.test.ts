import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deckTemplates } from '#shared/briefing/deck.ts';
import { maxSlides, noFilter, type Slide } from '#shared/briefing/slide.ts';
import { addPicture, briefingMonth, codeOf, insertBriefers } from '#tests/support/briefing-factories.ts';
import { callerFor } from '#tests/support/caller.ts';
import { onEachEngine } from '#tests/support/engines.ts';

const monthly = {
  title: 'Rapat koordinasi',
  template: 'monthly' as const,
  month: briefingMonth,
  issueId: null,
  areaId: null,
};
const textSlide = { kind: 'text' as const, title: null, notes: '', filter: noFilter, body: 'Isi' };

/** What `changeSlide` sends: the slide as it was opened, with what was changed in it. */
function edited(deckId: string, slide: Slide, change: Partial<Slide>) {
  const { id, kind: _kind, pictureId: _pictureId, ...settings } = { ...slide, ...change };
  return { deckId, slideId: id, ...settings };
}

onEachEngine('briefing decks', (open) => {
  it('begin with the slides of their template and are listed with who changed them', async () => {
    const database = await open();
    const { secretariat, briefing } = await insertBriefers(database);
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck(monthly);
    const deck = await mine.deck({ deckId });
    expect(deck.slides.map(({ kind, filter }) => [kind, filter.issueId].filter(Boolean).join(' '))).toEqual([
      'cover',
      'situation',
      'changes',
      'issue KE',
      'regencies KE',
      'issue ST',
      'regencies ST',
      'issue ATS',
      'regencies ATS',
      'issue PA',
      'regencies PA',
      'inflation',
      'heat_map',
      'small_wins',
      'obstacles',
      'completeness',
      'action_items',
    ]);
    expect(deck).toMatchObject({
      data: 'verified',
      hideEmpty: true,
      mayEdit: true,
      mayFreeze: true,
      lastEdition: null,
    });
    expect(await mine.decks()).toMatchObject([
      { id: deckId, slideCount: deck.slides.length, editionCount: 0, createdByName: secretariat.name },
    ]);

    for (const template of deckTemplates) {
      const subject = { issueId: 'ST' as const, areaId: '76.04' };
      const made = await mine.createDeck({ ...monthly, template, ...subject });
      const { slides } = await mine.deck(made);
      expect(slides.length === 0).toBe(template === 'empty');
      if (template === 'regency') {
        const narrowed = slides.filter((slide) => slide.filter.areaId === '76.04').map((slide) => slide.kind);
        expect(narrowed).toEqual(['situation', 'issue', 'issue', 'issue', 'issue', 'small_wins', 'obstacles']);
      }
    }
    expect(await codeOf(mine.createDeck({ ...monthly, template: 'issue' }))).toBe('BAD_INPUT');
    expect(await codeOf(mine.createDeck({ ...monthly, template: 'regency', areaId: '76.04.04' }))).toBe('BAD_INPUT');
    expect(await codeOf(mine.createDeck({ ...monthly, template: 'regency', areaId: '73.01' }))).toBe('BAD_INPUT');
  });

  it('keep their order through adding, moving, duplicating, dropping and putting back', async () => {
    const database = await open();
    const { secretariat, briefing } = await insertBriefers(database);
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck({ ...monthly, template: 'empty' });
    const titles = async () => (await mine.deck({ deckId })).slides.map((slide) => slide.title);
    const add = (title: string, afterId: string | null) => mine.addSlide({ ...textSlide, deckId, title, afterId });

    const b = await add('B', null);
    const a = await add('A', null);
    const c = await add('C', b.id);
    await add('D', 'a slide that is gone');
    expect(await titles()).toEqual(['A', 'B', 'C', 'D']);
    expect((await mine.moveSlide({ deckId, slideId: c.id, afterId: null })).slideIds.slice(0, 2)).toEqual([c.id, a.id]);
    await mine.moveSlide({ deckId, slideId: c.id, afterId: b.id });
    expect(await titles()).toEqual(['A', 'B', 'C', 'D']);

    const copy = await mine.duplicateSlide({ deckId, slideId: b.id });
    expect(copy).toMatchObject({ title: 'B', version: 1 });
    expect(await titles()).toEqual(['A', 'B', 'B', 'C', 'D']);
    await mine.removeSlide({ deckId, slideId: b.id, version: b.version });
    expect(await titles()).toEqual(['A', 'B', 'C', 'D']);
    expect(await codeOf(mine.removeSlide({ deckId, slideId: b.id, version: b.version }))).toBe('SLIDE_NOT_FOUND');
    await mine.removeSlide({ deckId, slideId: copy.id, version: copy.version });
    // Between two neighbours there is room ten times; then everybody moves up, the dropped slides too.
    for (let count = 0; count < 14; count += 1) await add(`N${count}`, a.id);
    await mine.restoreSlide({ deckId, slideId: b.id });
    await mine.restoreSlide({ deckId, slideId: b.id });
    const newest = Array.from({ length: 14 }, (_, index) => `N${13 - index}`);
    expect(await titles()).toEqual(['A', ...newest, 'B', 'C', 'D']);

    const { slides } = await mine.deck({ deckId });
    for (let count = slides.length; count < maxSlides; count += 1) await add('X', null);
    expect(await codeOf(add('one too many', null))).toBe('DECK_FULL');
    expect(await codeOf(mine.duplicateSlide({ deckId, slideId: a.id }))).toBe('DECK_FULL');
    expect(await codeOf(mine.restoreSlide({ deckId, slideId: copy.id }))).toBe('DECK_FULL');
  });

  it('are edited by two people without either losing a word', async () => {
    const database = await open();
    const { secretariat, leadership, briefing } = await insertBriefers(database);
    const [mine, theirs] = [briefing(secretariat), briefing(leadership)];
    const { deckId } = await mine.createDeck(monthly);
    const [first, second] = (await mine.deck({ deckId })).slides;
    if (!first || !second) throw new Error('the template is empty');

    // Two slides, and the settings beside them: nobody is in anybody's way.
    const mineSaved = await mine.changeSlide(edited(deckId, first, { notes: 'Sapa Gubernur.', body: 'Mamuju' }));
    const theirsSaved = await theirs.changeSlide(edited(deckId, second, { title: 'Judul pimpinan' }));
    expect(await mine.changeDeck({ deckId, version: 1, ...settings, title: 'Rapat Mei' })).toEqual({ version: 2 });
    expect([mineSaved.version, theirsSaved.version]).toEqual([2, 2]);

    // One slide: the second is told, and the first's words stay.
    expect(await codeOf(theirs.changeSlide(edited(deckId, first, { notes: 'Lain.' })))).toBe('VERSION_CONFLICT');
    expect(await codeOf(theirs.removeSlide({ deckId, slideId: first.id, version: 1 }))).toBe('VERSION_CONFLICT');
    expect(await codeOf(theirs.changeDeck({ deckId, version: 1, ...settings }))).toBe('VERSION_CONFLICT');
    expect(await codeOf(theirs.deleteDeck({ deckId, version: 1 }))).toBe('VERSION_CONFLICT');
    const both = await Promise.all(
      ['satu', 'dua'].map((notes) => codeOf(mine.changeSlide(edited(deckId, theirsSaved, { notes })))),
    );
    expect(both.toSorted()).toEqual(['VERSION_CONFLICT', 'done']);

    // Saving what is there already is no change.
    expect((await mine.changeSlide(edited(deckId, mineSaved, {}))).version).toBe(2);
    const after = await mine.deck({ deckId });
    expect(after).toMatchObject({ title: 'Rapat Mei', version: 2 });
    expect(after.slides[0]).toMatchObject({ notes: 'Sapa Gubernur.', body: 'Mamuju' });
    expect(after.slides[1]?.title).toBe('Judul pimpinan');
  });

  it('leave an audit event for every change, without the words that people wrote, and no figure moves', async () => {
    const database = await open();
    const { secretariat, briefing } = await insertBriefers(database);
    const mine = briefing(secretariat);
    const head = () => database.db.selectFrom('audit_head').select('dataVersion').executeTakeFirstOrThrow();
    const before = await head();
    const { deckId } = await mine.createDeck({ ...monthly, template: 'empty' });
    const slide = await mine.addSlide({ ...textSlide, deckId, afterId: null });
    await mine.changeSlide(edited(deckId, slide, { notes: 'Rahasia', pictureAlt: 'Foto' }));
    const other = await mine.duplicateSlide({ deckId, slideId: slide.id });
    await mine.moveSlide({ deckId, slideId: other.id, afterId: null });
    await mine.moveSlide({ deckId, slideId: other.id, afterId: null });
    await mine.removeSlide({ deckId, slideId: other.id, version: 1 });
    await mine.restoreSlide({ deckId, slideId: other.id });
    await mine.changeDeck({ deckId, version: 1, ...settings });
    await mine.deleteDeck({ deckId, version: 2 });

    const events = await database.db
      .selectFrom('audit_event')
      .select(['event', 'actorId', 'data'])
      .where('subjectType', 'in', ['deck', 'slide'])
      .orderBy('seq')
      .execute();
    expect(events.map((row) => row.event)).toEqual([
      'deck.created',
      'slide.added',
      'slide.changed',
      'slide.added',
      'slide.moved',
      'slide.removed',
      'slide.restored',
      'deck.changed',
      'deck.deleted',
    ]);
    expect(events.every((row) => row.actorId === secretariat.id)).toBe(true);
    expect(events.map((row) => row.data).join()).not.toContain('Rahasia');
    expect(JSON.parse(events[2]?.data ?? '')).toMatchObject({ fields: ['notes', 'pictureAlt'] });
    expect(await head()).toEqual(before);
    expect(await mine.decks()).toEqual([]);
    expect(await codeOf(mine.deck({ deckId }))).toBe('DECK_NOT_FOUND');
    expect(await codeOf(mine.addSlide({ ...textSlide, deckId, afterId: null }))).toBe('DECK_NOT_FOUND');
  });

  it('take their pictures along when they are duplicated', async () => {
    const database = await open();
    const dataDir = mkdtempSync(join(tmpdir(), 'satgas-briefing-'));
    const { secretariat, briefing } = await insertBriefers(database);
    const mine = briefing(secretariat, dataDir);
    const { deckId } = await mine.createDeck({ ...monthly, template: 'empty' });
    const slide = await mine.addSlide({ ...textSlide, deckId, afterId: null });
    const pictureId = await addPicture(database, dataDir, secretariat, slide.id, '#0a7');
    const [withPicture] = (await mine.deck({ deckId })).slides;
    expect(withPicture?.pictureId).toBe(pictureId);
    const copy = await mine.duplicateSlide({ deckId, slideId: slide.id });
    const twin = await mine.duplicateDeck({ deckId, title: 'Salinan' });
    await mine.removePicture({ attachmentId: pictureId });

    const [original, copied] = (await mine.deck({ deckId })).slides;
    expect(original?.pictureId).toBeNull();
    expect(copied?.pictureId).toBe(copy.pictureId);
    const [first] = (await mine.deck(twin)).slides;
    expect(first?.pictureId).not.toBeNull();
    const { content, pictures } = await mine.preview(twin);
    expect(pictures).toHaveLength(1);
    expect(content.slides[0]?.body).toMatchObject({ kind: 'text', pictureSha256: pictures[0]?.sha256 });
    expect(await codeOf(mine.removePicture({ attachmentId: pictureId }))).toBe('ATTACHMENT_NOT_FOUND');
  });

  it('are read by staff, changed by briefers and frozen by leadership and secretariat', async () => {
    const database = await open();
    const { secretariat, leadership, coordinator, focalPoint, briefing } = await insertBriefers(database);
    const { deckId } = await briefing(coordinator).createDeck(monthly);
    const freeze = (actor: typeof secretariat) =>
      codeOf(briefing(actor).freeze({ deckId, dataVersion: 0, acceptNewer: true, editionId: crypto.randomUUID() }));
    expect(await briefing(coordinator).deck({ deckId })).toMatchObject({ mayEdit: true, mayFreeze: false });
    expect(await briefing(focalPoint).deck({ deckId })).toMatchObject({ mayEdit: false, mayFreeze: false });
    expect(await codeOf(briefing(focalPoint).createDeck(monthly))).toBe('NOT_ALLOWED');
    expect(await codeOf(briefing(focalPoint).moveSlide({ deckId, slideId: 'x', afterId: null }))).toBe('NOT_ALLOWED');
    expect([await freeze(coordinator), await freeze(focalPoint)]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    expect([await freeze(secretariat), await freeze(leadership)]).toEqual(['done', 'done']);
    expect(await codeOf(callerFor(database, null).briefing.decks())).toBe('NOT_SIGNED_IN');
  });
});

const settings = { title: 'Rapat lain', month: briefingMonth, data: 'verified' as const, hideEmpty: true };
