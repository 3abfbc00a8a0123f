/** What a column of a template holds; written above it in a hidden row, so that moving a column moves its meaning. */
export type ColumnCode =
  | { kind: 'area'; part: 'code' | 'name' | 'parent' }
  /** This month's figures: what is filled in. */
  | { kind: 'figure'; indicatorId: string }
  | { kind: 'note'; indicatorId: string }
  /** Last month's figures, and what the sheet computes: never read. */
  | { kind: 'shown'; id: string };

const kinds = { figure: 'fill:', note: 'note:', shown: 'show:', area: 'area:' } as const;
const areaParts = ['code', 'name', 'parent'] as const;

export function columnCode(code: ColumnCode): string {
  switch (code.kind) {
    case 'area':
      return kinds.area + code.part;
    case 'shown':
      return kinds.shown + code.id;
    default:
      return kinds[code.kind] + code.indicatorId;
  }
}

export function parseColumnCode(text: string): ColumnCode | undefined {
  const code = text.trim();
  const rest = (start: string) =>
    code.startsWith(start) && code.length > start.length ? code.slice(start.length) : undefined;
  const part = areaParts.find((each) => each === rest(kinds.area));
  if (part) return { kind: 'area', part };
  for (const kind of ['figure', 'note'] as const) {
    const indicatorId = rest(kinds[kind]);
    if (indicatorId !== undefined) return { kind, indicatorId };
  }
  const id = rest(kinds.shown);
  return id === undefined ? undefined : { kind: 'shown', id };
}

/** The row of a sheet that holds the codes, and what they say; undefined where there is none. */
export function findCodes(
  rows: readonly (readonly { text: string }[])[],
  kind: 'figure' | 'note',
): { row: number; columns: (ColumnCode | undefined)[] } | undefined {
  let best: { row: number; columns: (ColumnCode | undefined)[]; count: number } | undefined;
  for (const [row, cells] of rows.slice(0, 60).entries()) {
    const columns = cells.map(({ text }) => parseColumnCode(text));
    const count = columns.filter((each) => each?.kind === kind).length;
    if (count > (best?.count ?? 0)) best = { row, columns, count };
  }
  return best;
}
