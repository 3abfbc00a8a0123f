import type { BrowserContext, Page } from '@playwright/test';
import { checkPage } from './support/page-check.ts';
import { expect, test } from './support/test.ts';

test.use({ dataset: 'presenter' });

/** What the pages call, for a story that begins with a frozen edition. */
async function call(context: BrowserContext, name: string, input: unknown, isQuery = false): Promise<unknown> {
  const address = `/api/trpc/${name}`;
  const answer = isQuery
    ? await context.request.get(`${address}?input=${encodeURIComponent(JSON.stringify(input))}`)
    : await context.request.post(address, { data: input });
  expect(answer.ok(), `${name}: ${await answer.text()}`).toBe(true);
  const body: { result: { data: unknown } } = await answer.json();
  return body.result.data;
}

function textOf(value: unknown, key: string): string {
  const found = typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key) : [];
  return String(found?.[1]);
}

interface Frozen {
  deckId: string;
  editionId: string;
  count: number;
}

async function freeze(page: Page): Promise<Frozen> {
  const context = page.context();
  const lastMonth = new Date(Date.UTC(new Date().getFullYear(), new Date().getMonth() - 1, 15))
    .toISOString()
    .slice(0, 7);
  const deck = { title: 'Rapat koordinasi', template: 'monthly', month: lastMonth, issueId: null, areaId: null };
  const deckId = textOf(await call(context, 'briefing.createDeck', deck), 'deckId');
  const preview = await call(context, 'briefing.preview', { deckId }, true);
  const dataVersion = Number(textOf(preview, 'dataVersion'));
  const editionId = crypto.randomUUID();
  const head = await call(context, 'briefing.freeze', { deckId, dataVersion, acceptNewer: true, editionId });
  return { deckId, editionId, count: Number(textOf(head, 'slideCount')) };
}

const stage = (page: Page) => page.getByRole('main', { name: 'Slide yang ditayangkan' });
const said = (page: Page, number: number, count: number) =>
  expect(page.getByText(new RegExp(`^Slide ${number} dari ${count}: `))).toBeAttached();

/** The slide that the speaker's list marks. */
const current = (desk: Page) => desk.getByRole('navigation', { name: 'Daftar slide' }).locator('[aria-current="true"]');

async function open(page: Page, { editionId, count }: Frozen, slide = 1): Promise<void> {
  await page.goto(`/briefing/edisi/${editionId}/tayang?slide=${slide}`);
  await expect(stage(page)).toBeVisible();
  await said(page, slide, count);
  // What is fetched beforehand for the time without a network.
  await page.waitForLoadState('networkidle');
}

async function openDesk(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('p');
  const desk = await opened;
  await expect(desk.getByRole('heading', { level: 1, name: /^Layar pembicara/ })).toBeVisible();
  return desk;
}

test('an edition is presented and a record made with the network unplugged; it arrives once', async ({ openAs }) => {
  const page = await openAs('sekretariat');
  const context = page.context();
  const edition = await freeze(page);
  const { count } = edition;
  await open(page, edition);
  expect(count).toBeGreaterThan(10);

  let sent = 0;
  context.on('requestfinished', (request) => {
    if (request.url().includes('meeting.recordAtSlide')) sent += 1;
  });

  await context.setOffline(true);
  await expect(page.getByText('Tanpa jaringan')).toBeVisible();

  await test.step('every slide is there', async () => {
    for (let number = 2; number <= count; number += 1) {
      await page.keyboard.press(number % 2 === 0 ? 'ArrowRight' : 'PageDown');
      await said(page, number, count);
      const drawing = stage(page).locator('svg[viewBox="0 0 1280 720"]');
      expect(await drawing.locator('text').count(), `slide ${number}`).toBeGreaterThan(2);
    }
    await page.keyboard.press('ArrowRight');
    await said(page, count, count);
    await page.keyboard.press('Home');
    await said(page, 1, count);
  });

  await test.step('jump by number, overview, blank', async () => {
    await page.keyboard.type('10');
    await expect(page.getByText('Slide 10: tekan Enter')).toBeVisible();
    await page.keyboard.press('Enter');
    await said(page, 10, count);
    await expect(page).toHaveURL(/[?&]slide=10/);

    await page.keyboard.press('o');
    const overview = page.getByRole('dialog', { name: 'Ikhtisar slide' });
    await expect(overview.getByRole('button', { name: /^Slide \d+ dari/ })).toHaveCount(count);
    await expect(overview.getByRole('button', { name: /^Slide 10 dari/ })).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(overview).toBeHidden();
    await said(page, 3, count);

    await page.keyboard.press('b');
    await expect(page.locator('[data-screen="black"]')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-screen]')).toBeHidden();
    await said(page, 3, count);
  });

  await test.step('a figure says that its origin needs the network', async () => {
    await stage(page)
      .getByRole('button', { name: /dari mana angka ini/ })
      .first()
      .click();
    await expect(page.getByText(/^Asal angka memerlukan jaringan/)).toBeVisible();
  });

  const desk = await openDesk(page);
  await test.step('the speaker’s window opens without a network and keeps step, whichever drives', async () => {
    await expect(desk.getByRole('region', { name: 'Sedang tayang' }).locator('svg')).toBeVisible();
    await expect(desk.getByRole('timer')).toBeVisible();
    expect(await desk.evaluate(() => document.fonts.check('700 20px Arimo'))).toBe(true);
    await desk.keyboard.press('ArrowRight');
    await said(page, 4, count);
    await page.keyboard.press('ArrowLeft');
    await expect(current(desk)).toHaveText(/^3/);
    await desk.keyboard.press('l');
    await desk.getByRole('region', { name: 'Sedang tayang' }).hover();
    await expect(stage(page).locator('[data-spot]')).toBeVisible();
    await desk.keyboard.press('l');
    await expect(stage(page).locator('[data-spot]')).toBeHidden();
  });

  const text = 'Kunjungi sasaran yang belum dijangkau';
  await test.step('an action item is recorded from the speaker’s window and waits', async () => {
    await desk.keyboard.press('r');
    const form = desk.getByRole('dialog', { name: 'Catat pada slide 3' });
    await form.getByText('Tindak lanjut', { exact: true }).click();
    await form.getByLabel('Yang harus dikerjakan').fill(text);
    await form.getByLabel('OPD penanggung jawab').selectOption({ index: 1 });
    await form.getByRole('button', { name: '1 minggu' }).click();
    await form.getByRole('button', { name: 'Catat' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByRole('button', { name: '1 catatan menunggu jaringan' })).toBeVisible();
    await expect(desk.getByRole('button', { name: '1 tindak lanjut' })).toBeVisible();
  });

  await test.step('closing the speaker’s window leaves the audience’s as it was', async () => {
    await desk.close();
    await page.keyboard.press('ArrowRight');
    await said(page, 4, count);
    await page.keyboard.press('ArrowLeft');
  });

  await test.step('the network is back: it arrives, once', async () => {
    expect(sent).toBe(0);
    await context.setOffline(false);
    await expect(page.getByText(/menunggu jaringan/)).toBeHidden();
    await expect(page.getByText('Tanpa jaringan')).toBeHidden();
    const items = JSON.stringify(await call(context, 'actionItem.list', { state: 'all' }, true));
    expect(items.split(text).length - 1).toBe(1);
    expect(sent).toBe(1);
    await page.reload();
    await page.getByRole('button', { name: '1 tindak lanjut' }).click();
    const records = page.getByRole('dialog', { name: 'Catatan pada slide 3' });
    await expect(records.getByText(text)).toBeVisible();
    await expect(records.getByText('tersimpan')).toBeVisible();
  });
});

test('a figure leads to its origin and back to the slide', async ({ openAs }) => {
  const page = await openAs('pimpinan');
  const edition = await freeze(page);
  await open(page, edition, 3);
  const figure = stage(page)
    .getByRole('button', { name: /dari mana angka ini/ })
    .first();
  await figure.click();
  const origin = page.getByRole('dialog', { name: 'Dari mana angka ini?' });
  await expect(origin.getByRole('heading', { level: 3 })).toBeVisible();
  // The keys are the drawer's while it is open.
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Escape');
  await expect(origin).toBeHidden();
  await said(page, 3, edition.count);
  await page.keyboard.press('PageDown');
  await said(page, 4, edition.count);
});

test('the speaker’s window goes on alone when the audience’s is closed, and finds it again', async ({ openAs }) => {
  const page = await openAs('pimpinan');
  const edition = await freeze(page);
  const { count } = edition;
  await open(page, edition, 5);
  const desk = await openDesk(page);
  await page.reload();
  await said(page, 5, count);
  await expect(desk).toHaveURL(/\/tayang\/pembicara\?/);
  await expect(desk.getByRole('timer')).toBeVisible();
  await desk.keyboard.press('ArrowRight');
  await said(page, 6, count);
  await page.keyboard.press('End');
  await expect(current(desk)).toHaveText(new RegExp(`^${count}`));
  await page.close();
  await desk.keyboard.press('ArrowLeft');
  await expect(desk).toHaveURL(new RegExp(`slide=${count - 1}`));
  const reopened = desk.context().waitForEvent('page');
  await desk.getByRole('link', { name: 'Buka layar tayang' }).click();
  const audience = await reopened;
  await said(audience, count - 1, count);
  await desk.keyboard.press('Home');
  await said(audience, 1, count);
});

const screens = {
  'a laptop': { viewport: { width: 1440, height: 900 } },
  'an old projector': { viewport: { width: 1024, height: 768 } },
  'a phone': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

for (const [name, screen] of Object.entries(screens)) {
  test(`the presentation is whole and accessible on ${name}`, async ({ openAs }) => {
    const page = await openAs('sekretariat', screen);
    const edition = await freeze(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await open(page, edition, 3);
    const box = await stage(page).locator('svg[viewBox="0 0 1280 720"]').boundingBox();
    const { width, height } = screen.viewport;
    expect(box?.width).toBeCloseTo(Math.min(width, (height * 16) / 9), 0);
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 2);
    await checkPage(page, 'stage');
    for (const [key, title] of [
      ['o', 'Ikhtisar slide'],
      ['?', 'Menu dan daftar tombol'],
      ['r', 'Catat pada slide 3'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name: title })).toBeVisible();
      await checkPage(page, title);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.goto(`/briefing/edisi/${edition.editionId}/tayang/pembicara`);
    await expect(page.getByRole('timer')).toBeVisible();
    await checkPage(page, 'speaker’s screen');
    await page.goto(`/briefing/dek/${edition.deckId}/tayang`);
    await expect(page.getByText('Pratinjau, belum dibekukan', { exact: true })).toBeVisible();
    await checkPage(page, 'preview');
    expect(errors).toEqual([]);
  });
}
