import { ReportSheet } from './support/report-sheet.ts';
import { expect, test } from './support/test.ts';

test.use({ dataset: 'nothing-lost' });

const column = 'Terdata';
const kept = 'belum tersimpan, masih ada di perangkat ini';

test('a figure typed without a connection stays, says so, and is sent when the connection is back', async ({
  openAs,
}) => {
  const page = await openAs('biro.hukum');
  const sheet = await ReportSheet.openDue(page, 'Anak tidak sekolah');
  const cell = await sheet.cell('Polewali', column);

  await page.context().setOffline(true);
  await sheet.fill('Polewali', column, '1.234');
  await expect(cell).toContainText('1.234');
  await expect(cell).toContainText(kept);
  await expect(sheet.saveState).toContainText('1 sel menunggu jaringan; angkanya aman di perangkat ini');

  await page.context().setOffline(false);
  await expect(sheet.saveState).toHaveText(/^Tersimpan /);
  await expect(cell).not.toContainText(kept);
  await expect(await onAnotherDevice(await openAs('biro.hukum'), 'Polewali')).toContainText('1.234');
});

test('a figure that could not be sent comes back after the tab was closed', async ({ openAs }) => {
  const page = await openAs('biro.hukum');
  const sheet = await ReportSheet.openDue(page, 'Anak tidak sekolah');
  await page.route('**/api/trpc/report.saveEntry*', (route) => route.abort());
  await sheet.fill('Binuang', column, '987');
  await expect(await sheet.cell('Binuang', column)).toContainText(kept);
  await page.close();

  const reopened = await ReportSheet.openDue(await page.context().newPage(), 'Anak tidak sekolah');
  await expect(await reopened.cell('Binuang', column)).toContainText('987');
  await expect(reopened.saveState).toHaveText(/^Tersimpan /);
  await expect(await onAnotherDevice(await openAs('biro.hukum'), 'Binuang')).toContainText('987');
});

test('two who fill in the same cell at once are asked which figure counts', async ({ openAs }) => {
  const one = await ReportSheet.openDue(await openAs('biro.hukum'), 'Perkawinan anak');
  const two = await ReportSheet.openDue(await openAs('biro.hukum'), 'Perkawinan anak');
  const cell = await two.cell('Polewali', 'Sasaran');

  await cell.click();
  await two.page.keyboard.type('222');
  await one.fill('Polewali', 'Sasaran', '111');
  await expect(one.saveState).toHaveText(/^Tersimpan /);
  // It has arrived under the field in which the other is still typing.
  await expect(await two.total('Sasaran')).toContainText('111');
  await two.page.keyboard.press('Enter');

  await expect(cell).toContainText('mengubah sel ini');
  await expect(cell.getByRole('button', { name: 'Punya mereka: 111' })).toBeVisible();
  await cell.getByRole('button', { name: 'Punya saya: 222' }).click();
  await expect(two.saveState).toHaveText(/^Tersimpan /);
  await expect(await one.cell('Polewali', 'Sasaran')).toContainText('222');
});

/** The cell as the server has it: another browser knows nothing of this one's drafts. */
async function onAnotherDevice(page: Parameters<typeof ReportSheet.openDue>[0], area: string) {
  const sheet = await ReportSheet.openDue(page, 'Anak tidak sekolah');
  return sheet.cell(area, column);
}
