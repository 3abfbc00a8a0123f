import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { formatMonth } from '#shared/date-format.ts';
import { checkPage } from './support/page-check.ts';
import { expect, test } from './support/test.ts';

test.use({ dataset: 'history-import' });

/** Before the sample data begin. */
const year = new Date().getFullYear() - 3;
const months = [9, 10, 11, 12].map((month) => `${year}-${String(month).padStart(2, '0')}`);
const [first = ''] = months;
const districts = ['76.04.04', 'Binuang', 'Kec. Campalagian', 'Anreapi', 'Tubbi Taramanu'];
const indicators = ['ST_SASARAN', 'Hasil verval: valid'];

/** A workbook as it comes from an office: titles above, dates for months, real numbers, a dash, a district of elsewhere. */
async function workbook(): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String });
  const header: Row = ['Bulan', 'Kecamatan', 'Indikator', 'Nilai', 'Catatan', 'Petugas'].map(text);
  const line = (month: string, area: string, indicator: string, value: number | string): Row => [
    { value: new Date(`${month}-01T00:00Z`), type: Date, format: 'mmm-yy' },
    text(area),
    text(indicator),
    typeof value === 'number' ? { value, type: Number, format: '#,##0' } : text(value),
    null,
    text('Andi'),
  ];
  const rows = months.flatMap((month) =>
    districts.flatMap((area) => indicators.map((indicator, at) => line(month, area, indicator, 1612 - at * 400))),
  );
  const data: Row[] = [
    [text(`Rekap stunting ${year}`)],
    [],
    header,
    ...rows,
    line(first, 'Atlantis', 'ST_SASARAN', 5),
    line(first, 'Polewali', 'ST_KELUAR', '-'),
    line(`${year + 9}-01`, 'Polewali', 'ST_SASARAN', 7),
  ];
  return writeXlsxFile(data, { sheet: 'Riwayat' }).toBuffer();
}

test('the secretariat imports past months: asked, checked, applied once though the answer is lost', async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs('sekretariat');
  const file = {
    name: `riwayat-${year}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await workbook(),
  };
  const applied: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/history-import/apply')) applied.push(request.url());
  });
  const choose = () => page.locator('input[type=file]').setInputFiles(file);
  /** Two issues have an indicator of that name; a dash is zero or nothing known. */
  const answer = async () => {
    const indicator = page.getByRole('radiogroup', { name: /Hasil verval: valid.*beberapa indikator/ });
    await indicator.getByRole('radio', { name: /Stunting/ }).check();
    const dash = page.getByRole('radiogroup', { name: /berarti nol atau belum ada data/ });
    await dash.getByRole('radio', { name: '0', exact: true }).check();
  };
  const panel = (name: string) => page.getByRole('region', { name, exact: true });

  await test.step('the file is read in the browser: what cannot be read is told, what can be two things is asked', async () => {
    await page.goto('/kelola/opd');
    await page.getByRole('navigation', { name: 'Bagian Kelola' }).getByRole('link', { name: 'Impor riwayat' }).click();
    await choose();
    await expect(panel('1. Berkas')).toContainText('21 angka terbaca');
    await expect(panel('1. Berkas')).toContainText('Kolom yang tidak diimpor: Petugas.');
    await expect(panel('Tidak dapat diimpor').getByRole('row', { name: /Atlantis/ })).toContainText('tidak dikenal');
    await answer();
    await expect(panel('1. Berkas')).toContainText('42 angka terbaca');
  });

  await test.step('without a network it cannot be checked, and says so', async () => {
    await page.context().setOffline(true);
    await expect(page.getByText('Impor memerlukan jaringan.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Periksa tanpa menulis' })).toBeDisabled();
    await page.context().setOffline(false);
  });

  await test.step('the check says what would happen, report by report, and writes nothing', async () => {
    await page.getByRole('button', { name: 'Periksa tanpa menulis' }).click();
    const preview = panel('3. Hasil pemeriksaan');
    await expect(preview).toContainText('41 baru');
    await expect(preview).toContainText('1 ditolak');
    await expect(preview.getByRole('row', { name: /Bulan ini belum berjalan/ })).toBeVisible();
    await checkPage(page, 'the preview of an import');
    await preview
      .getByRole('button', { name: formatMonth(first, 'id', 'short') })
      .first()
      .click();
    const details = page.getByRole('dialog');
    await expect(details.getByRole('row', { name: /Polewali.*belum diisi.*1\.612.*Baru/ })).toBeVisible();
    await page.keyboard.press('Escape');
    expect(applied).toEqual([]);
  });

  await test.step('the answer is lost on the way; asked again, it tells what was done', async () => {
    await page.route('**/api/history-import/apply', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Terapkan 41 angka' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Terapkan 41 angka' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Jawaban peladen tidak sampai' })).toBeVisible();
    await page.unroute('**/api/history-import/apply');
    await page.getByRole('button', { name: 'Tanyakan lagi' }).click();
    await expect(panel('Impor selesai')).toContainText('41 angka ditulis ke');
    expect(applied).toHaveLength(2);
    await expect(panel('Impor yang lalu').getByRole('row', { name: new RegExp(file.name) })).toHaveCount(1);
  });

  await test.step('the figures wait for somebody else', async () => {
    const link = panel('Impor selesai')
      .getByRole('link', { name: /Biro Hukum/ })
      .first();
    const address = (await link.getAttribute('href')) ?? '';
    const coordinator = await openAs('koordinator.stunting');
    await coordinator.goto(address);
    await expect(coordinator.getByText('1.612').first()).toBeVisible();
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: /^Laporan stunting/ })).toBeVisible();
    await expect(page.getByText('1.612').first()).toBeVisible();
  });

  await test.step('the same file once more: everything is the same already', async () => {
    await page.goto('/kelola/impor');
    await choose();
    await answer();
    await page.getByRole('button', { name: 'Periksa tanpa menulis' }).click();
    await expect(panel('3. Hasil pemeriksaan')).toContainText('41 sudah sama');
    await expect(panel('4. Terapkan')).toContainText('Tidak ada angka yang perlu ditulis.');
  });
});
