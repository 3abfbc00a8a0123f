import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { formatNumber } from '#shared/number-format.ts';
import { reportGridSchema } from '#shared/report.ts';
import { type RunningApplication, startDemo } from '#tests/support/e2e-server.ts';
import { arrivedIn, submissionsOf } from './support/arrived.ts';
import { ask } from './support/briefing.ts';
import { CutNetwork, cutPoints } from './support/cut-network.ts';
import { giveRegencyTo } from './support/give-regency.ts';
import { OwnBrowser } from './support/own-browser.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, signInByRequest, test } from './support/test.ts';

// Everything is typed into one report of 16 districts, each figure once and each another one, so that every revision
// tells which keystroke it came from. What was typed is counted against what the database holds.
test.describe.configure({ mode: 'serial' });
test.slow();
test.use({ actionTimeout: 20_000 });

const areas = [
  ...['Tinambung', 'Campalagian', 'Wonomulyo', 'Polewali', 'Tutar', 'Binuang', 'Tapango', 'Mapilli'],
  ...['Matangnga', 'Luyo', 'Limboro', 'Balanipa', 'Anreapi', 'Matakali', 'Allu', 'Bulo'],
];
const columns = ['Sasaran', 'Hasil verval: valid', 'Diintervensi', 'Keluar status', 'Rujukan', 'Balita (S)', 'Diukur'];

const dataDir = mkdtempSync(join(tmpdir(), 'satgas-e2e-cuts-'));
let application: RunningApplication;
let month = '';
let reportKey = '';
/** Cut points that were tried, over the whole file. */
let tried = 0;
const typed: number[] = [];

test.beforeAll(async ({ browser }) => {
  cpSync(process.env.SATGAS_E2E_TEMPLATE ?? '', dataDir, { recursive: true });
  application = await startDemo(dataDir);
  const context = await openContext(() => browser.newContext({ baseURL: application.url }), 'admin');
  month = await giveRegencyTo(await context.newPage(), '76.04', 'biro-hukum');
  reportKey = `${month}_ST_biro-hukum`;
  await context.close();
});
test.afterAll(async () => {
  await application.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function openContext(make: () => Promise<BrowserContext>, username: string): Promise<BrowserContext> {
  const context = await make();
  await signInByRequest(context, application.url, username);
  return context;
}

async function openSheet(page: Page): Promise<ReportSheet> {
  await page.goto(`/pelaporan/${reportKey}`);
  const sheet = new ReportSheet(page);
  await expect(sheet.grid).toBeVisible();
  return sheet;
}

/** The next cell that nobody has touched, and a figure that nobody has typed. */
let places = 0;
function nextPlace(): { area: string; column: string } {
  const place = { area: areas[places % areas.length] ?? '', column: columns[Math.floor(places / areas.length)] ?? '' };
  places += 1;
  return place;
}
let figures = 0;
function nextFigure(): number {
  figures += 1;
  const figure = 1000 + figures;
  typed.push(figure);
  return figure;
}

/** As the grid writes it. */
const shown = (figure: number) => formatNumber(figure, { locale: 'id', decimals: 0 });

async function typeNext(sheet: ReportSheet): Promise<number> {
  const figure = nextFigure();
  const { area, column } = nextPlace();
  await sheet.fill(area, column, String(figure));
  return figure;
}

const written = ['entered', 'changed'];
const timesOf = (figure: number) =>
  arrivedIn(dataDir, { month, issueId: 'ST' }).filter(
    ({ value, action }) => value === figure && written.includes(action),
  ).length;

async function expectAllOnce(figures: readonly number[]): Promise<void> {
  for (const figure of figures) {
    await expect.poll(() => timesOf(figure), { message: `${figure} arrived`, timeout: 30_000 }).toBe(1);
  }
}

test('a figure arrives once, wherever the network is cut', async ({ browser }) => {
  const context = await openContext(() => browser.newContext({ baseURL: application.url }), 'biro.hukum');
  const network = await CutNetwork.of(context);
  const sheet = await openSheet(await context.newPage());

  for (const point of cutPoints) {
    await test.step(`one figure, cut ${point}`, async () => {
      const cut = network.cutAt('report.saveEntry', point);
      const figure = await typeNext(sheet);
      await cut;
      await network.mend();
      await expectAllOnce([figure]);
      await expect(sheet.saveState).toHaveText(/^Tersimpan /);
      tried += 1;
    });

    await test.step(`typed over while it was on its way, cut ${point}`, async () => {
      const cut = network.cutAt('report.saveEntry', point);
      const { area, column } = nextPlace();
      const [first, second] = [nextFigure(), nextFigure()];
      await sheet.fill(area, column, String(first));
      await cut;
      await sheet.fill(area, column, String(second));
      await network.mend();
      await expectAllOnce([second]);
      await expect(sheet.saveState).toHaveText(/^Tersimpan /);
      await network.settled();
      // The first either had left and is a revision of its own, once, or was replaced before it could.
      expect(timesOf(first)).toBeLessThanOrEqual(1);
      if (timesOf(first) === 0) typed.splice(typed.indexOf(first), 1);
      await expect(await sheet.cell(area, column)).toContainText(shown(second));
      tried += 1;
    });

    await test.step(`five typed without a network and sent together, cut ${point}`, async () => {
      network.cut();
      const figures: number[] = [];
      for (let each = 0; each < 5; each += 1) figures.push(await typeNext(sheet));
      await expect(sheet.saveState).toContainText('5 sel menunggu jaringan');
      const cut = network.cutAt('report.saveEntry', point);
      await network.mend();
      await cut;
      await network.mend();
      await expectAllOnce(figures);
      await expect(sheet.saveState).toHaveText(/^Tersimpan /);
      tried += 1;
    });
  }
  await context.close();
});

test('a figure that loses a conflict is set aside once, wherever the network is cut', async ({ browser }) => {
  const context = await openContext(() => browser.newContext({ baseURL: application.url }), 'biro.hukum');
  const network = await CutNetwork.of(context);
  const sheet = await openSheet(await context.newPage());
  const elsewhere = await openContext(() => browser.newContext({ baseURL: application.url }), 'biro.hukum');
  const other = await openSheet(await elsewhere.newPage());

  for (const point of cutPoints) {
    await test.step(`theirs is chosen, cut ${point}`, async () => {
      const { area, column } = nextPlace();
      const [mine, theirs] = [nextFigure(), nextFigure()];
      typed.splice(typed.indexOf(mine), 1);
      network.cut();
      await sheet.fill(area, column, String(mine));
      await other.fill(area, column, String(theirs));
      await expectAllOnce([theirs]);
      await network.mend();
      const cell = await sheet.cell(area, column);
      await expect(cell.getByRole('button', { name: `Punya mereka: ${shown(theirs)}` })).toBeVisible();
      const cut = network.cutAt('report.setAside', point);
      await cell.getByRole('button', { name: `Punya mereka: ${shown(theirs)}` }).click();
      await cut;
      await network.mend();
      const asideTimes = () =>
        arrivedIn(dataDir, { month, issueId: 'ST' }).filter(
          ({ value, action }) => value === mine && action === 'set_aside',
        ).length;
      await expect.poll(asideTimes, { timeout: 30_000 }).toBe(1);
      await network.settled();
      expect(asideTimes()).toBe(1);
      expect(timesOf(mine)).toBe(0);
      await expect(cell).toContainText(shown(theirs));
      tried += 1;
    });
  }
  await context.close();
  await elsewhere.close();
});

test('a report is handed in once, wherever the network is cut', async ({ browser }) => {
  const context = await openContext(() => browser.newContext({ baseURL: application.url }), 'biro.hukum');
  const network = await CutNetwork.of(context);
  const page = await context.newPage();
  await page.goto('/pelaporan');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Perkawinan anak · / })
    .first()
    .click();
  const sheet = new ReportSheet(page);
  await expect(sheet.grid).toBeVisible();
  const key = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const coordinator = await openContext(() => browser.newContext({ baseURL: application.url }), 'sekretariat');
  const before = submissionsOf(dataDir, key);

  for (const [index, point] of cutPoints.entries()) {
    await test.step(`"submit" pressed, cut ${point}`, async () => {
      await sheet.fill('Polewali', 'Sasaran', String(700 + index));
      await expect(sheet.saveState).toHaveText(/^Tersimpan /);
      const cut = network.cutAt('report.submit', point);
      await page.getByRole('button', { name: 'Ajukan', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Ajukan laporan?' });
      const missing = dialog.getByRole('checkbox');
      if (await missing.isVisible()) await missing.check();
      await dialog.getByRole('button', { name: /^Ajukan/ }).click();
      await cut;
      await network.mend();
      await expect.poll(() => submissionsOf(dataDir, key), { timeout: 30_000 }).toBe(before + index + 1);
      await network.settled();
      await expect(page.getByRole('main')).toContainText(/Diajukan oleh Narahubung Biro Hukum \(contoh\)/);
      expect(submissionsOf(dataDir, key)).toBe(before + index + 1);
      tried += 1;
      await returnAll(coordinator, key);
      await expect(page.getByRole('button', { name: 'Ajukan', exact: true })).toBeVisible();
    });
  }
  await context.close();
  await coordinator.close();
});

async function returnAll(context: BrowserContext, key: string): Promise<void> {
  const { cells } = reportGridSchema.parse(await ask(context, 'report.get', { reportKey: key }));
  const submitted = cells.filter(({ status }) => status === 'submitted');
  const answer = await context.request.post('/api/trpc/report.returnCells', {
    headers: { origin: application.url },
    data: {
      reportKey: key,
      cells: submitted.map(({ indicatorId, areaId, version }) => ({
        ...{ indicatorId, areaId, version },
        reason: 'Mohon dicocokkan.',
      })),
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** How much the device keeps that has not been confirmed. */
function waitingOn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('satgas');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('outbox').objectStore('outbox').count();
          counting.onsuccess = () => resolve(counting.result);
          opening.result.close();
        };
      }),
  );
}

test('a browser that is killed loses nothing that was typed', async ({ launchOptions }) => {
  const device = new OwnBrowser({ ...launchOptions, baseURL: application.url });
  try {
    let context = await device.open();
    await signInByRequest(context, application.url, 'biro.hukum');
    const points = ['before the request', 'after it left', 'before the answer'] as const;
    for (const point of points) {
      await test.step(`killed ${point}`, async () => {
        const network = await CutNetwork.of(context);
        const sheet = await openSheet(context.pages()[0] ?? (await context.newPage()));
        const cut = network.cutAt('report.saveEntry', point);
        const figure = await typeNext(sheet);
        await cut;
        await device.kill();
        await network.settled();
        context = await device.open();
        // A browser writes its cookies to the disk later than it answers; whoever is killed signs in again.
        await signInByRequest(context, application.url, 'biro.hukum');
        const page = context.pages()[0] ?? (await context.newPage());
        await page.goto('/pelaporan');
        await expectAllOnce([figure]);
        await expect.poll(() => waitingOn(page), { message: 'nothing waits' }).toBe(0);
        tried += 1;
      });
    }

    await test.step('killed while a figure is being typed', async () => {
      const page = context.pages()[0] ?? (await context.newPage());
      const sheet = await openSheet(page);
      const { area, column } = nextPlace();
      await (await sheet.cell(area, column)).click();
      await page.keyboard.type('54.321');
      await expect(page.locator('[data-save-state]')).toBeVisible();
      await page.waitForTimeout(200);
      await device.kill();
      context = await device.open();
      await signInByRequest(context, application.url, 'biro.hukum');
      const reopened = await openSheet(context.pages()[0] ?? (await context.newPage()));
      await expect(await reopened.cell(area, column)).toContainText('54.321');
      tried += 1;
    });
  } finally {
    await device.remove();
  }
});

test('a server that is killed writes what was typed once, when it is back', async ({ browser }) => {
  const context = await openContext(() => browser.newContext({ baseURL: application.url }), 'biro.hukum');
  const network = await CutNetwork.of(context);
  const sheet = await openSheet(await context.newPage());
  const port = Number(new URL(application.url).port);

  await test.step('dead before the request', async () => {
    await application.kill();
    const figure = await typeNext(sheet);
    await expect(sheet.saveState).toContainText('1 sel menunggu jaringan');
    application = await startDemo(dataDir, port);
    await expectAllOnce([figure]);
    tried += 1;
  });

  for (const point of ['after it left', 'before the answer'] as const) {
    await test.step(`killed ${point}`, async () => {
      const cut = network.cutAt('report.saveEntry', point);
      const figure = await typeNext(sheet);
      await cut;
      await application.kill();
      await network.settled();
      application = await startDemo(dataDir, port);
      await network.mend();
      await expectAllOnce([figure]);
      tried += 1;
    });
  }
  await context.close();
});

test('two devices of one person, one of them cut off, lose nothing of each other', async ({ browser }) => {
  const contexts = await Promise.all(
    [1, 2].map(() => openContext(() => browser.newContext({ baseURL: application.url }), 'biro.hukum')),
  );
  const [one, two] = await Promise.all(contexts.map(async (context) => openSheet(await context.newPage())));
  const [first] = contexts;
  if (!one || !two || !first) throw new Error('two devices');
  const network = await CutNetwork.of(first);
  for (const point of cutPoints) {
    await test.step(`both type, one is cut ${point}`, async () => {
      const cut = network.cutAt('report.saveEntry', point);
      const figures = [await typeNext(one)];
      await cut;
      figures.push(await typeNext(two), await typeNext(one));
      await network.mend();
      await expectAllOnce(figures);
      tried += 1;
    });
  }
  for (const context of contexts) await context.close();
});

test('a clock that is wrong by a day changes nothing', async ({ browser }) => {
  for (const days of [-1, 1]) {
    await test.step(`${days} day`, async () => {
      const context = await openContext(() => browser.newContext({ baseURL: application.url }), 'biro.hukum');
      const network = await CutNetwork.of(context);
      const page = await context.newPage();
      await page.clock.setSystemTime(Date.now() + days * 86_400_000);
      const sheet = await openSheet(page);
      network.cut();
      const figures = [await typeNext(sheet), await typeNext(sheet)];
      await network.mend();
      await expectAllOnce(figures);
      tried += 1;
      await context.close();
    });
  }
});

test('everything that was typed has arrived, once', () => {
  expect(tried, 'cut points tried').toBe(33);
  expect(typed.map((figure) => ({ figure, times: timesOf(figure) })).filter(({ times }) => times !== 1)).toEqual([]);
});
