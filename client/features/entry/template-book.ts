import type { TFunction } from 'i18next';
import {
  addressOf,
  type BookCell,
  type BookRow,
  type BookSheet,
  type CellRange,
  type Look,
  type Validation,
} from '#client/lib/workbook/book.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { ReportGrid } from '#shared/report.ts';
import { fromScaled } from '#shared/scale.ts';
import { encodeTemplate, type Template } from '#shared/spreadsheet/template.ts';
import { type ColumnCode, columnCode } from '#shared/spreadsheet/template-codes.ts';
import type { Figure, SheetCell, SheetRow } from './sheet-row.ts';
import { derivedFormula, figureRule, totalFormula } from './template-formulas.ts';
import { guideSheet } from './template-guide.ts';
import { mayFill, type TemplateInput, textCell } from './template-input.ts';
import { layoutOf, type TemplateLayout, templateRows } from './template-layout.ts';
import { looks, numberFormat, openLook, percentFormat, settledLook, shownLook, totalLook } from './template-looks.ts';
import { notesSheet } from './template-notes.ts';
import { columnTotal, derivedDecimals, derivedValue } from './totals.ts';

/** A report as a workbook: its figures to be filled in, its notes, how it is done, and, hidden, what it held. */
export function templateBook(input: TemplateInput): BookSheet[] {
  const layout = layoutOf(input.rows, input.groups);
  const { t } = input;
  const names = {
    figures: t('upload:sheet.figures'),
    notes: t('upload:sheet.notes'),
    guide: t('upload:sheet.guide'),
  };
  const lines = encodeTemplate(templateOf(input, layout, names));
  return [
    figuresSheet(input, layout, names.figures),
    notesSheet(input, layout, names.notes),
    guideSheet(input, layout),
    {
      name: '_satgas',
      visibility: 'veryHidden',
      isProtected: true,
      widths: [20],
      rows: lines.map((text) => ({ cells: [textCell(text, { format: '@' })] })),
    },
  ];
}

function templateOf(
  { grid, rows, locale, madeAt, t }: TemplateInput,
  { figures }: TemplateLayout,
  sheets: Template['sheets'],
): Template {
  const { report } = grid;
  const cells = rows.flatMap((row) => figures.flatMap(({ column }) => row.cells.get(column.indicator.id) ?? []));
  return {
    format: 1,
    reportKey: report.reportKey,
    agencyName: report.agency.name,
    madeAt,
    locale,
    sheets,
    columns: figures.map(({ column: { indicator, title } }) => ({
      indicatorId: indicator.id,
      title,
      unitId: indicator.unitId,
      decimals: indicator.decimals,
    })),
    areas: rows.map(({ area }) => ({ areaId: area.id, name: area.name })),
    cells: cells.flatMap((cell) => {
      const { indicatorId, areaId, kind, value, note, server } = cell;
      const text = wordIn(cell, t);
      const isEmpty = kind === 'not_reported' && text === null && note === null && server === undefined;
      return isEmpty ? [] : [{ indicatorId, areaId, kind, value, version: server?.version ?? 0, text, note }];
    }),
  };
}

/** What is written in a cell that holds no figure: a text that was typed and not understood stays as it is. */
function wordIn(cell: Figure & { rejected?: string | undefined }, t: TFunction): string | null {
  if (cell.rejected !== undefined) return cell.rejected;
  return cell.kind === 'not_applicable' ? t('upload:word.notApplicable') : null;
}

const blankCell = (look: Look): BookCell => ({ value: null, look });

function figuresSheet(input: TemplateInput, layout: TemplateLayout, name: string): BookSheet {
  const { grid, rows, title, t, facts } = input;
  const firstColumns = layout.areaColumns.length;
  const about = facts.slice(0, 3).map(({ label, text }) => `${label}: ${text}`);
  const wide = (text: string, look: Look, height?: number): BookRow => ({
    cells: [textCell(text, look)],
    ...(height !== undefined && { height }),
  });
  return {
    name,
    isProtected: true,
    tabColor: '1F3A6B',
    frozen: { rows: templateRows.first, columns: Math.min(firstColumns, 2) },
    print: { titleRows: templateRows.first },
    widths: widthsOf(layout),
    merges: [
      ...layout.groups
        .filter(({ columns }) => columns > 1)
        .map(({ at, columns }) => ({ row: templateRows.group, column: at, rows: 1, columns })),
      ...layout.figures.flatMap(({ at }) =>
        [templateRows.name, templateRows.unit].map((row) => ({ row, column: at, rows: 1, columns: 2 })),
      ),
    ],
    validations: validationsOf(input, layout),
    rows: [
      wide(grid.report.isSample ? `${title} · ${t('common:sample')}` : title, looks.title, 24),
      wide(about.join(' · '), looks.about),
      wide(t('upload:template.hint'), looks.hint, 20),
      ...headRows(input, layout),
      ...rows.map((row, index) => areaRow(input, layout, row, templateRows.first + index)),
      totalRow(input, layout),
    ],
  };
}

function widthsOf({ areaColumns, figures, derived, width }: TemplateLayout): number[] {
  const widths = Array.from({ length: width }, () => 12);
  for (const [index, part] of areaColumns.entries()) widths[index] = { code: 14, name: 24, parent: 20 }[part];
  for (const { at, previousAt } of figures) {
    widths[at] = 14;
    widths[previousAt] = 11;
  }
  for (const { at } of derived) widths[at] = 13;
  return widths;
}

function headRows(input: TemplateInput, layout: TemplateLayout): BookRow[] {
  const { grid, locale, t } = input;
  const { areaColumns, groups, figures, derived, width } = layout;
  const line = (look: Look) => Array.from({ length: width }, (): BookCell | null => blankCell(look));
  const [group, name, unit, month] = [
    line(looks.group),
    line(looks.head),
    line(looks.headQuiet),
    line(looks.headQuiet),
  ];
  const codes: (BookCell | null)[] = Array.from({ length: width }, () => null);
  const put = (cells: (BookCell | null)[], at: number, text: string, look: Look) => {
    cells[at] = textCell(text, look);
  };
  const code = (at: number, what: ColumnCode) => put(codes, at, columnCode(what), looks.about);
  for (const [at, part] of areaColumns.entries()) {
    put(name, at, t(`upload:template.${part}`), looks.head);
    code(at, { kind: 'area', part });
  }
  for (const each of groups) put(group, each.at, each.title, looks.group);
  for (const { column, at, previousAt } of figures) {
    put(name, at, column.title, looks.head);
    put(unit, at, column.subtitle, looks.headQuiet);
    put(month, at, formatMonth(grid.report.month, locale, 'short'), looks.head);
    put(month, previousAt, formatMonth(grid.previousMonth, locale, 'short'), looks.headQuiet);
    code(at, { kind: 'figure', indicatorId: column.key });
    code(previousAt, { kind: 'shown', id: `${grid.previousMonth}:${column.key}` });
  }
  for (const { column, at } of derived) {
    put(name, at, column.title, looks.head);
    put(unit, at, column.subtitle, looks.headQuiet);
    code(at, { kind: 'shown', id: column.key });
  }
  return [
    { cells: group },
    { cells: name, height: 30 },
    { cells: unit, height: 26 },
    { cells: month },
    { cells: codes, isHidden: true },
  ];
}

function areaRow(input: TemplateInput, layout: TemplateLayout, row: SheetRow, at: number): BookRow {
  const { grid, locale } = input;
  const { area } = row;
  const cells: (BookCell | null)[] = layout.areaColumns.map((part) => {
    if (part === 'code') return textCell(area.id, looks.code);
    return part === 'name' ? textCell(area.name, looks.area) : textCell(area.parentName ?? '', looks.parent);
  });
  for (const { column, at: own, previousAt } of layout.figures) {
    const { indicator } = column;
    const cell = row.cells.get(indicator.id);
    if (!cell) {
      cells[own] = textCell('–', looks.notCollected);
      cells[previousAt] = blankCell(looks.notCollected);
      continue;
    }
    cells[own] = figureCell(input, cell, indicator.decimals);
    cells[previousAt] = shownFigure(cell.previous, indicator.decimals, input);
  }
  for (const { column, at: own } of layout.derived) {
    const formula = derivedFormula(column, layout, at);
    const isPercent = isShare(column.derived);
    const decimals = derivedDecimals(column.derived, grid.indicators);
    const look = shownLook(isPercent ? percentFormat(Math.max(1, decimals), locale) : numberFormat(decimals, locale));
    const value = derivedValue(column.derived, row.cells, grid.indicators);
    cells[own] =
      formula === undefined
        ? blankCell(look)
        : { value: { kind: 'formula', formula, value: value !== null && isPercent ? value / 100 : value }, look };
  }
  return { cells, height: 18 };
}

const isShare = (column: ReportGrid['derived'][number]) =>
  column.kind === 'share' || (column.kind === 'ratio' && column.factor === 100);

const settledSigns = { verified: '✓', submitted: '↑' } as const;

function figureCell(input: TemplateInput, cell: SheetCell, decimals: number): BookCell {
  const { locale, t } = input;
  const status = cell.server?.status;
  const isOpen = mayFill(input, cell);
  const sign = !isOpen && (status === 'verified' || status === 'submitted') ? settledSigns[status] : '';
  const look = (isOpen ? openLook : settledLook)(numberFormat(decimals, locale, sign));
  const word = wordIn(cell, t);
  return word === null ? valueCell(cell, decimals, look) : textCell(word, look);
}

function valueCell({ kind, value }: Figure, decimals: number, look: Look): BookCell {
  return kind === 'number' && value !== null
    ? { value: { kind: 'number', value: fromScaled(value, decimals) }, look }
    : blankCell(look);
}

function shownFigure(previous: Figure | undefined, decimals: number, { locale, t }: TemplateInput): BookCell {
  const look = shownLook(numberFormat(decimals, locale));
  if (!previous) return blankCell(look);
  const word = wordIn(previous, t);
  return word === null ? valueCell(previous, decimals, look) : textCell(word, look);
}

function totalRow({ rows, locale, t }: TemplateInput, layout: TemplateLayout): BookRow {
  const cells: (BookCell | null)[] = Array.from({ length: layout.width }, () => blankCell(totalLook()));
  cells[1] = textCell(t('entry:total.title', { count: rows.length }), looks.area);
  for (const { column, at } of layout.figures) {
    const { indicator } = column;
    const total = columnTotal(rows, indicator);
    if (!total) continue;
    const value = total.value === null ? null : fromScaled(total.value, indicator.decimals);
    const look = totalLook(numberFormat(indicator.decimals, locale));
    cells[at] = { value: { kind: 'formula', formula: totalFormula(layout, at), value }, look };
  }
  return { cells };
}

function validationsOf(input: TemplateInput, layout: TemplateLayout): Validation[] {
  const { rows, words, t } = input;
  return layout.figures.flatMap(({ column, at }): Validation[] => {
    const { indicator } = column;
    const open = rows.flatMap((row, index) => {
      const cell = row.cells.get(indicator.id);
      return cell && mayFill(input, cell) ? [templateRows.first + index] : [];
    });
    const heading: Validation = {
      ranges: [{ row: templateRows.name, column: at, rows: 3, columns: 2 }],
      formula: null,
      prompt: {
        title: column.title,
        text: `${words.name(indicator)} (${words.unit(indicator)}). ${words.definition(indicator)}`,
      },
    };
    const [first] = open;
    if (first === undefined) return [heading];
    const kind = indicator.decimals === 0 ? 'whole' : 'decimal';
    const rule = t(`upload:template.${kind}${indicator.allowsNegative ? 'Any' : ''}`, { count: indicator.decimals });
    const figures: Validation = {
      ranges: runsOf(open, at),
      formula: figureRule(indicator, addressOf(first, at)),
      error: { title: column.title, text: `${rule} ${t('upload:template.ruleWords')}` },
    };
    return [heading, figures];
  });
}

/** Rows that follow each other as one range. */
function runsOf(rows: readonly number[], column: number): CellRange[] {
  const runs: CellRange[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  return runs;
}
