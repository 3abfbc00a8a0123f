import { renderHook } from '@testing-library/react';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { useColumnGroups } from '#client/features/entry/grid-columns.ts';
import { pasteChanges, type Since } from '#client/features/entry/paste-changes.ts';
import { type SheetCell, type SheetRow, sheetCell, sheetRow } from '#client/features/entry/sheet-row.ts';
import { templateBook } from '#client/features/entry/template-book.ts';
import type { TemplateInput } from '#client/features/entry/template-input.ts';
import { type TemplateUpload, type Upload, uploadOf } from '#client/features/entry/upload-read.ts';
import { writtenReport } from '#client/features/entry/upload-written.ts';
import { useCellWords } from '#client/features/entry/use-cell-words.ts';
import { applyLanguage, i18n, loadWords } from '#client/i18n/index.ts';
import { type ReadSheet, readBook } from '#client/lib/workbook/read-book.ts';
import { writeBook } from '#client/lib/workbook/write-book.ts';
import type { Locale } from '#shared/locale.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { ReportGrid } from '#shared/report.ts';
import { type ImportPlan, planImport } from '#shared/spreadsheet/plan.ts';

/** Cells as they are on screen: the server's, with what was typed since over them. */
export function rowsOf(grid: ReportGrid, rejected: Readonly<Record<string, string>> = {}): SheetRow[] {
  return grid.areas.map((area) => {
    const cells = area.indicatorIds.map((indicatorId): [string, SheetCell] => {
      const key = cellKey({ indicatorId, areaId: area.id });
      const here = (each: { indicatorId: string; areaId: string }) => cellKey(each) === key;
      const parts = {
        area,
        indicatorId,
        server: grid.cells.find(here),
        save: { phase: 'idle' },
        rejected: rejected[key],
        previous: grid.previousCells.find(here),
        comments: [],
      } as const;
      return [indicatorId, sheetCell(parts)];
    });
    return sheetRow(grid, area, new Map(cells));
  });
}

export const mayType = (cell: SheetCell) => cell.server?.status !== 'submitted';

/** What the page gives to the download. */
export async function templateInput(
  grid: ReportGrid,
  { locale = 'id', rejected }: { locale?: Locale; rejected?: Readonly<Record<string, string>> } = {},
): Promise<TemplateInput> {
  await loadWords(['entry', 'upload']);
  await applyLanguage(locale);
  const { areas, indicators, derived, rules, previousMonth } = grid;
  const frame = { areas, indicators, derived, rules, previousMonth };
  const { result } = renderHook(() => {
    const words = useCellWords(frame);
    return { words, groups: useColumnGroups(frame, words, false) };
  });
  return {
    ...result.current,
    grid,
    rows: rowsOf(grid, rejected),
    isEditable: mayType,
    t: i18n.t,
    locale,
    madeAt: '2023-09-01T04:00:00.000Z',
    title: 'Laporan stunting · Agustus 2023',
    facts: [
      { label: 'OPD', text: grid.report.agency.name },
      { label: 'Tenggat', text: '5 September 2023' },
    ],
  };
}

export async function templateFile(...input: Parameters<typeof templateInput>): Promise<Uint8Array> {
  return writeBook(templateBook(await templateInput(...input)));
}

export type CellText = string | number | null;

/** Writes into cells of a sheet, by address, as a program that edits the package would. */
export function withCells(
  file: Uint8Array,
  cells: Readonly<Record<string, CellText>>,
  path = 'xl/worksheets/sheet1.xml',
): Uint8Array {
  return withPart(file, path, (xml) =>
    Object.entries(cells).reduce((text, [address, value]) => {
      const pattern = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
      if (!pattern.test(text)) throw new Error(`no cell ${address}`);
      return text.replace(pattern, (_, style = '') => {
        const place = `<c r="${address}"${style}`;
        if (value === null) return `${place}/>`;
        if (typeof value === 'number') return `${place}><v>${value}</v></c>`;
        if (value.startsWith('=')) return `${place}><f>${value.slice(1)}</f></c>`;
        return `${place} t="inlineStr"><is><t>${value}</t></is></c>`;
      });
    }, xml),
  );
}

export function withPart(file: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  const part = parts[path];
  if (!part) throw new Error(`no part ${path}`);
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(part))) });
}

export function sheetOf(file: Uint8Array, name: string): ReadSheet {
  const sheet = readBook(file).find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function templateOf(upload: Upload): TemplateUpload {
  if (upload.kind !== 'template') throw new Error(`not a template: ${JSON.stringify(upload)}`);
  return upload;
}

export type ReadBack = {
  upload: TemplateUpload;
  plan: ImportPlan;
  result: ReturnType<typeof pasteChanges>;
  /** `area indicator figure` of each cell that would change. */
  changes: string[];
};

/** What an uploaded template would change in the report as it is by then. */
export function readBack(
  file: Uint8Array,
  grid: ReportGrid,
  choices: Since['choices'] = {},
  locale: Locale = 'id',
): ReadBack {
  const upload = templateOf(uploadOf(file, grid, locale));
  const rows = rowsOf(grid);
  const written = upload.template && writtenReport(upload.template, grid.indicators);
  const plan = planImport(upload.sheet.cells, {
    areas: grid.areas.map((area) => ({ ...area, bpsCode: null })),
    indicators: grid.indicators,
    otherAreas: [],
    start: { row: 0, column: 0 },
    ...(written && { written: written.cell }),
  });
  const result = pasteChanges(plan, rows, grid, mayType, written && { written: written.figure, choices });
  const changes = result.changes.map(({ cell, to }) =>
    [cell.areaName, cell.indicatorId, to?.kind === 'number' ? to.value : to?.kind].join(' '),
  );
  return { upload, plan, result, changes };
}
