import type { Edition } from '#shared/briefing/edition.ts';
import type { StartExportInput } from '#shared/briefing/export.ts';
import { momentOf } from '#shared/briefing/scene/kit.ts';
import { palettes } from '#shared/briefing/scene/palette.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import { formatDate, formatMonth } from '#shared/date-format.ts';
import type { Locale } from '#shared/locale.ts';
import type { PdfOptions } from './deck-pdf.ts';
import { asArtifact, drawText, finishPdf, mm, openPdf, type Pdf, type TextStyle } from './pdf-document.ts';
import { recapNotes } from './recap-cells.ts';
import { planRecap } from './recap-plan.ts';
import { drawSignatures, signaturesHeight } from './recap-signatures.ts';
import { drawRecapTable, leastTableHeight, type TablePlace } from './recap-table.ts';
import { recapWords } from './recap-words.ts';

const palette = palettes.light;

/** Landscape. F4 is the folio of Indonesian offices, 215 × 330 mm. */
const papers: Record<StartExportInput['paper'], { width: number; height: number }> = {
  A4: { width: mm(297), height: mm(210) },
  F4: { width: mm(330), height: mm(215) },
};
const side = mm(13);
const topMargin = mm(13);
const footMargin = mm(9);
const note = { size: 7.5, lineHeight: 10.5 };
/** How far the second line of a remark stands in from its number. */
const HANGING = 9;

interface Sheet {
  pdf: Pdf;
  edition: Edition;
  locale: Locale;
  width: number;
  height: number;
  /** Between the margins. */
  room: number;
}

/** The monthly recap as an official document: letterhead, table, remarks, signatures, and the edition on every page. */
export async function buildRecapPdf(
  edition: Edition,
  { locale, onProgress, paper }: PdfOptions & Pick<StartExportInput, 'paper'>,
): Promise<Uint8Array> {
  const { content } = edition;
  const { width, height } = papers[paper];
  const title = `${recapWords[locale].title}, ${formatMonth(content.recap.month, locale)}`;
  const pdf = openPdf({ edition, locale, title, size: [width, height] });
  const sheet: Sheet = { pdf, edition, locale, width, height, room: width - 2 * side };
  pdf.addPage();
  onProgress(0.1);
  const afterTables = tables(sheet, letterhead(sheet));
  onProgress(0.7);
  closing(sheet, afterTables);
  footers(sheet);
  const bytes = await finishPdf(pdf);
  onProgress(1);
  return bytes;
}

function paragraph({ pdf }: Sheet, tag: string, draw: () => void): void {
  const element = pdf.struct(tag, {}, draw);
  pdf.addStructure(element);
  element.end();
}

/** @returns where the contents begin */
function letterhead(sheet: Sheet): number {
  const { pdf, edition, locale, width, room } = sheet;
  const { content, head } = edition;
  const words = recapWords[locale];
  const middle = width / 2;
  let y = topMargin + 10;
  const centred = (tag: string, text: string, style: Omit<TextStyle, 'anchor'>) => {
    paragraph(sheet, tag, () => drawText(pdf, middle, y, text, { ...style, anchor: 'middle' }));
  };
  centred('P', words.government(content.province.name).toUpperCase(), { size: 13, weight: 700 });
  for (const line of wrapText(words.taskForce.toUpperCase(), room, { size: 9.5, weight: 700 })) {
    y += 14;
    centred('P', line, { size: 9.5, weight: 700 });
  }
  y += 9;
  asArtifact(pdf, () => {
    pdf
      .moveTo(side, y)
      .lineTo(width - side, y)
      .lineWidth(2)
      .stroke('#000000');
    pdf
      .moveTo(side, y + 3)
      .lineTo(width - side, y + 3)
      .lineWidth(0.6)
      .stroke('#000000');
  });
  y += 24;
  centred('H1', words.title.toUpperCase(), { size: 13, weight: 700 });
  y += 15;
  centred('P', words.month(formatMonth(content.recap.month, locale)), { size: 10.5 });
  y += 13;
  centred('P', words.state[content.data](formatDate(content.asOf, locale)), { size: 8.5, color: palette.muted });
  if (head.holdsSample) {
    y += 13;
    centred('P', words.sample, { size: 8.5, weight: 700, color: palette.warning });
  }
  return y + 12;
}

/** @returns the lower edge of the last table */
function tables(sheet: Sheet, top: number): number {
  const { pdf, edition, locale, height, room } = sheet;
  const { recap } = edition.content;
  const words = recapWords[locale];
  const turn = () => {
    pdf.addPage();
    return topMargin + 6;
  };
  const place: TablePlace = { left: side, width: room, bottom: height - footMargin - 22, turn };
  const plan = planRecap(recap, locale, room);
  if (plan.parts.length === 0) {
    paragraph(sheet, 'P', () => drawText(pdf, side, top + 12, words.noColumns, { size: 10 }));
    return top + 24;
  }
  let y = top;
  for (const [index, part] of plan.parts.entries()) {
    if (y + 14 + leastTableHeight(plan, part) > place.bottom) y = turn();
    if (plan.parts.length > 1) {
      const label = words.part(index + 1, plan.parts.length);
      const baseline = y + 6;
      paragraph(sheet, 'P', () => drawText(pdf, side, baseline, label, { size: 8, weight: 700 }));
      y += 12;
    }
    y = drawRecapTable(pdf, recap, { plan, part, locale, place, top: y }) + 12;
  }
  return y;
}

/** Remarks and signatures, kept together where a page has room for both. */
function closing(sheet: Sheet, top: number): void {
  const { pdf, edition, locale, height, width, room } = sheet;
  const { recap } = edition.content;
  const bottom = height - footMargin - 18;
  const type = { size: note.size, weight: 400 } as const;
  const lines = recapNotes(recap, locale).flatMap((text, index) =>
    wrapText(`${index + 1}. ${text}`, room - HANGING, type).map((line, row) => ({
      line,
      indent: row === 0 ? 0 : HANGING,
    })),
  );
  const signing = signaturesHeight(recap.signatories);
  const wanted = lines.length * note.lineHeight + 14 + signing;
  let y = top;
  const turn = () => {
    pdf.addPage();
    y = topMargin + 6;
  };
  if (y + wanted > bottom && wanted <= bottom - topMargin) turn();
  y += note.size;
  if (lines.length > 0) {
    const heading = y;
    paragraph(sheet, 'H2', () =>
      drawText(pdf, side, heading, recapWords[locale].notes.heading, { size: note.size, weight: 700 }),
    );
    y += note.lineHeight;
  }
  for (const { line, indent } of lines) {
    if (y > bottom) turn();
    const baseline = y;
    paragraph(sheet, 'P', () => drawText(pdf, side + indent, baseline, line, { size: note.size, color: palette.ink }));
    y += note.lineHeight;
  }
  if (y + signing > bottom) turn();
  drawSignatures(pdf, recap.signatories, { left: side, right: width - side, top: y + 8, locale });
}

/** Once the number of pages is known. */
function footers({ pdf, edition, locale, width, height }: Sheet): void {
  const { head, content } = edition;
  const words = recapWords[locale];
  const { start, count } = pdf.bufferedPageRange();
  const y = height - footMargin;
  const quiet = { size: 7, color: palette.muted };
  const moment = momentOf(head.frozenAt, { locale, timeZone: content.timeZone });
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    asArtifact(pdf, () => {
      pdf
        .moveTo(side, y - 10)
        .lineTo(width - side, y - 10)
        .lineWidth(0.5)
        .stroke(palette.line);
      const mark = `${words.edition(head.number, moment, head.frozenByName)} · SHA-256 ${head.sha256}`;
      drawText(pdf, side, y, mark, quiet);
      drawText(pdf, width - side, y, words.page(index + 1, count), { ...quiet, anchor: 'end' });
    });
  }
}
