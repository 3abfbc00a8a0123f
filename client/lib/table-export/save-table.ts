import { loadWords } from '#client/i18n/index.ts';
import type { ExportTable } from './export-table.ts';

export type TableFile = 'xlsx' | 'csv';

/** What a table is, for somebody who gets the file and has not seen the page. */
export interface ExportAbout {
  title: string;
  /** What the table was narrowed to, as on the screen: month, issue, area, words looked for. */
  filters?: readonly { label: string; text: string | null | undefined }[];
  source?: string;
  state?: 'verified' | 'provisional';
  /** The figures or rows, or some of them, are sample data. */
  sample?: boolean;
  note?: string;
}

/** Saves a table as a file. What writes it is fetched with the first file, so that no page carries it. */
export async function saveTable(kind: TableFile, table: ExportTable, about: ExportAbout): Promise<void> {
  const [{ writeTable }] = await Promise.all([import('./write-table.ts'), loadWords(['tableExport'])]);
  await writeTable(kind, table, about);
}
