import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from './support/test.ts';

test.use({ dataset: 'roles' });

async function download(page: Page, button: string | RegExp, kind: 'Excel (XLSX)' | 'Teks (CSV)'): Promise<Download> {
  await page.getByRole('button', { name: button }).first().click();
  const started = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: kind }).click();
  return started;
}

async function contentOf(file: Download): Promise<Buffer> {
  return readFile(await file.path());
}

test('the completeness of a month downloads as a workbook with real numbers and dates, and says what it is', async ({
  openAs,
}) => {
  const page = await openAs('sekretariat');
  await page.goto('/kelengkapan');
  const file = await download(page, /^Unduh: Kelengkapan laporan/, 'Excel (XLSX)');
  expect(file.suggestedFilename()).toMatch(/^kelengkapan-laporan-\w+-\d{4}-data-contoh\.xlsx$/);
  const [table, about] = await readXlsxFile(await contentOf(file));
  const [head, first] = table?.data ?? [];
  expect(head).toContain('OPD');
  expect(head).toContain('Pertama diajukan (WITA)');
  expect(first?.[0]).toBeInstanceOf(Date);
  expect(first?.[4]).toBeInstanceOf(Date);
  expect(typeof first?.[8]).toBe('number');
  expect(about?.sheet).toBe('Tentang');
  expect(about?.data.map(([label]) => label)).toEqual([
    'Tabel',
    'Data contoh',
    'Sel kosong',
    'Diunduh',
    'Halaman asal',
  ]);
});

test('a list downloads as CSV for an Indonesian spreadsheet, and in English with commas', async ({ openAs }) => {
  const page = await openAs('sekretariat');
  await page.goto('/small-wins');
  const file = await download(page, 'Unduh: Small wins', 'Teks (CSV)');
  const text = (await contentOf(file)).toString('utf8');
  expect(text.startsWith('\uFEFFTanggal kejadian;Isu;Kabar;')).toBe(true);
  expect(text.split('\r\n')[1]).toMatch(/^\d{4}-\d{2}-\d{2};/);

  await page.evaluate(() => localStorage.setItem('lang', 'en'));
  await page.reload();
  await page.getByRole('button', { name: 'Download: Small wins' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Text (CSV)' }).click();
  expect((await contentOf(await started)).toString('utf8')).toMatch(/^\uFEFFDate[^;]*,Issue,/);
});

test('a chart downloads its figures as a workbook', async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto('/isu/stunting');
  await page
    .getByRole('button', { name: /^Unduh: / })
    .and(page.getByText('Unduh', { exact: true }))
    .first()
    .click();
  const started = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /Excel \(XLSX\)$/ }).click();
  const sheets = await readXlsxFile(await contentOf(await started));
  expect(sheets.map(({ sheet }) => sheet)).toContain('Tentang');
  expect(sheets[0]?.data.flat().some((cell) => typeof cell === 'number')).toBe(true);
});
