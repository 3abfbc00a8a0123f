import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { untilInstalled } from './support/device.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, type OpenAs, test } from './support/test.ts';

test.use({ dataset: 'upload' });

const sheetPath = 'xl/worksheets/sheet1.xml';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a report is downloaded, filled in without a network, uploaded, looked at and saved', async ({ openAs }) => {
  test.slow();
  const { page, sheet, name } = await openReport(openAs, 'biro.hukum', 'Perkawinan anak');
  const file = await downloaded(page, 'Unduh untuk diisi (XLSX)');
  expect(file.name).toMatch(/^laporan-perkawinan-anak-.*\.xlsx$/);

  const place = (area: string, column: string) => placeOf(file.bytes, area, column);
  const target = place('Binuang', 'Sasaran');
  const words = place('Polewali', 'Sasaran');
  const filled = withCells(file.bytes, { [target]: '<v>1204</v>', [words]: '<is><t>1.612</t></is>' });

  await untilInstalled(page);
  await page.context().setOffline(true);
  const dialog = await upload(page, 'laporan-terisi.xlsx', filled);
  await expect(dialog.getByRole('status')).toContainText('2 sel akan berubah');
  await expect(dialog.getByRole('row', { name: /^Sasaran · Binuang / })).toContainText('1.204');
  await expect(dialog.getByRole('row', { name: /^Sasaran · Polewali / })).toContainText('1.612');
  await dialog.getByRole('button', { name: 'Pakai 2 sel' }).click();
  await expect(dialog).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(sheet.saveState).toHaveText(/^Tersimpan /, { timeout: 30_000 });

  const other = await openAs('biro.hukum');
  await other.goto(`/pelaporan/${name}`);
  const there = new ReportSheet(other);
  await expect(await there.cell('Binuang', 'Sasaran')).toContainText('1.204');
  await expect(await there.cell('Polewali', 'Sasaran')).toContainText('1.612');

  await test.step('what is uploaded again changes nothing, and what others did since stays', async () => {
    await there.fill('Binuang', 'Sasaran', '1300');
    await expect(there.saveState).toHaveText(/^Tersimpan /);
    await page.reload();
    await expect(await sheet.cell('Binuang', 'Sasaran')).toContainText('1.300');
    const untouched = await upload(page, 'tidak-diubah.xlsx', file.bytes);
    await expect(untouched.getByText('Tidak ada yang berubah')).toBeVisible();
    await expect(untouched.getByText(/^Sejak diunduh, \d+ sel berubah di laporan/)).toBeVisible();
    await untouched.getByRole('button', { name: 'Tutup', exact: true }).last().click();
    await expect(untouched).toHaveCount(0);
  });

  await test.step('a cell that changed in both is asked about', async () => {
    const again = await upload(page, 'laporan-terisi.xlsx', filled);
    const choice = again.getByRole('radiogroup', { name: /^Sasaran · Binuang: saat diunduh / });
    await expect(choice.getByRole('radio')).toHaveCount(2);
    await expect(again.getByRole('button', { name: 'Pakai 0 sel' })).toBeDisabled();
    await choice.getByLabel('Pakai dari berkas: 1.204').check();
    await again.getByRole('button', { name: 'Pakai 1 sel' }).click();
    await expect(await sheet.cell('Binuang', 'Sasaran')).toContainText('1.204');
    await expect(sheet.saveState).toHaveText(/^Tersimpan /);
  });
});

test('a CSV with semicolons and decimal commas is dropped on the page, with and without a byte order mark', async ({
  openAs,
}) => {
  const { page, sheet } = await openReport(openAs, 'biro.hukum', 'Perkawinan anak');
  const dialog = page.getByRole('dialog', { name: 'Unggah berkas' });
  for (const [mark, value] of [
    ['\uFEFF', '1.010'],
    ['', '1.011'],
  ] as const) {
    const text = `${mark}Kode;Kecamatan;Sasaran\r\n76.04.06;Binuang;${value}\r\n76.01.01;Kalumpang;5\r\n`;
    await drop(page, 'angka.csv', 'text/csv', text);
    await expect(dialog.getByRole('status')).toContainText('1 sel akan berubah');
    await expect(dialog.getByText(/baris bukan wilayah laporan ini|baris tidak dikenali wilayahnya/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Pakai 1 sel' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(await sheet.cell('Binuang', 'Sasaran')).toContainText(value);
  }
  await expect(sheet.saveState).toHaveText(/^Tersimpan /);
  const csv = await downloaded(page, 'Unduh angka (CSV)');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.bytes);
  expect(text.startsWith('\uFEFFKode;Wilayah;')).toBe(true);
  expect(text).toMatch(/\r\n76\.04\.06;Binuang;1011;/);
});

test('the template of another issue is refused with the reason, and a file that is no table says what to do', async ({
  openAs,
}) => {
  const { page } = await openReport(openAs, 'biro.hukum', 'Stunting');
  const file = await downloaded(page, 'Unduh untuk diisi (XLSX)');
  await page.goto('/pelaporan');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Perkawinan anak · / })
    .first()
    .click();
  const refused = await upload(page, 'stunting.xlsx', file.bytes);
  await expect(refused.getByRole('alert')).toContainText('Berkas ini untuk laporan lain');
  await expect(refused.getByRole('alert')).toContainText('Isunya Stunting; yang terbuka Perkawinan anak.');
  await page.keyboard.press('Escape');
  const old = await upload(page, 'lama.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  await expect(old.getByRole('alert')).toContainText('Simpan Sebagai › Excel Workbook (.xlsx)');
});

test('on a phone the menu and the preview fit, and a file is used with the thumb', async ({ openAs }) => {
  const page = await openAs('biro.hukum', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto('/pelaporan');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Perkawinan anak · / })
    .first()
    .click();
  const file = await downloaded(page, 'Unduh untuk diisi (XLSX)');
  const dialog = await upload(
    page,
    'terisi.xlsx',
    withCells(file.bytes, { [placeOf(file.bytes, 'Polewali', 'Sasaran')]: '<v>987</v>' }),
  );
  await expect(dialog.getByRole('button', { name: 'Pakai 1 sel' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await dialog.getByRole('button', { name: 'Pakai 1 sel' }).click();
  await expect(page.locator('[data-key="PA_SASARAN 76.04.04"] input')).toHaveValue('987');
});

async function openReport(openAs: OpenAs, person: string, issue: string) {
  const page = await openAs(person);
  const sheet = await ReportSheet.openDue(page, issue);
  return { page, sheet, name: new URL(page.url()).pathname.split('/').at(-1) ?? '' };
}

async function downloaded(page: Page, kind: string): Promise<{ name: string; bytes: Uint8Array }> {
  await page.getByRole('button', { name: 'Berkas Excel' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: kind }).click();
  const file: Download = await started;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

async function upload(page: Page, name: string, bytes: Uint8Array): Promise<Locator> {
  await page.getByRole('button', { name: 'Berkas Excel' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Unggah berkas terisi' }).click();
  await (await chooser).setFiles({ name, mimeType: xlsx, buffer: Buffer.from(bytes) });
  return page.getByRole('dialog', { name: 'Unggah berkas' });
}

async function drop(page: Page, name: string, type: string, text: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Berkas Excel' })).toBeEnabled();
  const data = await page.evaluateHandle(
    ([fileName, fileType, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? '', { type: fileType ?? '' }));
      return transfer;
    },
    [name, type, text],
  );
  const grid = page.getByRole('grid');
  for (const event of ['dragenter', 'dragover', 'drop']) await grid.dispatchEvent(event, { dataTransfer: data });
}

/** The address of a figure in the template. */
function placeOf(file: Uint8Array, area: string, column: string): string {
  const xml = strFromU8(unzipSync(file)[sheetPath] ?? new Uint8Array());
  const find = (text: string) => new RegExp(`<c r="([A-Z]+)(\\d+)"[^>]*><is><t[^>]*>${text}</t></is></c>`).exec(xml);
  const [row, head] = [find(area)?.[2], find(column)?.[1]];
  expect([row, head], `${column} of ${area} in the template`).not.toContain(undefined);
  return `${head}${row}`;
}

/** Fills cells in as a spreadsheet does, and leaves their looks. */
function withCells(file: Uint8Array, cells: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(file);
  let xml = strFromU8(parts[sheetPath] ?? new Uint8Array());
  for (const [address, content] of Object.entries(cells)) {
    const type = content.startsWith('<is>') ? ' t="inlineStr"' : '';
    const pattern = new RegExp(`<c r="${address}"( s="\\d+")[^>]*?(?:/>|>.*?</c>)`);
    expect(xml).toMatch(pattern);
    xml = xml.replace(pattern, `<c r="${address}"$1${type}>${content}</c>`);
  }
  return zipSync({ ...parts, [sheetPath]: strToU8(xml) });
}
