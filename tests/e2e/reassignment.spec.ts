import { formatDate } from '#shared/date-format.ts';
import { lastDayOfMonth, previousMonth } from '#shared/month.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, test } from './support/test.ts';

test.use({ dataset: 'reassignment' });

test('a district goes to another agency: what moves is named first, then has moved', async ({ openAs }) => {
  const giver = await ReportSheet.openDue(await openAs('biro.hukum'), 'Stunting');
  const month = monthSchema.parse(new URL(giver.page.url()).pathname.split('/').at(-1)?.slice(0, 7));
  const firstDay = `${month}-01`;
  const dayBefore = lastDayOfMonth(previousMonth(month));
  await giver.fill('Polewali', 'Sasaran', '501');
  await expect(giver.saveState).toHaveText(/^Tersimpan \d/);
  const admin = await openAs('admin');

  await test.step('the preview names the cells that would move', async () => {
    await admin.goto('/kelola/penugasan');
    await admin.getByRole('button', { name: /^Tindakan untuk Biro Hukum, Polewali / }).click();
    await admin.getByRole('menuitem', { name: 'Serahkan ke OPD lain …' }).click();
    await admin.getByRole('combobox', { name: 'OPD yang menerima' }).fill('Biro Umum');
    await admin.getByRole('option', { name: /^Biro Umum/ }).click();
    await admin.getByLabel('Hari pertama OPD yang menerima').fill(firstDay);
    await admin.keyboard.press('Tab');
    const effect = admin.getByRole('region', { name: 'Akibatnya' });
    await expect(effect).toContainText(/[1-9]\d* sel yang belum diajukan berpindah dari Biro Hukum ke Biro Umum\./);
  });

  await test.step('handing over moves as many', async () => {
    const promised = await admin.getByText(/ sel yang belum diajukan berpindah dari /).innerText();
    await admin.getByRole('button', { name: 'Serahkan', exact: true }).click();
    await expect(admin.getByText(`Penugasan tersimpan; ${Number.parseInt(promised, 10)} sel berpindah.`)).toBeVisible();
    await expect(admin.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('the view of a day shows who is responsible since, and who was before', async () => {
    await admin.getByText('Siapa bertanggung jawab', { exact: true }).click();
    await admin.getByLabel(/^Bandingkan dengan/).fill(dayBefore);
    await admin.keyboard.press('Tab');
    await expect(admin.getByRole('status').filter({ hasText: 'kecamatan berganti' })).toContainText(
      `1 kecamatan berganti penanggung jawab antara ${formatDate(dayBefore, 'id')} dan `,
    );
    await admin.getByRole('switch', { name: 'Hanya yang berubah' }).check();
    const row = admin.getByRole('row').filter({ has: admin.getByRole('rowheader', { name: 'Polewali', exact: true }) });
    await expect(row).toContainText('Biro Umum');
    await expect(row).toContainText('sebelumnya Biro Hukum');
    await row.getByRole('button', { name: /^Biro Umum, sebelumnya Biro Hukum\. / }).click();
    await expect(admin.getByRole('dialog', { name: 'Dasar tanggung jawab' })).toBeVisible();
  });

  await test.step('the receiving agency goes on with the figure that was typed', async () => {
    const receiver = await ReportSheet.openDue(await openAs('biro.umum'), 'Stunting');
    await expect(await receiver.cell('Polewali', 'Sasaran')).toContainText('501');
    await giver.page.reload();
    await expect(giver.grid.getByRole('rowheader', { name: 'Binuang' })).toBeVisible();
    await expect(giver.grid.getByRole('rowheader', { name: 'Polewali' })).toHaveCount(0);
  });
});
