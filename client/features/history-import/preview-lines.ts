import type { ImportRow, RowResult } from '#shared/history-import.ts';
import type { Preview } from './use-history-import.ts';

/** A row of the file with what would become of it. */
export type PreviewLine = { key: string; row: ImportRow; result: RowResult };

export function previewLines({ input, output }: Preview): PreviewLine[] {
  return output.rows.flatMap((result, index) => {
    const row = input.rows[index];
    return row ? [{ key: String(index), row, result }] : [];
  });
}
