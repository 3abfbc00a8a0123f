import type { Page } from '@playwright/test';
import { arrived, expectArrived, file, firstPage, handIn, settlePaste } from './support/bus.ts';
import { giveRegencyTo } from './support/give-regency.ts';
import { OutboxPage } from './support/outbox-page.ts';
import { OwnBrowser } from './support/own-browser.ts';
import { checkPage } from './support/page-check.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, signInByRequest, test } from './support/test.ts';

test.use({ dataset: 'bus-phone', actionTimeout: 30_000 });
test.slow();

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test('the way from the pasted sheet to the report that is handed in, on a phone, with a thumb', async ({
  openAs,
  demo,
  launchOptions,
}) => {
  const month = await giveRegencyTo(await openAs('admin'), '76.04', 'biro-hukum');
  const report = `/pelaporan/${month}_ST_biro-hukum`;
  const device = new OwnBrowser({ ...launchOptions, ...phone, baseURL: demo.url });
  try {
    let context = await device.open();
    await signInByRequest(context, demo.url, 'biro.hukum');
    let page = await firstPage(context);
    await page.goto(report);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const saveState = () => page.locator('[data-save-state]').first();

    await test.step('pastes the sheet, and answers the one question', async () => {
      await page.getByRole('button', { name: 'Tempel dari Excel' }).tap();
      const dialog = page.getByRole('dialog', { name: 'Tempel dari Excel' });
      await dialog.getByLabel('Tempel di sini').fill(file('txt'));
      await dialog.getByRole('button', { name: 'Periksa' }).tap();
      await settlePaste(page, 'Pakai 95 sel');
      await expect(saveState()).toHaveText(/^Tersimpan /);
    });

    await test.step('loses the network, edits three cells, closes the browser', async () => {
      await context.setOffline(true);
      await thumbIn(page, 'Polewali', 'ST_DIUKUR 76.04.04', '7111');
      await thumbIn(page, 'Binuang', 'ST_DIUKUR 76.04.06', '7222');
      await thumbIn(page, 'Anreapi', 'ST_DIUKUR 76.04.13', '7333');
      await expect(new OutboxPage(page).mark).toHaveText(/3/);
      await device.close();
    });

    const colleague = await openAs('biro.hukum');
    await colleague.goto(report);
    const there = new ReportSheet(colleague);
    await there.fill('Binuang', 'Diukur', '7.999');
    await expect(there.saveState).toHaveText(/^Tersimpan /);

    await test.step('opens it on the bus, without a network', async () => {
      context = await device.open();
      await context.setOffline(true);
      page = await firstPage(context);
      await page.goto(report);
      await openCard(page, 'Binuang');
      await expect(page.locator('[data-key="ST_DIUKUR 76.04.06"] input')).toHaveValue('7.222');
      await expect(new OutboxPage(page).mark).toHaveText(/3/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });

    await test.step('the network is back: one conflict is found and settled', async () => {
      await context.setOffline(false);
      const cell = page.locator('[data-key="ST_DIUKUR 76.04.06"]');
      await expect(cell.getByRole('button', { name: 'Punya mereka: 7.999' })).toBeVisible({ timeout: 30_000 });
      await checkPage(page, 'a conflict on a phone');
      await cell.getByRole('button', { name: 'Punya saya: 7.222' }).tap();
      await expect(new OutboxPage(page).mark).toHaveText('');
      await expect(saveState()).toHaveText(/^Tersimpan /);
    });

    await test.step('submits from where the thumb is', async () => {
      await page
        .getByRole('region', { name: /^Pengisian/ })
        .getByRole('button', { name: 'Ajukan' })
        .tap();
      await handIn(page);
    });
    await expectArrived(await openAs('koordinator.stunting'), report, arrived);
  } finally {
    await device.remove();
  }
});

async function openCard(page: Page, area: string): Promise<void> {
  const card = page.locator('details').filter({ has: page.locator('summary', { hasText: area }) });
  if ((await card.getAttribute('open')) === null) await card.locator('summary').tap();
}

async function thumbIn(page: Page, area: string, key: string, figure: string): Promise<void> {
  await openCard(page, area);
  await page.locator(`[data-key="${key}"] input`).tap();
  await page.keyboard.type(figure);
  await page
    .getByRole('region', { name: /^Pengisian/ })
    .getByRole('button', { name: /^(Berikutnya|Selesai)$/ })
    .tap();
}
