/** Where a report is entered. */
export function reportAddress(reportKey: string): string {
  return `/pelaporan/${encodeURIComponent(reportKey)}`;
}

/** The same, with one cell to go to. `cell` is a `cellKey` of `#shared/report/summary.ts`. */
export function cellAddress(reportKey: string, cell: string): string {
  return `${reportAddress(reportKey)}#sel=${encodeURIComponent(cell)}`;
}
