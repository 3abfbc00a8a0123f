import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { reportGridSchema } from '#shared/report.ts';
import { ask } from './support/briefing.ts';
import { giveRegencyTo } from './support/give-regency.ts';
import { OutboxPage } from './support/outbox-page.ts';
import { OwnBrowser } from './support/own-browser.ts';
import { checkPage } from './support/page-check.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, signInByRequest, test } from './support/test.ts';

test.use({ dataset: 'bus', actionTimeout: 30_000 });
test.slow();

// verval-polman.xlsx: 16 districts × 6 columns as an office keeps them; beside it, what LibreOffice copies of it.
const file = (type: string) =>
  readFileSync(join(import.meta.dirname, '../support/files', `verval-polman.${type}`), 'utf8');

test('a block is pasted, the network is lost, the browser closed, a conflict settled, and all arrives once', async ({
  openAs,
  demo,
  launchOptions,
}) => {
  const month = await giveRegencyTo(await openAs('admin'), '76.04', 'biro-hukum');
  const report = `/pelaporan/${month}_ST_biro-hukum`;
  const device = new OwnBrowser({ ...launchOptions, baseURL: demo.url });
  try {
    let context = await device.open();
    await signInByRequest(context, demo.url, 'biro.hukum');
    let page = await firstPage(context);
    await page.goto(report);
    let sheet = new ReportSheet(page);
    await expect(sheet.grid.getByRole('rowheader')).toHaveCount(17);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    await test.step('pastes 16 × 6 figures, and answers the one question', async () => {
      await copyFile(page);
      await (await sheet.cell('Polewali', 'Sasaran')).click();
      await page.keyboard.press('Control+v');
      await settlePaste(page, 'Pakai 95 sel');
      await expect(sheet.saveState).toHaveText(/^Tersimpan /);
      await expect(sheet.answered).toHaveText('95 dari 144');
    });

    await test.step('loses the network, edits three cells, closes the browser', async () => {
      await context.setOffline(true);
      await sheet.fill('Polewali', 'Diukur', '7.111');
      await sheet.fill('Binuang', 'Diukur', '7.222');
      await sheet.fill('Anreapi', 'Diukur', '7.333');
      await expect(sheet.saveState).toContainText('3 sel menunggu jaringan');
      await device.close();
    });

    await test.step('a colleague changes one of the three meanwhile', async () => {
      const colleague = await openAs('biro.hukum');
      await colleague.goto(report);
      const there = new ReportSheet(colleague);
      await there.fill('Binuang', 'Diukur', '7.999');
      await expect(there.saveState).toHaveText(/^Tersimpan /);
    });

    await test.step('opens it on the bus, without a network: everything is there', async () => {
      context = await device.open();
      await context.setOffline(true);
      page = await firstPage(context);
      await page.goto(report);
      sheet = new ReportSheet(page);
      await expect(await sheet.cell('Matakali', 'Sasaran')).toContainText('16.377');
      for (const [area, figure] of [
        ['Polewali', '7.111'],
        ['Binuang', '7.222'],
        ['Anreapi', '7.333'],
      ] as const) {
        await expect(await sheet.cell(area, 'Diukur')).toContainText(figure);
      }
      await expect(new OutboxPage(page).mark).toHaveText(/3 menunggu/);
      await checkPage(page, 'a report opened without a network');
    });

    await test.step('the network is back: one conflict is found and settled', async () => {
      await context.setOffline(false);
      const cell = await sheet.cell('Binuang', 'Diukur');
      await expect(cell.getByRole('button', { name: 'Punya mereka: 7.999' })).toBeVisible({ timeout: 30_000 });
      await cell.getByRole('button', { name: 'Punya saya: 7.222' }).click();
      await expect(sheet.saveState).toHaveText(/^Tersimpan /);
      await expect(cell).toContainText('7.222');
    });

    await test.step('submits', async () => {
      await page.getByRole('button', { name: 'Ajukan', exact: true }).click();
      await handIn(page);
    });

    await expectArrived(await openAs('koordinator.stunting'), report, {
      once: 92,
      others: {
        // Pasted, edited, handed in; and once more where a colleague's figure was written over.
        'ST_DIUKUR 76.04.04': { value: 7111, version: 3 },
        'ST_DIUKUR 76.04.13': { value: 7333, version: 3 },
        'ST_DIUKUR 76.04.06': { value: 7222, version: 4 },
      },
    });
  } finally {
    await device.remove();
  }
});

async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage());
}

async function copyFile(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    async ({ html, text }) => {
      const item = new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      });
      await navigator.clipboard.write([item]);
    },
    { html: file('html'), text: file('txt') },
  );
}

async function settlePaste(page: Page, apply: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Tempel dari Excel' });
  await expect(dialog.getByRole('status')).toContainText('1 pertanyaan perlu dijawab');
  await dialog.getByRole('radiogroup', { name: '“-”: nol, atau belum ada data?' }).getByLabel('belum ada data').check();
  await dialog.getByRole('button', { name: apply }).click();
  await expect(dialog).toHaveCount(0);
}

async function handIn(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Ajukan laporan?' });
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Ajukan laporan' }).click();
  await expect(page.getByRole('main')).toContainText(/Diajukan oleh Narahubung Biro Hukum \(contoh\)/);
}

type Expected = { once: number; others: Record<string, { value: number; version: number }> };

/** Every write of a cell raises its version by one, handing it in as well. */
async function expectArrived(page: Page, report: string, { once, others }: Expected): Promise<void> {
  const reportKey = report.split('/').at(-1);
  const { cells } = reportGridSchema.parse(await ask(page.context(), 'report.get', { reportKey }));
  const held = new Map(cells.map((cell) => [`${cell.indicatorId} ${cell.areaId}`, cell]));
  for (const [key, expected] of Object.entries(others)) expect(held.get(key), key).toMatchObject(expected);
  const rest = cells.filter((cell) => !(`${cell.indicatorId} ${cell.areaId}` in others));
  expect(rest.filter(({ version, status }) => version === 2 && status === 'submitted')).toHaveLength(once);
  expect(rest).toHaveLength(once);
}
