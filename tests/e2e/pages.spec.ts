import type { BrowserContextOptions, Page } from '@playwright/test';
import { checkPage, watchErrors } from './support/page-check.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, type OpenAs, test } from './support/test.ts';

interface Visit {
  name: string;
  open: (page: Page) => Promise<unknown>;
}

const at = (name: string, path: string): Visit => ({ name, open: (page) => page.goto(path) });

async function openFirst(page: Page, path: string, link: RegExp): Promise<void> {
  await page.goto(path);
  await page.getByRole('main').getByRole('link', { name: link }).first().click();
  await expect(page).not.toHaveURL(path);
}

/** Every page, as somebody for whom it is made. */
const visits: Record<string, { username: string | null; pages: Visit[] }> = {
  'the public': {
    username: null,
    pages: [
      at('sign-in', '/masuk'),
      at('overview', '/'),
      at('small wins', '/small-wins'),
      at('not found', '/tidak-ada'),
    ],
  },
  leadership: {
    username: 'pimpinan',
    pages: [
      at('overview', '/'),
      at('overview, provisional', '/?data=sementara'),
      at('extreme poverty', '/isu/kemiskinan-ekstrem'),
      at('stunting', '/isu/stunting'),
      at('out of school', '/isu/anak-tidak-sekolah'),
      at('child marriage', '/isu/perkawinan-anak'),
      at('inflation', '/isu/inflasi'),
      at('a regency', '/wilayah/76.04'),
      at('a district', '/wilayah/76.04.04'),
      at('completeness', '/kelengkapan'),
    ],
  },
  'a focal point': {
    username: 'biro.hukum',
    pages: [
      at('reporting', '/pelaporan'),
      { name: 'entry grid', open: (page) => openFirst(page, '/pelaporan', /^Stunting · /) },
      { name: 'a small win', open: (page) => openFirst(page, '/small-wins', /Posyandu|PKBM/) },
      at('account', '/akun'),
    ],
  },
  'a verifier': {
    username: 'sekretariat',
    pages: [
      at('verification desk', '/verifikasi'),
      at('restatement ledger', '/koreksi'),
      at('meetings', '/koordinasi'),
      { name: 'a meeting', open: (page) => openFirst(page, '/koordinasi', /^Rapat kerja/) },
      at('follow-up', '/tindak-lanjut'),
      at('import of history', '/kelola/impor'),
      { name: 'review', open: (page) => openFirst(page, '/verifikasi', /./) },
    ],
  },
  'an administrator': {
    username: 'admin',
    pages: [
      at('users', '/kelola/pengguna'),
      at('agencies', '/kelola/opd'),
      at('assignments', '/kelola/penugasan'),
      at('indicators', '/kelola/indikator'),
      at('targets', '/kelola/target'),
      at('deadlines', '/kelola/tenggat'),
      at('audit log', '/kelola/audit'),
    ],
  },
};

const screens: Record<string, BrowserContextOptions> = {
  'a large light screen': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'a dark phone': { viewport: { width: 390, height: 844 }, colorScheme: 'dark', isMobile: true, hasTouch: true },
};

async function walk(openAs: OpenAs, username: string | null, pages: Visit[], screen: BrowserContextOptions) {
  const page = await openAs(username, screen);
  const errors = watchErrors(page);
  for (const { name, open } of pages) {
    await test.step(name, async () => {
      await open(page);
      await checkPage(page, name);
    });
  }
  expect(errors, 'nothing in the console').toEqual([]);
}

for (const [screenName, screen] of Object.entries(screens)) {
  for (const [who, { username, pages }] of Object.entries(visits)) {
    test(`the pages of ${who} are sound on ${screenName}`, ({ openAs }) => walk(openAs, username, pages, screen));
  }
}

test('the month lies in the address and survives a reload', async ({ openAs }) => {
  const page = await openAs('pimpinan');
  for (const path of ['/', '/isu/stunting', '/wilayah/76.04', '/kelengkapan']) {
    await page.goto(path);
    const month = page.getByRole('button', { name: /, pilih bulan lain$/ });
    const latest = await month.innerText();
    await page.getByRole('button', { name: /^Bulan sebelumnya/ }).click();
    await expect(month).not.toHaveText(latest);
    await expect(page).toHaveURL(/[?&]bulan=\d{4}-\d{2}/);
    const chosen = await month.innerText();
    await page.reload();
    await expect(month).toHaveText(chosen);
  }
});

test('a report’s grid and its cards on a phone hold the same figures', async ({ openAs }) => {
  const sheet = await ReportSheet.openDue(await openAs('biro.hukum'), 'Kemiskinan ekstrem');
  const figure = await (await sheet.cell('Polewali', 'Diintervensi')).locator('[data-state]').innerText();
  const phone = await openAs('biro.hukum', screens['a dark phone']);
  await phone.goto(new URL(sheet.page.url()).pathname);
  await expect(phone.getByLabel(/^Diintervensi/).first()).toHaveValue(figure);
});

test('the widest report fits an ordinary screen; on a smaller one its areas stay in sight', async ({ openAs }) => {
  const page = await openAs('biro.hukum', { viewport: { width: 1440, height: 900 } });
  const { grid } = await ReportSheet.openDue(page, 'Stunting');
  const beyond = () => grid.evaluate(({ parentElement: box }) => (box ? box.scrollWidth - box.clientWidth : undefined));
  await expect(grid.locator('thead tr').last().getByRole('columnheader')).toHaveCount(14);
  expect(await beyond()).toBe(0);
  await page.setViewportSize({ width: 1024, height: 768 });
  expect(await beyond()).toBeGreaterThan(0);
  const area = grid.getByRole('rowheader').first();
  const before = await area.boundingBox();
  await grid.getByRole('gridcell').nth(13).focus();
  await expect.poll(async () => (await grid.getByRole('gridcell').nth(13).boundingBox())?.x).toBeLessThan(1024);
  expect((await area.boundingBox())?.x).toBe(before?.x);
});
