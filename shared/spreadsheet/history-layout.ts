import type { AreaLevel } from '#shared/indicator.ts';
import { tidy } from './cell-form.ts';
import { type MonthReading, readMonth, readYear } from './history-month.ts';
import { areaTitle, type HeaderNames } from './match-columns.ts';
import type { RawCell } from './read-cells.ts';

/** Titles stand above the header. */
const headerDepth = 25;

/** What a column of a history says of its row. */
export type HistoryRole = 'month' | 'year' | 'issue' | 'indicator' | 'value' | 'note' | 'source' | 'agency';

export type HistoryColumn =
  | { kind: 'role'; role: HistoryRole; title: string }
  | { kind: 'area'; level: AreaLevel | null; title: string }
  /** Figures of one indicator; of several where the title does not say which. */
  | { kind: 'indicator'; indicatorIds: readonly string[]; title: string }
  /** Figures of one month. */
  | { kind: 'month_figures'; reading: MonthReading; title: string }
  | { kind: 'unknown'; title: string }
  | { kind: 'blank' };

export type HistoryLayout = {
  /** Zero-based. */
  headerRow: number;
  columns: HistoryColumn[];
  /** The year that the titles above the header name, where they name one. */
  titleYear: number | undefined;
};

/** `no_header`: no row names columns of a history; the others say what its header lacks. */
export type LayoutProblem = 'empty' | 'no_header' | 'no_month' | 'no_area' | 'no_value';

const roleWords: readonly { role: HistoryRole; pattern: RegExp }[] = [
  { role: 'month', pattern: /^(?:bulan|month|periode|period|masa|waktu)(?: (?:laporan|data|pelaporan))?$/ },
  { role: 'month', pattern: /^(?:reporting month|bulan\/tahun|tanggal|date)$/ },
  { role: 'year', pattern: /^(?:tahun|thn|year)$/ },
  { role: 'indicator', pattern: /^(?:(?:kode|id|nama) )?(?:indikator|variabel)$/ },
  { role: 'indicator', pattern: /^(?:indicator|variable)(?: (?:id|code|name))?$/ },
  { role: 'issue', pattern: /^(?:(?:kode|id|nama) )?(?:isu|prioritas)(?: prioritas)?$/ },
  { role: 'issue', pattern: /^(?:issue|priority)(?: (?:id|code|name))?$/ },
  { role: 'value', pattern: /^(?:nilai|angka|value|figure|capaian|realisasi|isian)$/ },
  { role: 'note', pattern: /^(?:catatan|keterangan|ket\.?|notes?|remarks?)$/ },
  { role: 'source', pattern: /^(?:sumber|source|sumber data|data source)$/ },
  { role: 'agency', pattern: /^(?:(?:kode|nama) )?(?:opd|skpd|perangkat daerah|instansi)$/ },
  { role: 'agency', pattern: /^agency(?: (?:id|code|name))?$/ },
];

/** Finds the header of a history, and what its columns are; in any order, under any titles. */
export function findLayout(
  rows: readonly (readonly RawCell[])[],
  names: HeaderNames,
): { ok: true; layout: HistoryLayout } | { ok: false; problem: LayoutProblem } {
  if (rows.every((row) => row.every(({ text }) => tidy(text) === ''))) return { ok: false, problem: 'empty' };
  const width = rows.slice(0, headerDepth).reduce((most, row) => Math.max(most, row.length), 0);
  let best: { headerRow: number; columns: HistoryColumn[]; score: number } | undefined;
  for (const [headerRow, row] of rows.slice(0, headerDepth).entries()) {
    const columns = Array.from({ length: width }, (_, at) => columnOf(row[at] ?? { text: '' }, names));
    const count = (kind: HistoryColumn['kind']) => columns.filter((column) => column.kind === kind).length;
    const titles = count('role') + count('area') + count('indicator');
    // A row of data holds a month; a header of months holds several.
    const score = titles * 2 + (count('month_figures') > 1 ? count('month_figures') : 0);
    if (titles > 0 && (!best || score > best.score)) best = { headerRow, columns, score };
  }
  if (!best || best.score < 4) return { ok: false, problem: 'no_header' };
  const { headerRow, columns } = best;
  const problem = whatLacks(columns);
  if (problem) return { ok: false, problem };
  return { ok: true, layout: { headerRow, columns: rolesOnce(columns), titleYear: yearOf(rows.slice(0, headerRow)) } };
}

function columnOf(cell: RawCell, names: HeaderNames): HistoryColumn {
  const title = tidy(cell.text);
  if (title === '') return { kind: 'blank' };
  const plain = title
    .toLowerCase()
    .replace(/[_-]/g, ' ')
    .replace(/\s*\/\s*/g, '/');
  const role = roleWords.find(({ pattern }) => pattern.test(plain));
  if (role) return { kind: 'role', role: role.role, title };
  const reading = readMonth(cell);
  if (reading.kind === 'month' || (reading.kind === 'month_of_year' && /\p{Letter}/u.test(title))) {
    return { kind: 'month_figures', reading, title };
  }
  const indicatorIds = names.find(cell.text);
  if (indicatorIds.length > 0) return { kind: 'indicator', indicatorIds, title };
  const area = areaTitle(plain);
  return area ? { kind: 'area', level: area.level, title } : { kind: 'unknown', title };
}

function whatLacks(columns: readonly HistoryColumn[]): LayoutProblem | undefined {
  const has = (kind: HistoryColumn['kind']) => columns.some((column) => column.kind === kind);
  const hasRole = (role: HistoryRole) => columns.some((column) => column.kind === 'role' && column.role === role);
  const monthFigures = columns.filter(({ kind }) => kind === 'month_figures').length;
  if (!hasRole('month') && monthFigures < 2) return 'no_month';
  if (!has('area')) return 'no_area';
  const isLong = hasRole('value') && hasRole('indicator');
  return isLong || has('indicator') || monthFigures > 1 || hasRole('value') ? undefined : 'no_value';
}

/** A second column of the same kind would be a second answer; codes and names of an indicator may stand side by side. */
function rolesOnce(columns: readonly HistoryColumn[]): HistoryColumn[] {
  const seen = new Set<HistoryRole>();
  return columns.map((column) => {
    if (column.kind !== 'role' || column.role === 'indicator') return column;
    if (seen.has(column.role)) return { kind: 'unknown', title: column.title };
    seen.add(column.role);
    return column;
  });
}

/** The one year that the titles name; several say nothing. */
function yearOf(rows: readonly (readonly RawCell[])[]): number | undefined {
  const found = new Set(rows.flatMap((row) => row.flatMap(({ text }) => tidy(text).match(/\b20\d\d\b/g) ?? [])));
  const [year] = found;
  return found.size === 1 && year !== undefined ? readYear(year) : undefined;
}
