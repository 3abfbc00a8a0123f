import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/user.ts';
import { ChangingServer } from './support/changing-server.ts';
import { cachedAddresses, keptOnDevice, untilInstalled, untilReportsKept } from './support/device.ts';
import { checkPage } from './support/page-check.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, nameOf, signIn, test } from './support/test.ts';

test.use({ dataset: 'offline' });

const old = /^Data tersimpan dari \d+ \p{L}+ \d{4} \d\d\.\d\d WITA – belum diperbarui\./u;

// When a browser lets a new worker take over is its own affair, more so on a busy machine.
test.describe.configure({ retries: 2 });

test('the application is offered for installation', async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto('/');
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await page.request.get(address ?? '');
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  expect(answer.headers()['cache-control']).toBe('no-cache');
  const manifest: { icons: { src: string; sizes: string; purpose: string; type: string }[] } = await answer.json();
  expect(manifest).toMatchObject({ name: 'Satgas 4+1', lang: 'id', start_url: '/', display: 'standalone' });
  for (const icon of manifest.icons) {
    const file = await page.request.get(icon.src);
    expect(file.headers()['content-type'], icon.src).toBe(icon.type);
  }
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
  );
  expect((await page.request.get('/sw.js')).headers()['cache-control']).toBe('no-cache');

  // What a browser itself finds missing before it offers the installation.
  const session = await page.context().newCDPSession(page);
  await untilInstalled(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The browser of a test is a private window, in which nothing is installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('reports that were never opened are there without a network, with last month and the rules', async ({
  openAs,
}) => {
  const page = await openAs('biro.hukum');
  await page.goto('/pelaporan');
  await untilInstalled(page);
  await untilReportsKept(page);
  const due = page.getByRole('main').getByRole('link', { name: / · / });
  const titles = await due.allInnerTexts();
  await page.context().setOffline(true);
  await page.close();

  const offline = await page.context().newPage();
  await offline.goto('/pelaporan');
  await expect(offline.getByRole('main').getByRole('link', { name: / · / })).toHaveText(titles);
  await expect(offline.getByRole('status').filter({ hasText: old })).toBeVisible();
  await checkPage(offline, 'Pelaporan without a network');

  const sheet = await ReportSheet.openDue(offline, 'Kemiskinan ekstrem');
  await expect(offline.getByRole('status').filter({ hasText: old })).toBeVisible();
  await expect(offline.getByRole('main')).toContainText('Biro Hukum');
  // Last month stands below each figure, and its rule holds: a cumulative figure that falls asks why.
  await expect(await sheet.cell('Polewali', 'Diintervensi')).toContainText(/Sep \d/);
  await sheet.fill('Polewali', 'Diintervensi', '1');
  await expect(await sheet.cell('Polewali', 'Diintervensi')).toContainText(/alasan/i);
  await checkPage(offline, 'a report without a network');

  // What the grid opens is there as well, and so is the other language.
  await offline.getByRole('button', { name: 'Tempel dari Excel' }).click();
  await expect(offline.getByRole('dialog', { name: /Tempel/ })).toBeVisible();
  await offline.keyboard.press('Escape');
  await offline.getByRole('button', { name: /^Bahasa/ }).click();
  await offline.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(offline.getByText(/^Kept on this device from .* – not yet refreshed\.$/)).toBeVisible();
  await offline.context().setOffline(false);
  await expect(offline.getByText(/^Kept on this device from /)).toHaveCount(0);
});

test('a page that needs the network says so and leads to what works', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  await page.goto('/pelaporan');
  await untilInstalled(page);
  await untilReportsKept(page);
  await page.context().setOffline(true);
  await page.goto('/');
  await expect(page.getByText('Halaman ini belum tersedia tanpa jaringan.', { exact: false })).toBeVisible();
  await checkPage(page, 'the overview without a network');
  await page.getByRole('link', { name: 'Buka Pelaporan' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: / · / }).first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(old)).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 2, name: 'Stunting' })).toBeVisible();
  await expect(page.getByText('Halaman ini belum tersedia tanpa jaringan.', { exact: false })).toHaveCount(0);
});

test('signing out takes everything off the device, in every tab', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  await page.goto('/pelaporan');
  await untilInstalled(page);
  const [reportKey = ''] = await untilReportsKept(page);
  const other = await page.context().newPage();
  await other.goto(`/pelaporan/${reportKey}`);
  await expect(other.getByRole('grid')).toBeVisible();

  await page.getByRole('button', { name: `Akun ${nameOf('biro.hukum')}` }).click();
  await page.getByRole('menuitem', { name: 'Keluar' }).click();
  await expect(page.getByRole('link', { name: 'Masuk', exact: true })).toBeVisible();
  await expect(other.getByRole('grid')).toHaveCount(0);
  await expect(other.getByRole('button', { name: /^Akun / })).toHaveCount(0);
  for (const tab of [page, other]) await expect(tab.getByText(nameOf('biro.hukum'))).toHaveCount(0);

  // Nothing but that nobody is signed in.
  await expect.poll(async () => (await keptOnDevice(page)).answers.length).toBe(1);
  const { answers, outbox, texts } = await keptOnDevice(page);
  expect(answers.filter(({ answer }) => answer?.user !== null)).toEqual([]);
  expect([...outbox, ...texts]).toEqual([]);
  expect((await cachedAddresses(page)).filter((address) => address.startsWith('/api'))).toEqual([]);

  await page.context().setOffline(true);
  await page.goto(`/pelaporan/${reportKey}`);
  await expect(page).toHaveURL(/\/masuk\?/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the next person on the same device finds nothing of the one before', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  await page.goto('/pelaporan');
  await untilInstalled(page);
  const due = await untilReportsKept(page);
  // The session ended by itself: nobody has signed out.
  await page.context().clearCookies();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Masuk', exact: true })).toBeVisible();
  await expect.poll(async () => (await keptOnDevice(page)).answers.filter(({ userId }) => userId !== '')).toEqual([]);

  await signIn(page, 'biro.umum');
  await expect(page.getByRole('button', { name: `Akun ${nameOf('biro.umum')}` })).toBeVisible();
  const own = await untilReportsKept(page);
  expect(own.filter((key) => due.includes(key))).toEqual([]);
  // The reference names every agency there is.
  const { answers } = await keptOnDevice(page);
  expect(JSON.stringify(answers.filter(({ key }) => key !== 'reference'))).not.toContain('biro-hukum');

  await page.context().setOffline(true);
  await page.goto(`/pelaporan/${due[0]}`);
  await expect(page.getByText('Isi halaman ini belum tersimpan di perangkat ini.', { exact: false })).toBeVisible();
  await expect(page.getByRole('grid')).toHaveCount(0);
});

test('somebody else who signs in takes the other tabs over', async ({ openAs, demo }) => {
  const page = await openAs('biro.hukum');
  await page.goto('/pelaporan');
  await untilInstalled(page);
  await page.context().request.post('/api/auth/sign-in/username', {
    headers: { origin: demo.url },
    data: { username: 'biro.umum', password: DEMO_PASSWORD },
  });
  const second = await page.context().newPage();
  await second.goto('/pelaporan');
  await expect(second.getByRole('button', { name: `Akun ${nameOf('biro.umum')}` })).toBeVisible();
  await expect(page.getByRole('button', { name: `Akun ${nameOf('biro.umum')}` })).toBeVisible();
  await expect(page.getByText(nameOf('biro.hukum'))).toHaveCount(0);
});

/** The sign of the build that the page's worker gives out. */
function markOf(page: Page): Promise<string> {
  return page.evaluate(async () => (await fetch('/favicon.svg')).text()).catch(() => 'still loading');
}

test('a new version waits for a press, and the tabs of the old one keep their parts', async ({ browser, demo }) => {
  const server = await ChangingServer.before(demo.url);
  const context = await browser.newContext({ baseURL: server.url });
  try {
    await context.request.post('/api/auth/sign-in/username', {
      headers: { origin: server.url },
      data: { username: 'biro.hukum', password: DEMO_PASSWORD },
    });
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const tab of [one, two]) {
      await tab.goto('/pelaporan');
      await untilInstalled(tab);
      await tab.evaluate(() => document.body.setAttribute('data-run', 'first'));
    }
    server.update();
    const look = () => one.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await look();
    for (const tab of [one, two]) await expect(tab.getByText('Versi baru siap')).toBeVisible({ timeout: 30_000 });
    await checkPage(one, 'the notice of a new version');
    await expect(one.locator('[data-run="first"]')).toHaveCount(1);

    // The server has no script of this build any more; the grid has not been opened before.
    await ReportSheet.openDue(one, 'Stunting');
    await one.getByRole('button', { name: 'Muat ulang' }).click();
    await expect(one.locator('[data-run="first"]')).toHaveCount(0);
    await expect(new ReportSheet(one).grid).toBeVisible();

    await expect(two.locator('[data-run="first"]')).toHaveCount(1);
    await expect(two.getByText('Versi baru siap')).toBeVisible();
    await ReportSheet.openDue(two, 'Stunting');
    await two.close();

    // Everything is at hand without the server, too.
    await context.setOffline(true);
    await one.goto('/pelaporan');
    await expect(one.getByRole('main').getByRole('link', { name: / · / }).first()).toBeVisible();
  } finally {
    await context.close();
    await server.close();
  }
});

test('a new version is taken by itself when the application is opened anew', async ({ browser, demo }) => {
  const server = await ChangingServer.before(demo.url);
  const context = await browser.newContext({ baseURL: server.url });
  try {
    const page = await context.newPage();
    await page.goto('/');
    await untilInstalled(page);
    server.update();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await expect(page.getByText('Versi baru siap')).toBeVisible({ timeout: 30_000 });
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect.poll(() => markOf(page), { timeout: 12_000 }).toContain('baru');
    }).toPass({ timeout: 90_000 });
    await expect(page.getByText('Versi baru siap')).toHaveCount(0);
  } finally {
    await context.close();
    await server.close();
  }
});

test('a part that is gone, where nothing is kept, is spoken of with a way on', async ({ browser, demo }) => {
  const server = await ChangingServer.before(demo.url);
  const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' });
  try {
    await context.request.post('/api/auth/sign-in/username', {
      headers: { origin: server.url },
      data: { username: 'biro.hukum', password: DEMO_PASSWORD },
    });
    const page = await context.newPage();
    const sheet = await ReportSheet.openDue(page, 'Stunting');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
    server.loseScripts();
    await page.getByRole('navigation', { name: 'Navigasi utama' }).getByRole('link', { name: 'Kelengkapan' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Halaman ini belum termuat' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Muat ulang' })).toHaveCount(1);
    await page.goBack();
    await expect(sheet.grid).toBeVisible();
  } finally {
    await context.close();
    await server.close();
  }
});
