import type { Page } from '@playwright/test';
import { tabTo } from './support/keyboard.ts';
import { checkPage, watchErrors } from './support/page-check.ts';
import { expect, type OpenAs, test } from './support/test.ts';

test.use({ dataset: 'notification' });

const bell = (page: Page) => page.getByRole('button', { name: /^Pemberitahuan, / });
const list = (page: Page) => page.getByRole('dialog', { name: /^Pemberitahuan/ });

/** The secretariat sends a cell of a waiting report of Biro Hukum back. */
async function returnCell(openAs: OpenAs, reason: string): Promise<string> {
  const desk = await openAs('sekretariat');
  await desk.goto('/verifikasi');
  await desk.getByRole('main').getByRole('link', { name: 'Biro Hukum', exact: false }).first().click();
  await desk
    .getByRole('checkbox', { name: /^Pilih / })
    .first()
    .check();
  await desk.getByRole('button', { name: 'Kembalikan…' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Kembalikan 1 sel' });
  await dialog.getByLabel('Alasan pengembalian').fill(reason);
  await dialog.getByRole('button', { name: 'Kembalikan 1 sel' }).click();
  await expect(desk.getByText('1 sel dikembalikan dengan alasan.')).toBeVisible();
  return new URL(desk.url()).pathname;
}

test('a return rings the author’s bell without a reload and leads to the report, until it is switched off', async ({
  openAs,
}) => {
  const author = await openAs('biro.hukum', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const errors = watchErrors(author);
  await author.goto('/');
  await bell(author).tap();
  const markAll = list(author).getByRole('button', { name: 'Tandai semua dibaca' });
  await test.step('what was told before is taken as read', async () => {
    await expect(list(author).getByRole('heading', { name: 'Pemberitahuan' })).toBeVisible();
    await expect(list(author).getByRole('listitem').first()).toBeVisible();
    await checkPage(author, 'the list of notices');
    if (await markAll.isVisible()) await markAll.tap();
    await expect(bell(author)).toHaveAccessibleName('Pemberitahuan, semua sudah dibaca');
    await author.keyboard.press('Escape');
    await expect(list(author)).toHaveCount(0);
    await expect(bell(author)).toBeFocused();
  });

  let pageLoads = 0;
  author.on('load', () => {
    pageLoads += 1;
  });
  const path = await returnCell(openAs, 'Mohon dicocokkan dengan daftar puskesmas.');

  await test.step('the bell says so by itself', async () => {
    await expect(bell(author)).toHaveAccessibleName('Pemberitahuan, 1 belum dibaca');
    expect(pageLoads).toBe(0);
  });

  await test.step('and leads to the report, where the reason stands', async () => {
    await bell(author).tap();
    const today = list(author).getByRole('region', { name: 'Hari ini' });
    await expect(today).toContainText('1 laporan dikembalikan untuk diperbaiki.');
    await today
      .getByRole('link', { name: / – 1 angka dikembalikan untuk diperbaiki oleh Sekretariat Satgas \(contoh\)$/ })
      .tap();
    await expect(author).toHaveURL(new RegExp(`${path}$`));
    await expect(author.getByText(/Mohon dicocokkan dengan daftar puskesmas\./).first()).toBeVisible();
    await expect(bell(author)).toHaveAccessibleName('Pemberitahuan, semua sudah dibaca');
  });

  await test.step('who does not want it says so in their account', async () => {
    await bell(author).tap();
    await list(author).getByRole('link', { name: 'Atur pemberitahuan' }).tap();
    const choice = author.getByRole('checkbox', { name: 'Laporan dikembalikan: Di aplikasi' });
    await expect(choice).toBeChecked();
    await expect(author.getByText('Ini akun contoh: tidak ada surel yang dikirim.', { exact: false })).toBeVisible();
    await choice.uncheck();
    await author.getByRole('button', { name: 'Simpan pemberitahuan' }).tap();
    await expect(author.getByText('Pilihan pemberitahuan tersimpan.')).toBeVisible();
    await checkPage(author, 'the account');
  });

  await test.step('and the next return is silent', async () => {
    await returnCell(openAs, 'Belum ada bukti dukung.');
    await author.goto('/pelaporan');
    await expect(bell(author)).toHaveAccessibleName('Pemberitahuan, semua sudah dibaca');
    await bell(author).tap();
    await expect(list(author).getByText(/dikembalikan untuk diperbaiki\.$/)).toHaveCount(1);
  });
  expect(errors, 'nothing in the console').toEqual([]);
});

test('verifiers see their clock; the administrator sets it; the digest is copied for the group', async ({ openAs }) => {
  const desk = await openAs('sekretariat');
  const errors = watchErrors(desk);
  await desk.goto('/verifikasi');
  const first = desk.getByRole('main').getByRole('listitem').first();
  await expect(first).toContainText(/Terlambat \d+ hari kerja/);
  await expect(first).toContainText(/diputuskan paling lambat \d+ \w+ \d{4}/);

  await test.step('with the keyboard alone: the late ones, and the bell', async () => {
    await tabTo(desk, bell(desk), { back: true });
    await desk.keyboard.press('Enter');
    await expect(list(desk)).toContainText(/menunggu verifikasi Anda lebih lama dari semestinya/);
    await desk.keyboard.press('Escape');
    await expect(bell(desk)).toBeFocused();
  });

  const admin = await openAs('admin');
  await test.step('more time makes fewer late', async () => {
    await admin.goto('/kelola/tenggat');
    const days = admin.getByLabel('Hari kerja untuk verifikasi');
    await days.fill('31');
    await expect(admin.getByText('Isi jumlah hari kerja dari 1 sampai 30.')).toBeVisible();
    await days.fill('30');
    await expect(admin.getByText(/^Laporan yang diajukan .* diputuskan paling lambat /)).toBeVisible();
    await admin.getByRole('button', { name: 'Simpan waktu verifikasi' }).click();
    await expect(admin.getByText('Waktu verifikasi tersimpan.')).toBeVisible();
    await expect(desk.getByRole('main').getByText('Dalam batas waktu').first()).toBeVisible();
  });

  await test.step('the text for the group says the same as the page', async () => {
    await desk.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.goto('/kelengkapan');
    await desk.getByRole('button', { name: 'Salin teks WhatsApp rekap pelaporan' }).click();
    const text = await desk.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Rekap pelaporan Satgas 4\+1 per \d+ \w+ \d{4}\n/);
    expect(text).toContain('Menunggu verifikasi: ');
    await expect(desk.getByRole('button', { name: 'Unduh: Pengingat laporan', exact: false })).toBeVisible();
  });
  expect(errors, 'nothing in the console').toEqual([]);
});

test('the public has no bell', async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(bell(page)).toHaveCount(0);
});
