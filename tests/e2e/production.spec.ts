import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type RunningApplication, startProduction } from '#tests/support/e2e-server.ts';

// The application as an office installs it: an empty data folder, no sample data.
const dataDir = mkdtempSync(join(tmpdir(), 'satgas-e2e-production-'));
let application: RunningApplication;

test.beforeAll(async () => {
  application = await startProduction(dataDir);
});
test.afterAll(async () => {
  await application.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const password = 'perahu layar di teluk mandar';

test('an office starts empty: the one-time link makes the administrator, who invites the others', async ({
  browser,
}) => {
  const openBrowser = async () => (await browser.newContext({ baseURL: application.url })).newPage();
  const page = await openBrowser();
  const setupLink = /http\S+\/penyiapan\/\S+/.exec(application.output())?.[0] ?? '';

  await test.step('there are no demo accounts and no sample data', async () => {
    await page.goto('/masuk');
    await expect(page.getByRole('button', { name: 'Masuk', exact: true })).toBeVisible();
    await expect(page.getByText('Coba sebagai')).toHaveCount(0);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Ringkasan' })).toBeVisible();
    await expect(page.getByText(/data contoh/i)).toHaveCount(0);
  });

  await test.step('the printed link creates the administrator', async () => {
    await page.goto(setupLink);
    await expect(page.getByRole('heading', { name: 'Buat administrator pertama' })).toBeVisible();
    await fillIn(page, { name: 'Nur Aisyah', email: 'nur.aisyah@contoh.go.id', username: 'nur.aisyah' });
    await expect(page.getByRole('button', { name: 'Akun Nur Aisyah' })).toBeVisible();
  });

  await test.step('the link works once', async () => {
    const other = await openBrowser();
    await other.goto(setupLink);
    await expect(other.getByRole('heading', { name: 'Tautan ini tidak berlaku' })).toBeVisible();
    await other.context().close();
  });

  const invitation = await test.step('the administrator invites a focal point', async () => {
    await page.goto('/kelola/pengguna');
    await page.getByRole('button', { name: 'Undang pengguna' }).click();
    const dialog = page.getByRole('dialog', { name: 'Undang pengguna' });
    await dialog.getByLabel('Nama lengkap').fill('Rahmat Hidayat');
    await dialog.getByLabel('Surel').fill('rahmat.hidayat@contoh.go.id');
    await dialog.getByRole('combobox', { name: 'OPD' }).fill('Biro Hukum');
    await page.getByRole('option', { name: /Biro Hukum/ }).click();
    await dialog.getByRole('button', { name: 'Buat undangan' }).click();
    const link = page.getByRole('dialog', { name: 'Undangan untuk Rahmat Hidayat' }).getByLabel('Tautan');
    await expect(link).toHaveValue(/\/undangan\//);
    return link.inputValue();
  });

  await test.step('who chooses a password and is in, with the reports of the agency', async () => {
    const invited = await openBrowser();
    await invited.goto(invitation);
    await expect(invited.getByRole('main')).toContainText('Narahubung OPD');
    await expect(invited.getByLabel('Surel')).toHaveValue('rahmat.hidayat@contoh.go.id');
    await invited.getByLabel('Kata sandi', { exact: true }).fill('terlalu');
    await expect(invited.getByRole('button', { name: 'Buat akun dan masuk' })).toBeDisabled();
    await fillIn(invited, { username: 'rahmat' });
    await expect(invited.getByRole('button', { name: 'Akun Rahmat Hidayat' })).toBeVisible();
    await invited.goto('/pelaporan');
    await expect(invited.getByRole('heading', { level: 1, name: 'Pelaporan' })).toBeVisible();

    await invited.context().clearCookies();
    await invited.goto('/masuk');
    await invited.getByLabel('Surel atau nama pengguna').fill('rahmat');
    await invited.getByLabel('Kata sandi', { exact: true }).fill(password);
    await invited.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(invited.getByRole('button', { name: 'Akun Rahmat Hidayat' })).toBeVisible();
    await invited.context().close();
  });
});

/** The form of a new account; fields that the invitation filled in stay as they are. */
async function fillIn(page: Page, account: { name?: string; email?: string; username: string }): Promise<void> {
  if (account.name !== undefined) await page.getByLabel('Nama lengkap').fill(account.name);
  if (account.email !== undefined) await page.getByLabel('Surel').fill(account.email);
  await page.getByLabel('Nama pengguna').fill(account.username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Buat akun dan masuk' }).click();
}
