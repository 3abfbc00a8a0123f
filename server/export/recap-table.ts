import type { Recap } from '#shared/briefing/content.ts';
import { issueInk } from '#shared/briefing/scene/kit.ts';
import { palettes } from '#shared/briefing/scene/palette.ts';
import type { Locale } from '#shared/locale.ts';
import { asArtifact, drawText, type Pdf } from './pdf-document.ts';
import { recapCell } from './recap-cells.ts';
import { groups, MARK_SHARE, type PlannedPart, type RecapPlan } from './recap-plan.ts';
import { recapWords } from './recap-words.ts';

const palette = palettes.light;
const GRID = '#7d879b';

export interface TablePlace {
  left: number;
  width: number;
  /** Last usable point of a page. */
  bottom: number;
  /** Begins a page. @returns where its contents begin */
  turn: () => number;
}

interface Table {
  pdf: Pdf;
  recap: Recap;
  plan: RecapPlan;
  part: PlannedPart;
  locale: Locale;
  place: TablePlace;
  element: PDFKit.PDFStructureElement;
}

/** Draws one part of the table from `top`; its head is repeated on every page it needs. @returns its lower edge */
export function drawRecapTable(
  pdf: Pdf,
  recap: Recap,
  {
    plan,
    part,
    locale,
    place,
    top,
  }: { plan: RecapPlan; part: PlannedPart; locale: Locale; place: TablePlace; top: number },
): number {
  const element = pdf.struct('Table');
  pdf.addStructure(element);
  const table: Table = { pdf, recap, plan, part, locale, place, element };
  const height = plan.size * 2.1;
  let y = drawHead(table, top);
  for (const index of recap.rows.keys()) {
    if (y + height > place.bottom) y = drawHead(table, place.turn());
    drawRow(table, index, y, height);
    y += height;
  }
  element.end();
  return y;
}

/** Height of the head with one row below it: what must fit for a table to begin on a page. */
export function leastTableHeight(plan: RecapPlan, part: PlannedPart): number {
  return headHeights(plan, part).total + plan.size * 2.1;
}

function headHeights({ headSize }: RecapPlan, { nameLines }: PlannedPart) {
  const issue = headSize * 2;
  const names = nameLines * headSize * 1.22 + 6;
  const units = headSize * 1.5;
  const numbers = headSize * 1.5;
  return { issue, names, units, numbers, total: issue + names + units + numbers };
}

function drawHead(table: Table, top: number): number {
  const { pdf, plan, part, locale, place } = table;
  const { issue, names, units, numbers, total } = headHeights(plan, part);
  const { headSize: size, numberWidth, regionWidth } = plan;
  const bold = { size, weight: 700, anchor: 'middle', color: palette.ink } as const;
  const quiet = { size: size - 0.5, anchor: 'middle', color: palette.muted } as const;
  const fixed = [
    { x: 0, width: numberWidth, word: recapWords[locale].number },
    { x: numberWidth, width: regionWidth, word: recapWords[locale].region },
  ];
  const numbersTop = top + issue + names + units;

  asArtifact(pdf, () => {
    for (const { x, width } of fixed) box(pdf, place.left + x, top, width, total - numbers, palette.soft);
    for (const group of groups(part.columns)) {
      const [first] = group;
      if (!first) continue;
      const width = group.reduce((sum, column) => sum + column.width, 0);
      box(pdf, place.left + first.x, top, width, issue, palette[issueInk(first.issueId, '-soft')]);
      for (const column of group)
        box(pdf, place.left + column.x, top + issue, column.width, names + units, palette.soft);
    }
    for (const { x, width } of [...fixed, ...part.columns])
      box(pdf, place.left + x, numbersTop, width, numbers, palette.soft);
    for (const [index, { x, width }] of [...fixed, ...part.columns].entries()) {
      drawText(pdf, place.left + x + width / 2, numbersTop + numbers * 0.7, `(${index + 1})`, {
        ...quiet,
        size: size - 1,
      });
    }
  });

  row(table, (cell) => {
    for (const { x, width, word } of fixed)
      cell('TH', () =>
        drawText(pdf, place.left + x + width / 2, top + (total - numbers) / 2 + size * 0.35, word, bold),
      );
    for (const group of groups(part.columns)) {
      const [first] = group;
      if (!first) continue;
      const width = group.reduce((sum, column) => sum + column.width, 0);
      const color = palette[issueInk(first.issueId, '-deep')];
      cell('TH', () =>
        drawText(pdf, place.left + first.x + width / 2, top + issue * 0.67, first.issueName, { ...bold, color }),
      );
    }
  });
  row(table, (cell) => {
    for (const { x, width, lines, unit } of part.columns) {
      const middle = place.left + x + width / 2;
      const first = top + issue + 3 + (names - 6 - lines.length * size * 1.22) / 2 + size * 0.95;
      cell('TH', () => {
        for (const [index, line] of lines.entries()) drawText(pdf, middle, first + index * size * 1.22, line, bold);
        drawText(pdf, middle, top + issue + names + units * 0.55, unit, quiet);
      });
    }
  });
  return top + total;
}

function drawRow(table: Table, index: number, top: number, height: number): void {
  const { pdf, recap, plan, part, locale, place } = table;
  const source = recap.rows[index];
  if (!source) return;
  const { area, isTotal, figures } = source;
  const { size, numberWidth, regionWidth, markRoom } = plan;
  const weight = isTotal ? 700 : 400;
  const baseline = top + height / 2 + size * 0.35;
  const fill = isTotal ? palette.line : undefined;
  asArtifact(pdf, () => {
    box(pdf, place.left, top, numberWidth, height, fill);
    box(pdf, place.left + numberWidth, top, regionWidth, height, fill);
    for (const { x, width } of part.columns) box(pdf, place.left + x, top, width, height, fill);
  });
  row(table, (cell) => {
    const number = isTotal ? '' : String(index + 1);
    cell('TD', () => drawText(pdf, place.left + numberWidth / 2, baseline, number, { size, anchor: 'middle' }));
    const name = isTotal ? recapWords[locale].total(area.name) : area.name;
    cell('TH', () => drawText(pdf, place.left + numberWidth + 5, baseline, name, { size, weight }));
    for (const column of part.columns) {
      const { text, marks } = recapCell(figures[column.index], column, recap.month, locale);
      const end = place.left + column.x + column.width - 3.2 - markRoom;
      cell('TD', () => {
        drawText(pdf, end, baseline, text, { size, weight, anchor: 'end' });
        if (marks !== '') drawText(pdf, end + 0.3, baseline - size * 0.12, marks, { size: size * MARK_SHARE });
      });
    }
  });
}

function row({ pdf, element }: Table, fill: (cell: (tag: 'TH' | 'TD', draw: () => void) => void) => void): void {
  const line = pdf.struct('TR');
  element.add(line);
  fill((tag, draw) => {
    const cell = pdf.struct(tag, {}, draw);
    line.add(cell);
    cell.end();
  });
  line.end();
}

function box(pdf: Pdf, x: number, y: number, width: number, height: number, fill?: string): void {
  pdf.lineWidth(0.5).rect(x, y, width, height);
  if (fill) pdf.fillAndStroke(fill, GRID);
  else pdf.stroke(GRID);
}
