import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { type ReportGrid, reportGridSchema } from '#shared/report.ts';
import { ask } from './support/briefing.ts';
import { OutboxPage } from './support/outbox-page.ts';
import { checkPage } from './support/page-check.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, signIn, test } from './support/test.ts';

test.use({ dataset: 'outbox' });

const issue = 'Anak tidak sekolah';
const column = 'Terdata';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The report as the server has it. */
async function reportOf(context: BrowserContext, reportKey: string): Promise<ReportGrid> {
  return reportGridSchema.parse(await ask(context, 'report.get', { reportKey }));
}

function keyOf(page: Page): string {
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

/** The figure of a cell and how often it was written. */
async function heldIn(context: BrowserContext, reportKey: string, area: string, name: string) {
  const { areas, indicators, cells } = await reportOf(context, reportKey);
  const areaId = areas.find((each) => each.name === area)?.id;
  const indicatorId = indicators.find((each) => each.shortNameId === name)?.id;
  const cell = cells.find((each) => each.areaId === areaId && each.indicatorId === indicatorId);
  return { value: cell?.value ?? null, version: cell?.version ?? 0 };
}

test('what waits is counted, listed and taken along in a file, and arrives once whoever sends it', async ({
  openAs,
}) => {
  const page = await openAs('biro.hukum');
  const outbox = new OutboxPage(page);
  const sheet = await ReportSheet.openDue(page, issue);
  const reportKey = keyOf(page);
  await expect(outbox.mark).toBeAttached();
  const before = await heldIn(page.context(), reportKey, 'Polewali', column);

  await page.context().setOffline(true);
  await sheet.fill('Polewali', column, '1.234');
  await expect(outbox.mark).toHaveText(/1 menunggu/);
  await outbox.open();
  const row = outbox.row(`${column} · Polewali`);
  await expect(row).toContainText('1.234');
  await expect(row).toContainText('Menunggu jaringan');
  await expect(row).toContainText(/diketik \d\d\.\d\d WITA/);
  await checkPage(page, 'the list of unsent entries');
  const file = await outbox.download(outbox.panel.getByRole('button', { name: 'Unduh ke berkas' }));
  expect(JSON.parse(await readFile(file, 'utf8')).readable).toEqual([
    expect.stringContaining('Polewali | Terdata: 1.234'),
  ]);

  const other = await openAs('biro.hukum');
  const second = new OutboxPage(other);
  await other.goto('/pelaporan');
  await second.openFromMenu();
  await expect(second.panel).toContainText('Semua isian sudah terkirim');
  await second.takeIn(file);
  await expect(other.getByText('1 isian dimasukkan dan akan dikirim.')).toBeVisible();
  const arrived = { value: 1234, version: before.version + 1 };
  await expect.poll(() => heldIn(other.context(), reportKey, 'Polewali', column)).toEqual(arrived);
  // Twice the same file, and then the device that it came from: what has one id is written once.
  await second.takeIn(file);
  await expect(second.panel).toContainText('Semua isian sudah terkirim');

  await page.context().setOffline(false);
  await expect(outbox.panel).toContainText('Semua isian sudah terkirim');
  await expect(outbox.mark).toBeEmpty();
  expect(await heldIn(page.context(), reportKey, 'Polewali', column)).toEqual(arrived);

  const stranger = await openAs('biro.umum');
  const third = new OutboxPage(stranger);
  await stranger.goto('/pelaporan');
  await third.openFromMenu();
  await third.takeIn(file);
  await expect(third.panel.getByRole('alert')).toContainText('milik akun lain');
  await expect(third.mark).toBeEmpty();
});

test('the way from the list leads to the cell', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  const outbox = new OutboxPage(page);
  const sheet = await ReportSheet.openDue(page, issue);
  await (await sheet.cell('Binuang', column)).click();
  await page.keyboard.type('12x');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Semua laporan saya' }).click();
  await expect(outbox.mark).toHaveText(/1 belum selesai/);
  await outbox.open();
  const row = outbox.row(`${column} · Binuang`);
  await expect(row).toContainText('“12x”');
  await row.getByRole('button', { name: `Tindakan untuk ${column} · Binuang` }).click();
  await page.getByRole('menuitem', { name: 'Lanjutkan mengisi' }).click();
  await expect(outbox.panel).toBeHidden();
  await expect(await sheet.cell('Binuang', column)).toBeFocused();

  await sheet.type('Binuang', column, '12');
  await expect(sheet.saveState).toHaveText(/^Tersimpan /);
  await expect(outbox.mark).toBeEmpty();
});

test('signing out with unsent work asks first, and does what is answered', async ({ openAs }) => {
  const page = await openAs('biro.hukum', phone);
  const outbox = new OutboxPage(page);
  const sent: string[] = [];
  await page.goto('/pelaporan');
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${issue} · `) })
    .first()
    .click();
  await page.waitForURL(/\/pelaporan\/.+/);
  const reportKey = keyOf(page);
  await page.route('**/api/trpc/report.saveEntry*', (route) => {
    sent.push(route.request().url());
    return route.abort();
  });
  await fillFirstField(page, '4.321');
  await expect(outbox.mark).toHaveText(/1 menunggu/);

  await outbox.chooseInMenu('Keluar');
  await expect(outbox.leaveDialog).toBeVisible();
  await checkPage(page, 'the question before signing out');
  await outbox.leaveDialog.getByRole('button', { name: 'Batal' }).click();
  await expect(outbox.leaveDialog).toBeHidden();
  await expect(page.getByRole('button', { name: /^Akun / })).toBeFocused();

  await outbox.chooseInMenu('Keluar');
  await outbox.leaveDialog.getByRole('button', { name: 'Kirim sekarang' }).click();
  await expect(outbox.leaveDialog.getByRole('alert')).toContainText('Peladen belum terjangkau');
  expect(sent.length).toBeGreaterThan(0);

  await outbox.download(outbox.leaveDialog.getByRole('button', { name: 'Unduh lalu keluar' }));
  await expect(page.getByRole('link', { name: 'Masuk', exact: true })).toBeVisible();
  expect(await leftOnDevice(page)).toEqual({ outbox: 0, texts: 0 });
  const other = await openAs('biro.hukum');
  const { cells } = await reportOf(other.context(), reportKey);
  expect(cells.filter(({ value }) => value === 4321)).toEqual([]);

  // Without unsent work it stays one click.
  await other.goto('/pelaporan');
  await new OutboxPage(other).chooseInMenu('Keluar');
  await expect(other.getByRole('link', { name: 'Masuk', exact: true })).toBeVisible();
});

test('a figure that came too late is kept, says what can be done, and is sent when it can be', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  const outbox = new OutboxPage(page);
  const sheet = await ReportSheet.openDue(page, 'Perkawinan anak');
  const reportKey = keyOf(page);
  await page.context().setOffline(true);
  await sheet.fill('Polewali', 'Sasaran', '777');
  await expect(outbox.mark).toHaveText(/1 menunggu/);

  const colleague = await openAs('biro.hukum');
  const theirs = await ReportSheet.openDue(colleague, 'Perkawinan anak');
  await theirs.fill('Polewali', 'Sasaran', '555');
  await theirs.fill('Binuang', 'Sasaran', '444');
  await expect(theirs.saveState).toHaveText(/^Tersimpan /);
  await page.context().setOffline(false);
  await expect(outbox.mark).toHaveText(/1 perlu diperiksa/);
  await outbox.open();
  await expect(outbox.row('Sasaran · Polewali')).toContainText('mengubah sel ini');
  await checkPage(page, 'a conflict in the list');
  await outbox.panel.getByRole('button', { name: /Punya saya\s*777/ }).click();
  await expect(outbox.panel).toContainText('Semua isian sudah terkirim');
  expect((await heldIn(page.context(), reportKey, 'Polewali', 'Sasaran')).value).toBe(777);
  await page.keyboard.press('Escape');

  await page.context().setOffline(true);
  await sheet.fill('Binuang', 'Sasaran', '446');
  await expect(outbox.mark).toHaveText(/1 menunggu/);
  const { report } = await reportOf(colleague.context(), reportKey);
  const submitted = await colleague.context().request.post('/api/trpc/report.submit', {
    data: { reportKey, expectedVersion: report.version, acceptMissing: true },
  });
  expect(submitted.ok(), await submitted.text()).toBe(true);
  await page.context().setOffline(false);
  await expect(outbox.mark).toHaveText(/1 perlu diperiksa/);

  await page.reload();
  await expect(outbox.mark).toHaveText(/1 perlu diperiksa/);
  await outbox.open();
  const row = outbox.row('Sasaran · Binuang');
  await expect(row).toContainText('Ditolak');
  await expect(row).toContainText('Mintalah verifikator mengembalikan sel ini');

  const verifier = await openAs('sekretariat');
  const { cells } = await reportOf(verifier.context(), reportKey);
  const cell = cells.find(({ value }) => value === 444);
  const returned = await verifier.context().request.post('/api/trpc/report.returnCells', {
    data: {
      reportKey,
      cells: [{ indicatorId: cell?.indicatorId, areaId: cell?.areaId, version: cell?.version, reason: 'Cek lagi' }],
    },
  });
  expect(returned.ok(), await returned.text()).toBe(true);
  await row.getByRole('button', { name: 'Kirim lagi' }).click();
  // The return was a change, too, that the figure knows nothing of.
  await expect(row.or(outbox.panel.getByText('Semua isian sudah terkirim'))).toContainText(/Bentrok|sudah terkirim/);
  const mine = outbox.panel.getByRole('button', { name: /Punya saya\s*446/ });
  if (await mine.isVisible()) await mine.click();
  await expect(outbox.panel).toContainText('Semua isian sudah terkirim');
  expect((await heldIn(page.context(), reportKey, 'Binuang', 'Sasaran')).value).toBe(446);
});

test('a session that ended asks to sign in and then goes on; another person sees nothing of it', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  const outbox = new OutboxPage(page);
  const sheet = await ReportSheet.openDue(page, issue);
  const reportKey = keyOf(page);
  await expect(outbox.mark).toBeAttached();
  await page.context().clearCookies();
  await sheet.fill('Polewali', column, '2.468');
  await expect(page.getByRole('link', { name: 'Masuk lagi untuk mengirim 1 isian' })).toBeVisible();

  await signIn(page, 'biro.umum');
  await page.waitForURL((url) => url.pathname !== '/masuk');
  await page.goto('/pelaporan');
  await expect(outbox.mark).toBeEmpty();
  await outbox.openFromMenu();
  await expect(outbox.panel).toContainText('Semua isian sudah terkirim');
  await page.keyboard.press('Escape');
  await outbox.chooseInMenu('Keluar');
  await expect(page.getByRole('link', { name: 'Masuk', exact: true })).toBeVisible();

  await signIn(page, 'biro.hukum');
  await page.waitForURL((url) => url.pathname !== '/masuk');
  await expect.poll(async () => (await heldIn(page.context(), reportKey, 'Polewali', column)).value).toBe(2468);
  await expect(outbox.mark).toBeEmpty();
});

test('a browser without room says that what was typed is in this tab alone', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  const outbox = new OutboxPage(page);
  const sheet = await ReportSheet.openDue(page, issue);
  await expect(outbox.mark).toBeAttached();
  await page.context().setOffline(true);
  await refuseStorage(page);
  await sheet.fill('Polewali', column, '1.111');
  const banner = page.getByRole('alert').filter({ hasText: 'Isian belum tersimpan di perangkat ini' });
  await expect(banner).toBeVisible();
  await checkPage(page, 'a page while nothing is kept');
  await banner.getByRole('button', { name: 'Lihat dan unduh' }).click();
  await expect(outbox.panel.getByRole('alert')).toContainText('Ruang simpan peramban penuh');
  const file = await outbox.download(outbox.panel.getByRole('button', { name: 'Unduh ke berkas' }));
  expect(JSON.parse(await readFile(file, 'utf8')).items).toHaveLength(1);
  await page.keyboard.press('Escape');

  // It is sent all the same, from memory.
  await page.context().setOffline(false);
  await expect(sheet.saveState).toHaveText(/^Tersimpan /);
  await expect(banner).toBeHidden();
});

test('a clock that is a day slow is named, and figures arrive all the same', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  await page.clock.setSystemTime(Date.now() - 24 * 3_600_000);
  const outbox = new OutboxPage(page);
  const sheet = await ReportSheet.openDue(page, issue);
  const reportKey = keyOf(page);
  await page.route('**/api/trpc/report.saveEntry*', (route) => route.abort());
  await sheet.fill('Polewali', column, '3.690');
  await expect(outbox.mark).toHaveText(/1 menunggu/);
  await outbox.open();
  await expect(outbox.panel).toContainText('Jam perangkat ini lebih lambat sekitar 1 hari daripada jam peladen.');
  await checkPage(page, 'the warning about the clock');

  await page.unroute('**/api/trpc/report.saveEntry*');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(outbox.panel).toContainText('Semua isian sudah terkirim');
  expect((await heldIn(page.context(), reportKey, 'Polewali', column)).value).toBe(3690);
});

/**
 * As when the disk is full: every write into the browser's database is refused. Chromium's own quota, set from outside,
 * lets writes of this size through.
 */
function refuseStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
}

/** In the first field of a phone's cards. */
async function fillFirstField(page: Page, text: string): Promise<void> {
  const field = page.locator('[data-card-field]').first();
  await field.fill(text);
  await field.press('Enter');
}

/** How much of anybody's work the browser still keeps. */
function leftOnDevice(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('satgas');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const counts: Record<string, number> = {};
    for (const name of ['outbox', 'texts']) {
      counts[name] = await new Promise<number>((resolve, reject) => {
        const counting = database.transaction(name).objectStore(name).count();
        counting.onsuccess = () => resolve(counting.result);
        counting.onerror = () => reject(counting.error);
      });
    }
    database.close();
    return counts;
  });
}
