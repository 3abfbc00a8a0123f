import { arrived, expectArrived, file, firstPage, handIn, settlePaste } from './support/bus.ts';
import { copy } from './support/copy-cells.ts';
import { giveRegencyTo } from './support/give-regency.ts';
import { OutboxPage } from './support/outbox-page.ts';
import { OwnBrowser } from './support/own-browser.ts';
import { checkPage } from './support/page-check.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, signInByRequest, test } from './support/test.ts';

test.use({ dataset: 'bus', actionTimeout: 30_000 });
test.slow();

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
      await copy(page, { html: file('html'), text: file('txt') });
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

    await expectArrived(await openAs('koordinator.stunting'), report, arrived);
  } finally {
    await device.remove();
  }
});
