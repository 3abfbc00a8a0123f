/** One import of past months that was applied. The id is made by the page that asked, so that asking again finds it. */
export interface HistoryImportTable {
  id: string;
  fileName: string;
  actorId: string;
  at: string;
  /** Of what the dry run found and the import then did. */
  fingerprint: string;
  /** Given once for all verified figures that it corrects. */
  reason: string | null;
  fromMonth: string;
  toMonth: string;
  rowCount: number;
  newCount: number;
  changedCount: number;
  /** Of the changed ones, those that had been verified. */
  correctionCount: number;
  sameCount: number;
  refusedCount: number;
}

/** The reports that an import began or changed. */
export interface HistoryImportReportTable {
  importId: string;
  reportId: string;
  newCount: number;
  changedCount: number;
}
