import type { CellRange } from './book.ts';
import { documentOf, elements, linksOf, type Parts, partsOf } from './read-parts.ts';
import { readSheet } from './read-sheet.ts';
import { numberLooks } from './read-styles.ts';
import { richText } from './rich-text.ts';
import { WorkbookProblem } from './workbook-problem.ts';

export type ReadCell = {
  /** `percent`: the number is shown times a hundred. `date`: the text is the ISO day. */
  kind: 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error';
  /** As it is written; of a number, its digits with a point. */
  text: string;
  value?: number;
  /** The result was computed; the text of the formula where it has no result. */
  formula?: 'computed' | 'without_result';
};

export type ReadSheet = {
  name: string;
  isHidden: boolean;
  /** Undefined where nothing stands. */
  cells: (ReadCell | undefined)[][];
  merges: CellRange[];
  /** Places of rows and columns that hold something and are hidden. */
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
};

/**
 * The cells of an XLSX file and what a reader of figures has to know of them: formulas, hidden and merged cells, errors,
 * dates behind numbers.
 * @throws WorkbookProblem
 */
export function readBook(bytes: Uint8Array): ReadSheet[] {
  const parts = partsOf(bytes);
  const path = workbookPath(parts);
  const workbook = documentOf(parts, path);
  if (!workbook) throw new WorkbookProblem('DAMAGED');
  const links = linksOf(parts, path);
  const byName = (name: string) => [...links.values()].find((each) => each.toLowerCase().endsWith(name));
  const strings = documentOf(parts, byName('/sharedstrings.xml') ?? 'xl/sharedStrings.xml');
  const context = {
    strings: strings ? elements(strings, 'si').map(richText) : [],
    looks: numberLooks(documentOf(parts, byName('/styles.xml') ?? 'xl/styles.xml')),
    startsIn1904: elements(workbook, 'workbookPr').some((each) =>
      ['1', 'true'].includes(each.getAttribute('date1904') ?? ''),
    ),
  };
  return elements(workbook, 'sheet').flatMap((sheet) => {
    const id = [...sheet.attributes].find(({ localName, prefix }) => localName === 'id' && prefix !== null)?.value;
    const page = documentOf(parts, links.get(id ?? '') ?? '');
    // A sheet that is a chart has no cells.
    if (page?.documentElement.localName !== 'worksheet') return [];
    const isHidden = (sheet.getAttribute('state') ?? 'visible') !== 'visible';
    return [{ name: sheet.getAttribute('name') ?? '', isHidden, ...readSheet(page, context) }];
  });
}

function workbookPath(parts: Parts): string {
  const root = documentOf(parts, '_rels/.rels');
  const link =
    root && elements(root, 'Relationship').find((each) => /\/officeDocument$/.test(each.getAttribute('Type') ?? ''));
  const path = (link?.getAttribute('Target') ?? 'xl/workbook.xml').replace(/^\//, '');
  if (/\.bin$/i.test(path) || parts.has('xl/workbook.bin')) throw new WorkbookProblem('BINARY_EXCEL');
  return path;
}
