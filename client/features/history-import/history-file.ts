import type { ReadCell, ReadSheet } from '#client/lib/workbook/read-book.ts';
import { WorkbookProblem } from '#client/lib/workbook/workbook-problem.ts';
import type { HistorySheet } from '#shared/spreadsheet/history.ts';
import type { RawCell } from '#shared/spreadsheet/read-cells.ts';

export type FilePage = HistorySheet & {
  name: string;
  /** Rows that a filter or a hand has hidden: they are left out. */
  hiddenRows: number;
};

export type HistoryFile = { name: string; pages: FilePage[] };

/**
 * The cells of an XLSX or CSV file. What reads them is fetched with the first file.
 * @throws WorkbookProblem
 */
export async function readHistoryFile(file: File): Promise<HistoryFile> {
  const [{ fileKind }, { readBook }, { decodeText, readDelimitedText }] = await Promise.all([
    import('#client/lib/workbook/file-kind.ts'),
    import('#client/lib/workbook/read-book.ts'),
    import('#shared/spreadsheet/text-file.ts'),
  ]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = fileKind(bytes);
  if (kind === 'web_page') throw new WorkbookProblem('NOT_A_SPREADSHEET');
  if (kind === 'text') {
    const rows = readDelimitedText(decodeText(bytes)).map((row) => row.map((text) => ({ text })));
    return { name: file.name, pages: [{ name: file.name, rows, hiddenRows: 0 }] };
  }
  const pages = readBook(bytes)
    .filter((sheet) => !sheet.isHidden && sheet.cells.some((row) => row.length > 0))
    .map(pageOf);
  if (pages.length === 0) throw new WorkbookProblem('EMPTY');
  return { name: file.name, pages };
}

function pageOf(sheet: ReadSheet): FilePage {
  const filled = spreadNames(sheet);
  const shown = filled.flatMap((_, row) => (sheet.hiddenRows.has(row) ? [] : [row]));
  return {
    name: sheet.name,
    rows: shown.map((row) => Array.from(filled[row] ?? [], rawCell)),
    rowNumbers: shown.map((row) => row + 1),
    hiddenRows: sheet.hiddenRows.size,
  };
}

/** A month or an area that is written once over several rows holds for each; a figure is never written twice. */
function spreadNames({ cells, merges }: ReadSheet): ReadSheet['cells'] {
  const rows = cells.map((row) => [...row]);
  for (const { row, column, rows: height } of merges) {
    const first = rows[row]?.[column];
    if (height < 2 || !first || (first.kind !== 'text' && first.kind !== 'date')) continue;
    for (let at = row + 1; at < Math.min(row + height, rows.length); at += 1) {
      const line = rows[at];
      if (line && line[column] === undefined) line[column] = first;
    }
  }
  return rows;
}

function rawCell(cell: ReadCell | undefined): RawCell {
  if (!cell) return { text: '' };
  const { kind, text, value } = cell;
  if (value === undefined || kind === 'date') return { text };
  if (kind === 'percent') return { text: `${Number((value * 100).toPrecision(15))}%`, value };
  return { text, value };
}
