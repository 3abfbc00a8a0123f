import { WorkbookProblem } from './workbook-problem.ts';

/** What a file is, by what it begins with; its name may say anything. */
export type FileKind = 'workbook' | 'web_page' | 'text';

export const largestFile = 5_000_000;

const starts = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, index) => bytes[index] === sign);

/** @throws WorkbookProblem with what the person can do about a file that cannot be read */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new WorkbookProblem('EMPTY');
  if (bytes.length > largestFile) throw new WorkbookProblem('TOO_LARGE');
  // Compound files: Excel before 2007, and everything that Excel has encrypted.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new WorkbookProblem(holds(bytes, wide('EncryptedPackage')) ? 'PASSWORD' : 'OLD_EXCEL');
  }
  if (starts(bytes, 0x50, 0x4b)) {
    if (holds(bytes.subarray(0, 200), plain('opendocument.spreadsheet'))) throw new WorkbookProblem('OPEN_DOCUMENT');
    if (holds(bytes, plain('xl/workbook.bin'))) throw new WorkbookProblem('BINARY_EXCEL');
    // The directory at the end of a package names its parts; one that was cut off has lost it.
    if (!holds(bytes, plain('xl/'))) throw new WorkbookProblem('NOT_A_SPREADSHEET');
    return 'workbook';
  }
  const isOther = [
    starts(bytes, 0x25, 0x50, 0x44, 0x46),
    starts(bytes, 0x89, 0x50, 0x4e, 0x47),
    starts(bytes, 0xff, 0xd8, 0xff),
    starts(bytes, 0x47, 0x49, 0x46, 0x38),
    starts(bytes, 0x52, 0x61, 0x72, 0x21),
    starts(bytes, 0x37, 0x7a, 0xbc, 0xaf),
    starts(bytes, 0x1f, 0x8b),
  ];
  if (isOther.includes(true)) throw new WorkbookProblem('NOT_A_SPREADSHEET');
  // Many official systems give out a table of a web page and call it .xls.
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4_000));
  return /<(?:html|table|!doctype html)/i.test(start) ? 'web_page' : 'text';
}

const plain = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const wide = (text: string) => plain(text).flatMap((code) => [code, 0]);

function holds(bytes: Uint8Array, signs: readonly number[]): boolean {
  const [first = 0] = signs;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (signs.every((sign, index) => bytes[at + index] === sign)) return true;
  }
  return false;
}
