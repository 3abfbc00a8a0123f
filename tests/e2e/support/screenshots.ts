// Takes the pictures for the README from a fresh demo of the built application, by hand:
//   CHROMIUM_PATH=/usr/bin/chromium npx tsx tests/e2e/support/screenshots.ts
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { SlideContent } from '#shared/briefing/content.ts';
import { currentMonth, previousMonth } from '#shared/month.ts';
import { DEMO_PASSWORD } from '#shared/user.ts';
import { startDemo } from '#tests/support/e2e-server.ts';
import { ReportSheet } from './report-sheet.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'screenshots');
const pictures: { name: string; username: string; open: (page: Page) => Promise<unknown> }[] = [
  { name: 'overview', username: 'pimpinan', open: (page) => page.goto('/') },
  { name: 'issue', username: 'pimpinan', open: (page) => page.goto('/isu/stunting') },
  {
    name: 'entry',
    username: 'biro.hukum',
    open: async (page) => {
      await page.goto('/pelaporan');
      await page
        .getByRole('main')
        .getByRole('link', { name: /^Kemiskinan ekstrem · / })
        .first()
        .click();
      // A returned cell with a new figure, lower than last month's: it asks for a reason.
      const sheet = new ReportSheet(page);
      await sheet.fill('Polewali', 'Diintervensi', '50');
      await sheet.saveState.getByText(/^Tersimpan /).waitFor();
    },
  },
  {
    name: 'briefing',
    username: 'pimpinan',
    open: async (page) => {
      const { editionId, slides } = await freezeMonthlyDeck(page);
      const stunting = slides.findIndex(({ body }) => body.kind === 'issue' && body.issue.id === 'ST');
      await page.goto(`/briefing/edisi/${editionId}/tayang?slide=${stunting + 1}`);
      await page
        .getByRole('img', { name: /Stunting/ })
        .first()
        .waitFor();
    },
  },
];

/** The deck of a monthly meeting as the template has it, frozen: what a presentation begins from. */
async function freezeMonthlyDeck(page: Page): Promise<{ editionId: string; slides: SlideContent[] }> {
  const ask = async (procedure: string, input: unknown, isChange = true) => {
    const query = isChange ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    const response = await page.request.fetch(`/api/trpc/${procedure}${query}`, {
      method: isChange ? 'POST' : 'GET',
      ...(isChange ? { data: input as object } : {}),
    });
    return (await response.json()).result.data;
  };
  const month = previousMonth(currentMonth(new Date(), 'Asia/Makassar'));
  const { deckId } = await ask('briefing.createDeck', {
    title: 'Rapat koordinasi',
    template: 'monthly',
    month,
    issueId: null,
    areaId: null,
  });
  const editionId = randomUUID();
  await ask('briefing.freeze', { deckId, dataVersion: 0, acceptNewer: true, editionId });
  const { content } = await ask('briefing.edition', { editionId }, false);
  return { editionId, slides: content.slides };
}

const dataDir = mkdtempSync(join(tmpdir(), 'satgas-screenshots-'));
const demo = await startDemo(dataDir);
const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || undefined,
  args: isRoot ? ['--no-sandbox', '--disable-gpu'] : [],
});
try {
  for (const { name, username, open } of pictures) {
    const context = await browser.newContext({
      baseURL: demo.url,
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
    });
    await context.request.post('/api/auth/sign-in/username', {
      headers: { origin: demo.url },
      data: { username, password: DEMO_PASSWORD },
    });
    const page = await context.newPage();
    await open(page);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await demo.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
