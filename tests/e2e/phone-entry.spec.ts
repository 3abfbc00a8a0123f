import type { Page } from '@playwright/test';
import { checkPage, watchErrors } from './support/page-check.ts';
import { expect, test } from './support/test.ts';

test.use({ dataset: 'phone-entry' });

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

// Sasaran, valid, diintervensi, keluar, rujukan, balita, ditimbang, diukur, stunting.
const polewali = ['500', '450', '300', '60', '10', '2100', '2050', '1850', '310'];
const binuang = ['480', '430', '280', '50', '5', '2000', '1900', '1800', '290'];

const bar = (page: Page) => page.getByRole('region', { name: /^Pengisian/ });
const press = (page: Page, name: string | RegExp) => bar(page).getByRole('button', { name }).tap();
const cell = (page: Page, key: string) => page.locator(`[data-key="${key}"]`);
const field = (page: Page, key: string) => cell(page, key).getByRole('textbox');

/** The field that is open, between what sticks to the top and what lies over the bottom. */
async function expectInSight(page: Page): Promise<void> {
  await expect
    .poll(async () =>
      page.evaluate(() => {
        const cell = document.activeElement?.closest('[data-key]');
        const heading = cell?.closest('details')?.querySelector('summary');
        const bar = document.querySelector('section[aria-label="Pengisian sel ini"]');
        if (!cell || !heading || !bar) return 'nothing is open';
        const { top, bottom } = cell.getBoundingClientRect();
        const above = heading.getBoundingClientRect().bottom;
        const below = bar.getBoundingClientRect().top;
        return top >= above - 2 && bottom <= below ? 'in sight' : `${top}–${bottom}, not within ${above}–${below}`;
      }),
    )
    .toBe('in sight');
}

test('a whole report is filled in and handed in with one thumb', async ({ openAs }) => {
  const page = await openAs('biro.hukum', phone);
  const errors = watchErrors(page);
  await page.goto('/pelaporan');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Stunting · / })
    .first()
    .tap();
  await expect(bar(page)).toBeVisible();
  const { pathname } = new URL(page.url());

  await test.step('nine figures in a row, with the keyboard’s own key for the next field', async () => {
    await field(page, 'ST_SASARAN 76.04.04').tap();
    for (const figure of polewali) {
      await expectInSight(page);
      await expect(page.locator('input:focus')).toHaveAttribute('inputmode', 'decimal');
      await expect(page.locator('input:focus')).toHaveAttribute('enterkeyhint', 'next');
      await page.keyboard.type(figure);
      await page.keyboard.press('Enter');
    }
  });

  await test.step('the tenth is in the next area, which the bar names', async () => {
    await expect(field(page, 'ST_SASARAN 76.04.06')).toBeFocused();
    await expect(bar(page)).toContainText('Binuang · Sasaran (anak)');
    await expectInSight(page);
  });

  await test.step('eleven more by the bar, for number pads that have no such key', async () => {
    for (const figure of binuang.slice(0, 4)) {
      await page.keyboard.type(figure);
      await press(page, 'Berikutnya');
      await expectInSight(page);
    }
    await press(page, 'Tidak berlaku');
    await expect(field(page, 'ST_RUJUKAN 76.04.06')).toHaveAttribute('placeholder', 'tidak berlaku');
    await expect(field(page, 'ST_BALITA 76.04.06')).toBeFocused();
    await page.keyboard.type('99');
    await press(page, 'Belum ada data');
    await expect(field(page, 'ST_BALITA 76.04.06')).toHaveValue('');
    await expect(field(page, 'ST_DITIMBANG 76.04.06')).toBeFocused();
  });

  await test.step('a reload comes back to the same place with everything that was typed', async () => {
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await expect(page.locator('[data-save-state]')).toHaveText(/^Tersimpan /);
    const where = await page.evaluate(() => window.scrollY);
    expect(where).toBeGreaterThan(600);
    await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0);
    await page.reload();
    await expect(field(page, 'ST_SASARAN 76.04.04')).toHaveValue('500');
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(where - 200);
  });

  await test.step('the bar leads from empty cell to empty cell, and says how many are left', async () => {
    await press(page, 'Ke sel kosong berikutnya; 4 sel belum ada data');
    await expect(field(page, 'ST_BALITA 76.04.06')).toBeFocused();
    for (const figure of binuang.slice(5)) {
      await page.keyboard.type(figure);
      await press(page, /^(Berikutnya|Selesai)$/);
    }
    await expect(bar(page)).toContainText('2 dari 2 wilayah lengkap');
  });

  await test.step('what cannot be is said at the cell, and found again from the bar', async () => {
    await field(page, 'ST_INTERVENSI 76.04.04').tap();
    await page.keyboard.type('900');
    await press(page, 'Berikutnya');
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await press(page, /^Ke sel berikutnya yang perlu dilihat/);
    await press(page, 'Periksa');
    const hindrance = page.getByRole('button', { name: /^Diintervensi · Polewali: melebihi Hasil verval: valid 450/ });
    await expect(hindrance).toBeInViewport();
    await hindrance.tap();
    await expect(field(page, 'ST_INTERVENSI 76.04.04')).toBeFocused();
    await expectInSight(page);
    await expect(cell(page, 'ST_INTERVENSI 76.04.04')).toContainText('melebihi Hasil verval: valid 450');
    await page.keyboard.type('300');
    await press(page, 'Berikutnya');
  });

  await test.step('it is handed in from where the thumb is', async () => {
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await checkPage(page, 'entry on a phone');
    await press(page, 'Ajukan');
    const dialog = page.getByRole('dialog', { name: 'Ajukan laporan?' });
    await expect(dialog).toContainText('17 dari 18 sel berisi angka');
    await expect(dialog).toContainText('1 sel tidak berlaku');
    await dialog.getByRole('button', { name: 'Ajukan laporan' }).tap();
    await expect(page.getByRole('main')).toContainText(/Diajukan oleh Narahubung Biro Hukum \(contoh\)/);
    await expect(bar(page)).toHaveCount(0);
  });

  await test.step('and arrived as it was typed', async () => {
    const desk = await openAs('koordinator.stunting');
    await desk.goto(pathname);
    const figures = (area: string) =>
      desk
        .getByRole('row')
        .filter({ has: desk.getByRole('rowheader', { name: area }) })
        .locator('td [data-state]')
        .allInnerTexts();
    const asShown = (figure: string) => Number(figure).toLocaleString('id-ID');
    await expect.poll(() => figures('Polewali')).toEqual(polewali.map(asShown));
    await expect
      .poll(() => figures('Binuang'))
      .toEqual(binuang.map((figure, index) => (index === 4 ? 'tidak berlaku' : asShown(figure))));
  });
  expect(errors, 'nothing in the console').toEqual([]);
});

test('an area is found among many, and everything under the thumb is large enough', async ({ openAs }) => {
  const page = await openAs('koordinator.stunting', phone);
  await page.goto('/pelaporan');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Stunting · / })
    .first()
    .tap();
  const cards = page.getByRole('main').locator('details[data-panel]');
  await expect(cards).toHaveCount(7);
  // Pasangkayu is found by its former name, Mamuju Utara.
  await page.getByRole('searchbox', { name: 'Cari wilayah atau kode' }).fill('mamuju');
  await expect(page.getByText('Ditampilkan 3 dari 7 wilayah.')).toBeVisible();
  await cards.first().locator('summary').tap();
  await expect(cards.first().getByRole('textbox')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(cards).toHaveCount(7);
  await press(page, /^Ke sel kosong berikutnya/);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('details button, details input, section[data-no-print] button')]
      .filter((each) => each instanceof HTMLElement && each.offsetParent !== null)
      .map((each) => ({ name: each.getAttribute('aria-label') ?? each.textContent, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 44 || box.height < 44)
      .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
  );
  expect(small).toEqual([]);
});

test('a phone held sideways, and a narrow one, show the same cards without scrolling sideways', async ({ openAs }) => {
  for (const viewport of [
    { width: 844, height: 390 },
    { width: 360, height: 640 },
  ]) {
    const page = await openAs('biro.hukum', { ...phone, viewport });
    await page.goto('/pelaporan');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Perkawinan anak · / })
      .first()
      .tap();
    await press(page, /^Ke sel kosong berikutnya/);
    await expectInSight(page);
    await press(page, 'Berikutnya');
    await expectInSight(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  }
});
