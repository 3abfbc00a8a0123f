import type { Edition } from '#shared/briefing/edition.ts';
import type { StartExportInput } from '#shared/briefing/export.ts';

/** What the thread that makes a file is given. */
export interface WorkerOrder extends Omit<StartExportInput, 'editionId'> {
  edition: Edition;
  /** Where to write the file; whoever gives the order moves it into place or removes it. */
  target: string;
}

export type WorkerMessage =
  /** 0 to 1. */
  | { type: 'progress'; value: number }
  | { type: 'done'; byteSize: number }
  /** `code` of a system error, '' for others. */
  | { type: 'failed'; code: string; message: string };
