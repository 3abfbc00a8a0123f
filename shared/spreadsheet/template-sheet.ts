import type { AreaLevel } from '#shared/indicator.ts';
import { tidy } from './cell-form.ts';
import type { RawCell } from './read-cells.ts';
import type { Template } from './template.ts';
import { type ColumnCode, findCodes } from './template-codes.ts';
import { isTotal } from './total-row.ts';

/** The report as it is now, as far as a template has to fit it. */
export type TemplateTarget = {
  indicators: readonly { id: string; unitId: string; decimals: number }[];
  areas: readonly { id: string; level: AreaLevel }[];
};

/** What is to be told of a template that was changed, or whose report was. */
export type TemplateRemark =
  /** A column of figures that the file no longer has. */
  | { code: 'column_missing'; titles: string[] }
  /** The words above a column are others than they were; its figures are read as what it was made for. */
  | { code: 'title_changed'; columns: { indicatorId: string; written: string; now: string }[] }
  /** The report no longer asks for it. */
  | { code: 'column_gone'; titles: string[] }
  /** Its unit is another one now: its figures are not taken over. */
  | { code: 'unit_changed'; indicatorIds: string[] }
  /** Asked for since the file was made. */
  | { code: 'column_new'; indicatorIds: string[] }
  | { code: 'area_new'; areaIds: string[] }
  /** The hidden row that says what each column is has gone: columns are known by their titles. */
  | { code: 'codes_missing' };

export type TemplateSheet = {
  /** In their places: only what names rows and columns, and this month's figures. */
  cells: RawCell[][];
  /** The first row of figures; undefined where the codes have gone. */
  firstRow: number | undefined;
  remarks: TemplateRemark[];
};

/** What the file was made with. */
export type TemplateColumns = Pick<Template, 'columns' | 'areas'>;

const blank: RawCell = { text: '' };

/** Reduces a filled-in template to what an import reads, and says what about it has changed. */
export function readTemplateSheet(
  cells: readonly (readonly RawCell[])[],
  template: TemplateColumns,
  target: TemplateTarget,
): TemplateSheet {
  const coded = findCodes(cells, 'figure');
  const codes = coded ?? titleCodes(cells, template);
  const remarks = structureRemarks(template, target);
  if (!coded) remarks.push({ code: 'codes_missing' });
  if (!codes) return { cells: cells.map((row) => [...row]), firstRow: undefined, remarks };
  const changedUnits = new Set(remarks.flatMap((each) => (each.code === 'unit_changed' ? each.indicatorIds : [])));
  const isRead = (code: ColumnCode | undefined) =>
    code?.kind === 'area' ||
    (code?.kind === 'figure' &&
      !changedUnits.has(code.indicatorId) &&
      target.indicators.some(({ id }) => id === code.indicatorId));
  const width = Math.max(...cells.map((row) => row.length));
  const titles = coded
    ? titlesAbove(cells.slice(0, codes.row), codes.columns, template, width)
    : (cells[codes.row] ?? []).map(({ text }) => tidy(text));
  const isOurs = (column: number) => codes.columns[column] !== undefined;
  const nameColumn = codes.columns.findIndex((code) => code?.kind === 'area' && code.part === 'name');
  const codeColumn = codes.columns.findIndex((code) => code?.kind === 'area' && code.part === 'code');
  const firstFigure = codes.columns.findIndex((code) => code?.kind === 'figure');
  const read = cells.map((row, at) => {
    if (at < codes.row) return row.map(() => blank);
    if (at === codes.row) {
      return Array.from(
        { length: width },
        (_, column): RawCell => ({
          text: isOurs(column)
            ? isRead(codes.columns[column])
              ? headerOf(codes.columns[column], target)
              : ''
            : (titles[column] ?? ''),
        }),
      );
    }
    // Units and months stand below the titles where the codes have gone.
    if (!coded && row.slice(0, firstFigure).every(({ text }) => tidy(text) === '')) return row.map(() => blank);
    const isOwnTotal = tidy(row[codeColumn]?.text ?? '') === '' && isTotal(row[nameColumn]?.text ?? '');
    if (isOwnTotal) return row.map(() => blank);
    return Array.from({ length: width }, (_, column) =>
      isOurs(column) && !isRead(codes.columns[column]) ? blank : (row[column] ?? blank),
    );
  });
  return {
    cells: read,
    firstRow: codes.row + 1,
    remarks: [
      ...remarks,
      ...columnRemarks(codes.columns, titles, template, new Set(target.indicators.map(({ id }) => id))),
    ],
  };
}

function headerOf(code: ColumnCode | undefined, { areas }: TemplateTarget): string {
  if (code?.kind === 'figure') return code.indicatorId;
  if (code?.kind !== 'area') return '';
  if (code.part === 'parent') return areas.every(({ level }) => level === 'regency') ? 'Provinsi' : 'Kabupaten';
  return code.part === 'code' ? 'Kode' : 'Wilayah';
}

/** Without its codes a template is known by the titles that it was made with; what else is in it is not read. */
function titleCodes(
  cells: readonly (readonly RawCell[])[],
  { columns: made }: TemplateColumns,
): { row: number; columns: (ColumnCode | undefined)[] } | undefined {
  const ids = new Map(made.map(({ indicatorId, title }) => [tidy(title), indicatorId]));
  let best: { row: number; columns: (ColumnCode | undefined)[]; count: number } | undefined;
  for (const [row, line] of cells.slice(0, 60).entries()) {
    const found = line.map(({ text }) => ids.get(tidy(text)));
    const count = new Set(found.filter((id) => id !== undefined)).size;
    if (count <= (best?.count ?? 0)) continue;
    const first = found.findIndex((id) => id !== undefined);
    const columns = found.map((indicatorId, at): ColumnCode | undefined => {
      if (indicatorId !== undefined) return { kind: 'figure', indicatorId };
      // What names the areas stands before the figures; its codes and names tell themselves.
      return at > first ? { kind: 'shown', id: String(at) } : undefined;
    });
    best = { row, columns, count };
  }
  return best;
}

/** The words of each column in the row that has most of the titles that the file was made with. */
function titlesAbove(
  above: readonly (readonly RawCell[])[],
  columns: readonly (ColumnCode | undefined)[],
  { columns: made }: TemplateColumns,
  width: number,
): string[] {
  const titles = new Map(made.map(({ indicatorId, title }) => [indicatorId, tidy(title)]));
  const fitting = above.map((row) =>
    columns.filter((code, at) => code?.kind === 'figure' && tidy(row[at]?.text ?? '') === titles.get(code.indicatorId)),
  );
  const most = Math.max(0, ...fitting.map(({ length }) => length));
  const row = most > 0 ? above[fitting.findIndex(({ length }) => length === most)] : undefined;
  return Array.from({ length: width }, (_, column) => {
    const nearest = above.map((each) => tidy(each[column]?.text ?? '')).findLast((text) => text !== '');
    return row && columns[column] ? tidy(row[column]?.text ?? '') : (nearest ?? '');
  });
}

function columnRemarks(
  columns: readonly (ColumnCode | undefined)[],
  titles: readonly string[],
  template: TemplateColumns,
  now: ReadonlySet<string>,
): TemplateRemark[] {
  const places = new Map<string, number>();
  for (const [at, code] of columns.entries()) if (code?.kind === 'figure') places.set(code.indicatorId, at);
  const absent = template.columns.filter(({ indicatorId }) => now.has(indicatorId) && !places.has(indicatorId));
  const changed = template.columns.flatMap(({ indicatorId, title }) => {
    const at = places.get(indicatorId);
    const found = at === undefined ? title : (titles[at] ?? '');
    return tidy(found) === tidy(title) ? [] : [{ indicatorId, written: title, now: found }];
  });
  return [
    ...(absent.length > 0 ? [{ code: 'column_missing', titles: absent.map(({ title }) => title) } as const] : []),
    ...(changed.length > 0 ? [{ code: 'title_changed', columns: changed } as const] : []),
  ];
}

/** How the report differs from the one that the file was made of. */
export function structureRemarks(template: TemplateColumns, { indicators, areas }: TemplateTarget): TemplateRemark[] {
  const columns = new Map(template.columns.map((each) => [each.indicatorId, each]));
  const known = new Set(template.areas.map(({ areaId }) => areaId));
  const now = new Set(indicators.map(({ id }) => id));
  const gone = template.columns.filter(({ indicatorId }) => !now.has(indicatorId)).map(({ title }) => title);
  const fresh = indicators.filter(({ id }) => !columns.has(id)).map(({ id }) => id);
  const units = indicators
    .filter(({ id, unitId }) => (columns.get(id)?.unitId ?? unitId) !== unitId)
    .map(({ id }) => id);
  const areaIds = areas.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  return [
    ...(gone.length > 0 ? [{ code: 'column_gone', titles: gone } as const] : []),
    ...(fresh.length > 0 ? [{ code: 'column_new', indicatorIds: fresh } as const] : []),
    ...(units.length > 0 ? [{ code: 'unit_changed', indicatorIds: units } as const] : []),
    ...(areaIds.length > 0 ? [{ code: 'area_new', areaIds } as const] : []),
  ];
}

/** Notes of the sheet of notes, by the codes of its rows and columns. */
export function readTemplateNotes(
  cells: readonly (readonly RawCell[])[],
): { indicatorId: string; areaId: string; text: string }[] {
  const codes = findCodes(cells, 'note');
  const codeColumn = codes?.columns.findIndex((code) => code?.kind === 'area' && code.part === 'code') ?? -1;
  if (!codes || codeColumn < 0) return [];
  return cells.slice(codes.row + 1).flatMap((row) => {
    const areaId = tidy(row[codeColumn]?.text ?? '');
    return codes.columns.flatMap((code, column) => {
      const text = row[column]?.text ?? '';
      return code?.kind === 'note' && areaId !== '' && text.trim() !== ''
        ? [{ indicatorId: code.indicatorId, areaId, text }]
        : [];
    });
  });
}

/** Areas of the report that the file was made for and that it no longer names. */
export function absentAreas(
  template: TemplateColumns,
  areaIds: ReadonlySet<string>,
  found: ReadonlySet<string>,
): string[] {
  return template.areas.filter(({ areaId }) => areaIds.has(areaId) && !found.has(areaId)).map(({ name }) => name);
}
