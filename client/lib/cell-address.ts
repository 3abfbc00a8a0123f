/** Where a report is entered or read. */
export function reportAddress(reportKey: string): string {
  return `/pelaporan/${encodeURIComponent(reportKey)}`;
}

const mark = '#sel=';

/** The same, with the cell to go to. `cell` is a `cellKey` of `#shared/report/summary.ts`. */
export function cellAddress(reportKey: string, cell: string): string {
  return reportAddress(reportKey) + mark + encodeURIComponent(cell);
}

/** The cell that an address of a report asks for. */
export function cellInAddress({ hash }: { hash: string }): string | undefined {
  if (!hash.startsWith(mark)) return undefined;
  try {
    return decodeURIComponent(hash.slice(mark.length));
  } catch {
    return undefined;
  }
}
