import { z } from 'zod';
import type { Edition } from '#shared/briefing/edition.ts';
import { formatMonth } from '#shared/date-format.ts';
import { formatNumber } from '#shared/number-format.ts';
import { dueOutput } from '#shared/report/due.ts';
import { ask, askEdition, chooseMonth, DeckEditor, ExportPanel } from './support/briefing.ts';
import { expectPdfOf, expectPptxOf, expectXlsxOf } from './support/edition-files.ts';
import { checkPage } from './support/page-check.ts';
import { ReportSheet } from './support/report-sheet.ts';
import { expect, nameOf, type OpenAs, signIn, test } from './support/test.ts';

test.use({ dataset: 'briefing-journey' });
// The pages are looked at with what the journey leaves behind.
test.describe.configure({ mode: 'serial' });

const reason = 'Dua keluarga tercatat ganda pada daftar posyandu, dan sembilan anak belum dihitung.';
const contradicting = 'Sudah 987.654 anak diintervensi bulan ini';
const notes = 'Mulai dari Polewali Mandar, lalu tanyakan kendalanya.';
const decision = 'Setiap kabupaten menyerahkan daftar nama sebelum rapat berikutnya';
const task = 'Cocokkan daftar nama sasaran dengan puskesmas';

interface Correction {
  reportKey: string;
  month: string;
  areaId: string;
  area: string;
  from: number;
  to: number;
}

const reportOutput = z.object({
  report: z.object({ month: z.string() }),
  areas: z.array(z.object({ id: z.string(), name: z.string() })),
  cells: z.array(
    z.object({
      areaId: z.string(),
      indicatorId: z.string(),
      kind: z.string(),
      value: z.number().nullable(),
      status: z.string(),
    }),
  ),
});

/** A verified figure of the focal point's latest verified stunting report that can grow without contradicting another. */
async function findCorrection(openAs: OpenAs): Promise<Correction> {
  const page = await openAs('biro.hukum');
  const { done } = dueOutput.parse(await ask(page.context(), 'report.due', {}));
  const reports = done.filter(({ issueId, state }) => issueId === 'ST' && state === 'verified');
  const [latest] = reports.toSorted((a, b) => b.month.localeCompare(a.month));
  if (!latest) throw new Error('Biro Hukum has no verified stunting report.');
  const { reportKey, month } = latest;
  const { areas, cells } = reportOutput.parse(await ask(page.context(), 'report.get', { reportKey }));
  await page.context().close();
  const found = areas.flatMap(({ id, name }) => {
    const value = (indicatorId: string) =>
      cells.find((cell) => cell.areaId === id && cell.indicatorId === indicatorId && cell.status === 'verified')?.value;
    const [reached, valid] = [value('ST_INTERVENSI'), value('ST_VALID')];
    const isRoomy = reached != null && valid != null && reached + 7 <= valid;
    return isRoomy ? [{ reportKey, month, areaId: id, area: name, from: reached, to: reached + 7 }] : [];
  });
  const [correction] = found;
  if (!correction) throw new Error(`No figure of ${reportKey} can grow.`);
  return correction;
}

/** How many stunted children the edition says were reached in the province. */
function reachedIn({ content }: Edition): number {
  const body = content.slides
    .map((slide) => slide.body)
    .find((each) => each.kind === 'issue' && each.issue.id === 'ST');
  const figure = body?.kind === 'issue' ? body.headline.figure : null;
  expect(figure?.indicatorId).toBe('ST_INTERVENSI');
  return figure?.value ?? Number.NaN;
}

const write = (value: number) => formatNumber(value, { locale: 'id', decimals: 0 });

test('a briefing stands still: made, frozen, presented, taken away; a correction is named and goes into the next', async ({
  openAs,
}) => {
  const correction = await findCorrection(openAs);
  const { month } = correction;
  const page = await openAs(null, { acceptDownloads: true });
  const editor = new DeckEditor(page);

  await test.step('the secretariat makes the monthly deck from the template', async () => {
    await signIn(page, 'sekretariat');
    await page.getByRole('link', { name: 'Briefing' }).first().click();
    await page.getByRole('button', { name: 'Bahan rapat baru' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Bahan rapat baru' });
    await expect(dialog.getByRole('radio', { name: /^Rapat koordinasi bulanan/ })).toBeChecked();
    await chooseMonth(dialog.getByRole('button', { name: 'Bulan' }), month);
    await dialog.getByRole('button', { name: 'Buat bahan rapat' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `Rapat koordinasi bulanan, ${formatMonth(month, 'id')}`,
    );
    await expect(editor.slide('Isu · Stunting')).toBeVisible();
  });

  await test.step('moves a slide with the keyboard', async () => {
    await editor.slide('Situasi').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByText('Slide Situasi kini di tempat 3 dari 17.')).toBeAttached();
    await expect(editor.slide('Situasi')).toHaveAccessibleName(/^Slide 3 dari 17/);
    await expect(editor.slide('Situasi')).toBeFocused();
  });

  await test.step('writes a headline of its own; a number that the data do not bear out is marked', async () => {
    await editor.choose('Isu · Stunting');
    await page.getByLabel('Kalimat utama').fill(contradicting);
    await expect(page.getByText(/^(?:Tertulis )?“987\.654”/)).toBeVisible();
    await page.getByLabel('Catatan pembicara').fill(notes);
    await editor.saved();
    await expect(editor.slide('Isu · Stunting')).toHaveAccessibleName(/Judul bertentangan/);
  });

  const firstId = await test.step('freezes it, and is told what is in it', () =>
    editor.freeze(async (dialog) => {
      await expect(dialog).toContainText(formatMonth(month, 'id'));
      await expect(dialog).toContainText('Kalimat utama yang bertentangan dengan datanya: 1 slide');
    }));
  const first = await askEdition(page, firstId);
  const { sha256 } = first.head;
  const count = first.content.slides.length;
  const place = first.content.slides.findIndex(({ written }) => written === contradicting) + 1;
  const mark = page.getByRole('region', { name: 'Keterangan edisi' });

  await test.step('the edition shows its mark, and holds what was on the slides', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ – edisi 1$/);
    await expect(mark).toContainText(sha256);
    await expect(mark).toContainText('Utuh: tanda cocok dengan isinya');
    expect(place).toBeGreaterThan(1);
    expect(first.content.slides.map(({ body }) => body.kind).slice(0, 2)).toEqual(['cover', 'situation']);
  });

  await test.step('presents it: arrow keys, a number, a black screen', async () => {
    await page.getByRole('link', { name: 'Tayangkan' }).click();
    const said = (number: number) =>
      expect(page.getByText(new RegExp(`^Slide ${number} dari ${count}: `))).toBeAttached();
    await said(1);
    await page.keyboard.press('ArrowRight');
    await said(2);
    await page.keyboard.press('ArrowLeft');
    await said(1);
    await page.keyboard.type(String(place));
    await page.keyboard.press('Enter');
    await said(place);
    await page.keyboard.press('b');
    await expect(page.locator('[data-screen="black"]')).toBeVisible();
    await page.keyboard.press('b');
    await expect(page.locator('[data-screen]')).toBeHidden();
    await said(place);
  });

  await test.step('records a decision and an action item at the slide', async () => {
    await page.keyboard.press('r');
    const form = page.getByRole('dialog', { name: `Catat pada slide ${place}` });
    await form.getByText('Keduanya', { exact: true }).click();
    await form.getByLabel('Isi keputusan').fill(decision);
    await form.getByLabel('Yang harus dikerjakan').fill(task);
    await form.getByLabel('OPD penanggung jawab').selectOption({ label: 'Biro Hukum – Biro Hukum Setda' });
    await form.getByRole('button', { name: '1 minggu' }).click();
    await form.getByRole('button', { name: 'Catat', exact: true }).click();
    await expect(form).toBeHidden();
    await page.goto('/tindak-lanjut');
    const item = page.getByRole('listitem').filter({ hasText: task });
    await expect(item).toContainText('Biro Hukum');
    await expect(item).toContainText(`Dicatat pada slide ${place}: ${contradicting}`);
    await expect(item).toContainText(decision);
  });

  await test.step('takes it away as PowerPoint, PDF and Excel, which hold the edition’s numbers', async () => {
    await page.goto(`/briefing/edisi/${firstId}`);
    const exports = new ExportPanel(page);
    await exports.open();
    await exports.order('PowerPoint', '.pptx');
    await exports.order('PDF', '.pdf');
    await exports.order('Excel', '.xlsx');
    await expectXlsxOf(first, await exports.download('.xlsx'));
    await expectPdfOf(first, await exports.download('.pdf'));
    await expectPptxOf(first, await exports.download('.pptx'));
  });

  await test.step('a verified figure of a district is corrected, and verified again', async () => {
    const focalPoint = await openAs('biro.hukum');
    const sheet = new ReportSheet(focalPoint);
    await focalPoint.goto(`/pelaporan/${correction.reportKey}`);
    await focalPoint.getByRole('button', { name: 'Koreksi angka' }).click();
    await sheet.fill(correction.area, 'Diintervensi', String(correction.to));
    const why = focalPoint.getByRole('dialog', { name: 'Koreksi angka terverifikasi' });
    await why.getByLabel('Alasan').fill(reason);
    await why.getByRole('button', { name: 'Simpan koreksi' }).click();
    await expect(sheet.saveState).toHaveText(/^Tersimpan /);
    await focalPoint.getByRole('button', { name: 'Ajukan koreksi' }).click();
    const dialog = focalPoint.getByRole('dialog', { name: 'Ajukan laporan?' });
    await expect(dialog).toContainText('1 koreksi angka terverifikasi');
    const accept = dialog.getByRole('checkbox', { name: /^Ajukan walau / });
    if (await accept.isVisible()) await accept.check();
    await dialog.getByRole('button', { name: 'Ajukan laporan' }).click();
    await expect(focalPoint.getByText('Laporan diajukan. Verifikator melihatnya sekarang.')).toBeVisible();

    const verifier = await openAs('koordinator.stunting');
    await verifier.goto(`/pelaporan/${correction.reportKey}`);
    await verifier.getByRole('checkbox', { name: `Pilih Diintervensi · ${correction.area}` }).check();
    await verifier.getByRole('button', { name: 'Verifikasi', exact: true }).click();
    await expect(verifier.getByText('Semua sel sudah diputuskan: laporan terverifikasi.')).toBeVisible();
  });

  const before = reachedIn(first);
  const after = before + correction.to - correction.from;

  await test.step('the frozen edition is what it was', async () => {
    await page.reload();
    await expect(mark).toContainText(sha256);
    await expect(mark).toContainText('Utuh: tanda cocok dengan isinya');
    expect(await askEdition(page, firstId)).toEqual(first);
  });

  await test.step('what changed is named: the figure, the reason, who, and what it did to the province', async () => {
    await page.getByRole('button', { name: 'Bandingkan' }).click();
    await page.getByRole('menuitem', { name: 'Dengan keadaan sekarang' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Apa yang berubah' })).toBeVisible();
    const change = page
      .getByRole('row')
      .filter({ hasText: 'Diintervensi' })
      .filter({ hasText: `Sulawesi Barat · ${formatMonth(month, 'id')}` });
    await expect(change).toContainText(`${write(before)} → ${write(after)}`);
    await expect(change).toContainText(reason);
    await expect(change).toContainText(`${correction.area}: ${write(correction.from)} → ${write(correction.to)}`);
    await expect(change).toContainText(`Jumlah provinsi: ${write(before)} → ${write(after)} (+7)`);
    await expect(change).toContainText(nameOf('biro.hukum'));
    await expect(change).toContainText(nameOf('koordinator.stunting'));
  });

  await test.step('a new edition carries the new number', async () => {
    await page.goto(`/briefing/edisi/${firstId}`);
    await page.getByRole('link', { name: 'Buka bahannya' }).click();
    await expect(editor.slide('Yang berubah')).toBeVisible();
    const secondId = await editor.freeze((dialog) => expect(dialog).toContainText(formatMonth(month, 'id')));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ – edisi 2$/);
    const second = await askEdition(page, secondId);
    expect(reachedIn(second)).toBe(after);
    expect(second.head.sha256).not.toBe(sha256);
    const changes = second.content.slides.map(({ body }) => body).find((body) => body.kind === 'changes');
    const reasons = changes?.kind === 'changes' ? changes.changes.flatMap((each) => each.reasons) : [];
    expect(reasons.map((each) => each.reason)).toContain(reason);
  });
});

const screens = {
  'a light laptop': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'a dark phone': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme: 'dark' },
} as const;

for (const [name, screen] of Object.entries(screens)) {
  test(`briefing is accessible on ${name}`, async ({ openAs }) => {
    const page = await openAs('sekretariat', screen);
    await page.goto('/briefing');
    await expect(page.getByRole('table', { name: 'Edisi yang sudah dibekukan' }).getByRole('row')).not.toHaveCount(0);
    await checkPage(page, 'list');
    await page
      .getByRole('link', { name: /^Rapat koordinasi bulanan, / })
      .first()
      .click();
    const editor = new DeckEditor(page);
    await expect(editor.slide('Isu · Stunting')).toHaveAccessibleName(/Judul bertentangan/);
    await checkPage(page, 'editor');
    await page.getByRole('link', { name: /^Edisi 2, / }).click();
    await expect(page.getByRole('region', { name: 'Keterangan edisi' })).toBeVisible();
    await checkPage(page, 'edition');
    await page.getByRole('button', { name: 'Bandingkan' }).click();
    await page.getByRole('menuitem', { name: /^Dengan edisi 1, / }).click();
    await expect(page.getByText(reason).first()).toBeVisible();
    await checkPage(page, 'comparison');
  });
}
