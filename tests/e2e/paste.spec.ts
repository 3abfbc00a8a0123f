import { copyCells } from './support/copy-cells.ts';
import { giveRegencyTo } from './support/give-regency.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, test } from './support/test.ts';

test.use({ dataset: 'paste' });

const columns = ['Sasaran', 'Hasil verval: valid', 'Diintervensi', 'Keluar status', 'Rujukan', 'Diukur'];

/** As a focal point keeps them: spelled in many ways, in no order of codes, with figures as they came in. */
const rows = [
  ['Kec. Polewali', '1.612', '1.500', '900', '57', '1', '1.450'],
  ['BINUANG', '344', '340', '118', '9', '3', "'330"],
  ['Anreapi', '97', '95', '71', '9', 'n/a', '90'],
  ['Matakali', '16 377', '15 000', '9 085', '1 054', '12', '14 000'],
  ['76.04.03', '612', '588', '402', '57', '1', '580'],
  ['Campalagian', '1.250', '1.200', '800', '44', '3', '1.100'],
  ['760412', '500', '480', '300', '20', '-', '470'],
  ['Tinambung', '410', '400', '210', '15', '2', '390'],
  ['Limboro', '260', '255', '130', '7', '1', '250'],
  ['Allu', '190 anak', '185', '90', '4', '5', '180'],
  ['Luyo', '480', '470', '300', '18', '1', '460'],
  ['Mapilli', '520', '515', '333', '21', '2', '500'],
  ['Tapango', '430', '425', '222', '12', '1', '420'],
  ['Bulo', '150', '148', '77', '3', '1', '140'],
  ['Matangnga', '90', '88', '40', '2', '2', '80'],
  ['Tubbi Taramanu', '310', '300', '150', '6', '1', '290'],
];

test('a focal point pastes 16 × 6 figures, answers the one question, and all are saved', async ({ openAs }) => {
  test.slow();
  const month = await giveRegencyTo(await openAs('admin'), '76.04', 'biro-hukum');
  const page = await openAs('biro.hukum');
  await page.goto(`/pelaporan/${month}_ST_biro-hukum`);
  const sheet = new ReportSheet(page);
  await expect(sheet.grid.getByRole('rowheader')).toHaveCount(17);

  const dialog = page.getByRole('dialog', { name: 'Tempel dari Excel' });
  const paste = async () => {
    await copyCells(page, [['Kecamatan', ...columns], ...rows, ['Jumlah', '23.052', '', '', '', '', '']]);
    await (await sheet.cell('Polewali', 'Sasaran')).click();
    await page.keyboard.press('Control+v');
    await expect(dialog.getByRole('status')).toContainText('1 pertanyaan perlu dijawab');
  };

  await test.step('nothing is saved by looking', async () => {
    const saves: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('report.saveEntry')) saves.push(request.url());
    });
    await paste();
    await dialog.getByRole('button', { name: 'Batal' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(await sheet.cell('Polewali', 'Sasaran')).toBeFocused();
    await expect(await sheet.cell('Polewali', 'Sasaran')).toContainText('belum ada data');
    expect(saves).toEqual([]);
  });

  await test.step('the preview names every cell, the question and what is left out', async () => {
    await paste();
    await expect(dialog.getByRole('status')).toContainText('95 sel akan berubah');
    await expect(dialog).toContainText('1 baris jumlah tidak diambil: baris 18 “Jumlah”.');
    const line = dialog.getByRole('row', { name: /^Sasaran · Polewali / });
    await expect(line).toContainText('1.612');
    await dialog.getByRole('radiogroup', { name: '“-”: nol, atau belum ada data?' }).getByLabel('0 anak').check();
    await expect(dialog.getByRole('status')).toHaveText('96 sel akan berubah');
  });

  await test.step('it is saved, and seen by another browser', async () => {
    await dialog.getByRole('button', { name: 'Pakai 96 sel' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(sheet.saveState).toHaveText(/^Tersimpan /);
    const other = await openAs('biro.hukum');
    await other.goto(`/pelaporan/${month}_ST_biro-hukum`);
    const there = new ReportSheet(other);
    await expect(await there.cell('Polewali', 'Sasaran')).toContainText('1.612');
    await expect(await there.cell('Matakali', 'Sasaran')).toContainText('16.377');
    await expect(await there.cell('Balanipa', 'Rujukan')).toContainText('0');
    await expect(await there.cell('Anreapi', 'Rujukan')).toContainText('tidak berlaku');
    await expect(await there.cell('Tutar', 'Diukur')).toContainText('290');
    await expect(await there.cell('Wonomulyo', 'Diintervensi')).toContainText('402');
    await expect(there.answered).toHaveText('96 dari 144');
  });

  await test.step('one step of undo takes it all back', async () => {
    await page.keyboard.press('Control+z');
    await expect(sheet.answered).toHaveText('0 dari 144');
    await page.keyboard.press('Control+y');
    await expect(sheet.answered).toHaveText('96 dari 144');
    await expect(sheet.saveState).toHaveText(/^Tersimpan /);
  });
});

test('on a phone a sheet is pasted with the thumb', async ({ openAs }) => {
  const page = await openAs('biro.hukum', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto('/pelaporan');
  const due = page.getByRole('main').getByRole('link', { name: /^Perkawinan anak · / });
  await due.first().click();
  await page.getByRole('button', { name: 'Tempel dari Excel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tempel dari Excel' });
  await dialog.getByLabel('Tempel di sini').fill('Kecamatan\tSasaran\nBinuang\t1.204\nPolewali\t987');
  await dialog.getByRole('button', { name: 'Periksa' }).click();
  await expect(dialog.getByRole('status')).toHaveText('2 sel akan berubah');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await dialog.getByRole('button', { name: 'Pakai 2 sel' }).click();
  await expect(dialog).toHaveCount(0);
  for (const area of await page.locator('summary').all()) await area.tap();
  await expect(page.locator('[data-key="PA_SASARAN 76.04.04"] input')).toHaveValue('987');
  await expect(page.locator('[data-key="PA_SASARAN 76.04.06"] input')).toHaveValue('1.204');
});
