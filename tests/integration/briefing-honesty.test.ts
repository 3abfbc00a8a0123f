import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { getReport, saveEntry, submitReport } from '#server/report/report.service.ts';
import type { DeckContent, SlideBody, SlideBodyOf } from '#shared/briefing/content.ts';
import { figuresOfSlides } from '#shared/briefing/figures.ts';
import { noFilter, type SlideKind } from '#shared/briefing/slide.ts';
import {
  addPicture,
  briefingMonth,
  cascade,
  freezeNow,
  insertBriefers,
  reportStunting,
} from '#tests/support/briefing-factories.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { polewali, setSetting } from '#tests/support/report-factories.ts';

const clock = { today: '2024-06-03', timeZone: 'Asia/Makassar' };
const reportKey = `${briefingMonth}_ST_biro-hukum`;
const settings = { title: null, notes: '', filter: noFilter, body: '' };
const newDeck = { title: 'Rapat', template: 'empty' as const, month: briefingMonth, issueId: null, areaId: null };

function bodyOf<K extends SlideKind>({ slides }: DeckContent, kind: K): SlideBodyOf<K> {
  const found = slides.find((slide) => slide.body.kind === kind)?.body;
  if (found?.kind !== kind) throw new Error(`no slide ${kind}`);
  return found as Extract<SlideBody, { kind: K }>;
}

/** Hands in a figure and leaves it waiting for its verification. */
async function submitOnly(
  database: Parameters<typeof saveEntry>[0],
  { focalPoint }: Awaited<ReturnType<typeof insertBriefers>>,
  value: number,
): Promise<void> {
  const { cells } = await getReport(database, focalPoint, { reportKey }, clock);
  const known = cells.find((each) => each.indicatorId === 'ST_INTERVENSI' && each.areaId === polewali);
  const cell = { reportKey, indicatorId: 'ST_INTERVENSI', areaId: polewali, kind: 'number' as const, value };
  await saveEntry(database, focalPoint, { ...cell, baseVersion: known?.version ?? 0, reason: 'Rekap ulang' }, clock);
  const { report } = await getReport(database, focalPoint, { reportKey }, clock);
  await submitReport(database, focalPoint, { reportKey, expectedVersion: report.version, acceptMissing: true }, clock);
}

onEachEngine('what a briefing says', (open) => {
  it('counts every late report, not only those that there is room for', async () => {
    const database = await open();
    await setSetting(database, 'reporting.firstMonth', briefingMonth);
    const { secretariat, briefing } = await insertBriefers(database);
    const mine = briefing(secretariat);
    const { deckId } = await mine.createDeck(newDeck);
    for (const kind of ['completeness', 'obstacles'] as const)
      await mine.addSlide({ deckId, afterId: null, kind, ...settings });
    const { content } = await mine.preview({ deckId });
    const { total } = bodyOf(content, 'completeness');
    expect(total?.missing).toBeGreaterThan(10);
    expect(content.slides.map(({ body, proposed }) => [body.kind, proposed.id])).toEqual([
      ['obstacles', `3 angka kritis dan ${total?.missing} laporan terlambat`],
      ['completeness', `Belum ada laporan yang masuk dari ${total?.expected}, ${total?.missing} terlambat`],
    ]);
  });

  it('holds no provisional figure where only verified ones are asked for, nor beside an earlier provisional edition', async () => {
    const database = await open();
    const people = await insertBriefers(database);
    const mine = people.briefing(people.secretariat);
    await reportStunting(database, people);
    const { deckId } = await mine.createDeck({ ...newDeck, template: 'monthly' });
    const change = async (data: 'verified' | 'provisional') => {
      const { title, month, version } = await mine.deck({ deckId });
      await mine.changeDeck({ deckId, title, month, data, hideEmpty: false, version });
    };
    await change('provisional');
    await freezeNow(mine, deckId);
    await submitOnly(database, people, 377);
    await change('verified');
    await mine.addSlide({ deckId, afterId: null, kind: 'changes', ...settings });
    const { id } = await freezeNow(mine, deckId);
    const { content, head } = await mine.edition({ editionId: id });
    expect(head.data).toBe('verified');
    const values = figuresOfSlides(content.slides).map((figure) => figure.value);
    expect(values).toContain(cascade.ST_INTERVENSI);
    expect(values).not.toContain(377);
    expect(JSON.stringify(content.slides)).not.toContain('"provisional"');
    expect(bodyOf(content, 'changes')).toEqual({ kind: 'changes', since: null, changes: [] });
  });

  it('sees when two pictures of an edition were put in each other’s place', async () => {
    const database = await open();
    const dataDir = mkdtempSync(join(tmpdir(), 'satgas-briefing-'));
    const { secretariat, briefing } = await insertBriefers(database);
    const mine = briefing(secretariat, dataDir);
    const { deckId } = await mine.createDeck(newDeck);
    for (const colour of ['#0a7', '#a07']) {
      const slide = await mine.addSlide({ deckId, afterId: null, kind: 'text', ...settings, body: colour });
      await addPicture(database, dataDir, secretariat, slide.id, colour);
    }
    const { id: editionId } = await freezeNow(mine, deckId);
    const [one, other] = (await mine.edition({ editionId })).pictures;
    if (!one || !other) throw new Error('two pictures were frozen');
    await database.transaction(async (trx) => {
      const put = (sha256: string, base64: string) =>
        trx.updateTable('edition_picture').set({ base64 }).where('sha256', '=', sha256).execute();
      await put(one.sha256, other.base64);
      await put(other.sha256, one.base64);
    });
    expect((await mine.edition({ editionId })).isIntact).toBe(false);
  });
});
