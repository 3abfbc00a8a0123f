/**
 * Cells of text that separates them by tabs (what spreadsheets copy) or another sign. A cell in quotation marks may hold
 * line breaks, the separator, and quotation marks written twice. A mark inside an unquoted cell is itself.
 */
export function parseDelimited(text: string, separator = '\t'): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/^\uFEFF/, '');
  if (source === '') return rows;
  for (;;) {
    const { cell, end } = source[at] === '"' ? quotedCell(source, at, separator) : plainCell(source, at, separator);
    row.push(cell);
    const sign = source[end];
    at = end + 1;
    if (sign === separator) continue;
    rows.push(row);
    row = [];
    if (sign === '\r' && source[at] === '\n') at += 1;
    if (at >= source.length) return rows;
  }
}

type Parsed = { cell: string; end: number };

function plainCell(source: string, start: number, separator: string): Parsed {
  let end = start;
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
  return { cell: source.slice(start, end), end };
}

/** Falls back to a plain cell where the mark is never closed, or closed in the middle of the cell. */
function quotedCell(source: string, start: number, separator: string): Parsed {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const close = source.indexOf('"', at);
    if (close < 0) return plainCell(source, start, separator);
    cell += source.slice(at, close);
    if (source[close + 1] !== '"') {
      const isEnd = [separator, '\n', '\r', undefined].includes(source[close + 1]);
      return isEnd ? { cell, end: close + 1 } : plainCell(source, start, separator);
    }
    cell += '"';
    at = close + 2;
  }
}
