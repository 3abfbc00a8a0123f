import { fileKind, largestFile } from '#client/lib/workbook/file-kind.ts';
import { type ReadSheet, readBook } from '#client/lib/workbook/read-book.ts';
import { WorkbookProblem, type WorkbookProblemCode } from '#client/lib/workbook/workbook-problem.ts';
import type { Locale } from '#shared/locale.ts';
import type { ReportGrid } from '#shared/report.ts';
import {
  decodeTemplate,
  type FoundTemplate,
  type Template,
  type TemplateHead,
  templateMark,
} from '#shared/spreadsheet/template.ts';
import { findCodes } from '#shared/spreadsheet/template-codes.ts';
import {
  readTemplateNotes,
  readTemplateSheet,
  type TemplateColumns,
  type TemplateRemark,
} from '#shared/spreadsheet/template-sheet.ts';
import { decodeText, readDelimitedText } from '#shared/spreadsheet/text-file.ts';
import { readClipboard } from './paste-clipboard.ts';
import { rawSheet, type UploadedSheet } from './upload-raw.ts';

export type UploadProblem = WorkbookProblemCode | 'NO_CELLS' | 'UNREADABLE';

export type TemplateUpload = {
  kind: 'template';
  sheet: UploadedSheet;
  /** Undefined where its hidden data were changed: then nothing is known of what it held. */
  template: Template | undefined;
  /** What it was made for. */
  made: TemplateColumns;
  remarks: TemplateRemark[];
  notes: { indicatorId: string; areaId: string; text: string }[];
  otherSheets: string[];
};

export type ForeignUpload = {
  kind: 'foreign';
  sheets: UploadedSheet[];
  hiddenSheets: string[];
  /** A template of another version of the application. */
  isOtherFormat: boolean;
};

export type Upload =
  | { kind: 'problem'; code: UploadProblem }
  | { kind: 'other_report'; head: TemplateHead }
  | TemplateUpload
  | ForeignUpload;

/** Reads a file of figures for a report. Nothing leaves the browser, and nothing of the report changes. */
export async function readUpload(file: File, grid: ReportGrid, locale: Locale): Promise<Upload> {
  try {
    if (file.size > largestFile) throw new WorkbookProblem('TOO_LARGE');
    return uploadOf(new Uint8Array(await file.arrayBuffer()), grid, locale);
  } catch (error) {
    return { kind: 'problem', code: error instanceof WorkbookProblem ? error.code : 'UNREADABLE' };
  }
}

/** @throws WorkbookProblem */
export function uploadOf(bytes: Uint8Array, grid: ReportGrid, locale: Locale): Upload {
  const kind = fileKind(bytes);
  if (kind !== 'workbook') return textUpload(bytes, kind);
  const sheets = readBook(bytes);
  const own = sheets.find(({ cells }) => cells[0]?.[0]?.text.trim() === templateMark);
  const found = own && decodeTemplate(own.cells.map((row) => row[0]?.text ?? ''));
  const head = found?.kind === 'template' ? found.template : found?.head;
  if (head && head.reportKey !== grid.report.reportKey) return { kind: 'other_report', head };
  const others = sheets.filter((sheet) => sheet !== own);
  if (!found || found.kind === 'other_format') return foreignUpload(others, locale, found !== undefined);
  return templateUpload(others, found, grid, locale);
}

function textUpload(bytes: Uint8Array, kind: 'web_page' | 'text'): Upload {
  const text = decodeText(bytes);
  const cells = readDelimitedText(text).map((row) => row.map((each) => ({ text: each })));
  const sheet =
    kind === 'web_page'
      ? readClipboard({ html: text, text: '' })
      : { cells, hiddenRows: 0, hiddenColumns: 0, mergedCells: 0 };
  return withCells({
    kind: 'foreign',
    sheets: [{ ...sheet, name: '', formulas: 0 }],
    hiddenSheets: [],
    isOtherFormat: false,
  });
}

function withCells(upload: ForeignUpload): Upload {
  const sheets = upload.sheets.filter(({ cells }) => cells.some((row) => row.some(({ text }) => text.trim() !== '')));
  return sheets.length > 0 ? { ...upload, sheets } : { kind: 'problem', code: 'NO_CELLS' };
}

function foreignUpload(sheets: readonly ReadSheet[], locale: Locale, isOtherFormat: boolean): Upload {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const hidden = sheets.filter(({ isHidden, cells }) => isHidden && cells.length > 0);
  return withCells({
    kind: 'foreign',
    // Where everything is hidden, what is hidden is what there is.
    sheets: (visible.length > 0 ? visible : hidden).map((sheet) => rawSheet(sheet, locale, 'left_out')),
    hiddenSheets: visible.length > 0 ? hidden.map(({ name }) => name) : [],
    isOtherFormat,
  });
}

function templateUpload(
  sheets: readonly ReadSheet[],
  found: Exclude<FoundTemplate, { kind: 'other_format' }>,
  grid: ReportGrid,
  locale: Locale,
): Upload {
  const template = found.kind === 'template' ? found.template : undefined;
  const read = sheets.map((sheet) => ({ sheet, raw: rawSheet(sheet, locale, 'read') }));
  const byCodes = (kind: 'figure' | 'note', name: string | undefined) => {
    const coded = read.filter(({ raw }) => findCodes(raw.cells, kind));
    return coded.find(({ sheet }) => sheet.name === name) ?? coded[0];
  };
  const notes = byCodes('note', template?.sheets.notes);
  const figures =
    byCodes('figure', template?.sheets.figures) ??
    read.find(({ sheet }) => sheet.name === template?.sheets.figures) ??
    read.find((each) => each !== notes && !each.sheet.isHidden);
  if (!figures) return { kind: 'problem', code: 'NO_CELLS' };
  const made = template ?? presentColumns(grid);
  const result = readTemplateSheet(figures.raw.cells, made, grid);
  const { firstRow, cells } = result;
  // Without what the file said of itself its titles cannot be compared: it may be in the other language.
  const remarks = result.remarks.filter(({ code }) => template !== undefined || code !== 'title_changed');
  const guides = ['Petunjuk', 'Guide', template?.sheets.guide];
  return {
    kind: 'template',
    template,
    made,
    remarks,
    sheet: {
      ...figures.raw,
      cells,
      ...ownMarks(figures.sheet, firstRow),
    },
    notes: notes ? readTemplateNotes(notes.raw.cells) : [],
    otherSheets: read
      .filter((each) => each !== figures && each !== notes && !guides.includes(each.sheet.name))
      .filter(({ sheet }) => sheet.cells.length > 0)
      .map(({ sheet }) => sheet.name),
  };
}

/** The template hides and merges rows of its head and computes at its edge: only what the person did counts. */
function ownMarks(
  { cells, hiddenRows, hiddenColumns, merges }: ReadSheet,
  firstRow: number | undefined,
): Pick<UploadedSheet, 'hiddenRows' | 'hiddenColumns' | 'mergedCells' | 'formulas'> {
  const first = firstRow ?? 0;
  const codes = findCodes(
    cells.map((row) => Array.from(row, (cell) => ({ text: cell?.text ?? '' }))),
    'figure',
  );
  const isFilled = (column: number) => codes?.columns[column]?.kind === 'figure';
  const codeColumn = codes?.columns.findIndex((each) => each?.kind === 'area' && each.part === 'code') ?? -1;
  return {
    hiddenRows: [...hiddenRows].filter((row) => row >= first).length,
    hiddenColumns: hiddenColumns.size,
    mergedCells: merges.filter(({ row }) => row >= first).length,
    formulas: cells
      .slice(first)
      .filter((row) => row[codeColumn] !== undefined)
      .flatMap((row) => row.filter((cell, column) => isFilled(column) && cell?.formula === 'computed')).length,
  };
}

/** Where the file does not say what it was made with: the report as it is. */
function presentColumns({ indicators, areas }: ReportGrid): TemplateColumns {
  return {
    columns: indicators.map(({ id, shortNameId, unitId, decimals }) => ({
      indicatorId: id,
      title: shortNameId,
      unitId,
      decimals,
    })),
    areas: areas.map(({ id, name }) => ({ areaId: id, name })),
  };
}
