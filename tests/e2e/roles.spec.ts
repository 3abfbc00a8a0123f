import { expect, nameOf, signIn, test } from './support/test.ts';

test.use({ dataset: 'roles' });

const notAllowed = 'Anda tidak berwenang membuka halaman ini';

test('the public reads the verified overview without signing in, and nothing that is for staff', async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Ringkasan' })).toBeVisible();
  for (const issue of ['Kemiskinan ekstrem', 'Stunting', 'Anak tidak sekolah', 'Perkawinan anak', 'Inflasi']) {
    await expect(page.getByRole('heading', { level: 2, name: issue })).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'Small wins terbaru' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Siapa yang belum melapor?' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Adakah angka lama yang berubah?' })).toHaveCount(0);
  await expect(page.getByText('Sementara', { exact: true })).toHaveCount(0);
  await expect(
    page.getByRole('navigation', { name: 'Navigasi utama' }).getByRole('link', { name: 'Verifikasi' }),
  ).toHaveCount(0);
});

test('the origin of a number names agencies to the public, not persons', async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto('/');
  await page.getByRole('listitem').filter({ hasText: 'Stunting' }).getByRole('button').first().click();
  const panel = page.getByRole('dialog', { name: 'Dari mana angka ini?' });
  await panel.getByRole('row').filter({ hasText: 'Majene' }).getByRole('button').click();
  await panel.getByRole('row').filter({ hasText: 'Banggae' }).getByRole('button').first().click();
  await expect(panel.getByRole('heading', { name: 'Pengisian dan verifikasi' })).toBeVisible();
  await expect(panel).not.toContainText('(contoh)');
});

test('a stranger who opens a page for staff signs in first and lands on that page', async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto('/kelengkapan');
  await expect(page).toHaveURL(/\/masuk\?/);
  await page.getByRole('button', { name: `Masuk sebagai ${nameOf('sekretariat')}, Sekretariat` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kelengkapan' })).toBeVisible();
});

test('a partner cannot open the administration', async ({ openAs }) => {
  const page = await openAs('mitra');
  await page.goto('/kelola');
  await expect(page.getByRole('heading', { level: 1, name: notAllowed })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Peran Anda (Mitra) tidak mencakup halaman ini.');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Kelola' })).toHaveCount(0);
});

test('a focal point cannot verify, the own report least of all', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  await page.goto('/verifikasi');
  await expect(page.getByRole('heading', { level: 1, name: notAllowed })).toBeVisible();
  await page.goto('/pelaporan');
  await page.getByText(/^Sudah diajukan \(/).click();
  const submitted = page.getByRole('listitem').filter({ hasText: /Perkawinan anak .*Diajukan/s });
  await submitted.getByRole('link').first().click();
  await expect(page.getByText(/Angka terkunci sampai verifikator memutuskan\./)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Verifikasi/ })).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});

test('a wrong password is answered in words, and the right one lets in', async ({ openAs }) => {
  const page = await openAs(null);
  await signIn(page, 'biro.umum', 'bukan kata sandinya');
  await expect(page.getByRole('alert')).toContainText('Surel, nama pengguna, atau kata sandi keliru.');
  await signIn(page, 'biro.umum');
  await expect(page.getByRole('button', { name: `Akun ${nameOf('biro.umum')}` })).toBeVisible();
});

test('who signs out is a stranger again', async ({ openAs }) => {
  const page = await openAs('biro.umum');
  await page.goto('/pelaporan');
  await page.getByRole('button', { name: `Akun ${nameOf('biro.umum')}` }).click();
  await page.getByRole('menuitem', { name: 'Keluar' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Masuk' })).toBeVisible();
  await page.goto('/pelaporan');
  await expect(page).toHaveURL(/\/masuk\?/);
});

test('a session ended from another device asks to sign in again, and the page stays', async ({ openAs }) => {
  const lost = await openAs('sekretariat', { userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile' });
  await lost.goto('/kelengkapan');
  await expect(lost.getByRole('heading', { level: 1, name: 'Kelengkapan' })).toBeVisible();

  const own = await openAs('sekretariat');
  await own.goto('/akun');
  await own.getByRole('button', { name: 'Keluarkan Chrome di Android' }).click();
  await expect(own.getByText('Perangkat itu sudah keluar.')).toBeVisible();

  await lost.getByRole('button', { name: /^Bulan sebelumnya/ }).click();
  await expect(lost.getByRole('alert', { name: 'Sesi Anda berakhir' })).toBeVisible();
  await lost.getByRole('main').getByRole('link', { name: 'Masuk' }).click();
  await expect(lost).toHaveURL(/\/masuk\?kembali=%2Fkelengkapan/);
});
