export const workbookProblems = [
  'EMPTY',
  'TOO_LARGE',
  'TOO_MANY_CELLS',
  'DAMAGED',
  'PASSWORD',
  /** Excel's format before 2007. */
  'OLD_EXCEL',
  'OPEN_DOCUMENT',
  'BINARY_EXCEL',
  'NOT_A_SPREADSHEET',
] as const;
export type WorkbookProblemCode = (typeof workbookProblems)[number];

/** Why a file cannot be read; the sentence is the reader's. */
export class WorkbookProblem extends Error {
  readonly code: WorkbookProblemCode;

  constructor(code: WorkbookProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'WorkbookProblem';
    this.code = code;
  }
}
