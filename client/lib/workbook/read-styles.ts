import { childrenOf, elements } from './read-parts.ts';

/** What a number format makes of a number. */
export type NumberLook = 'number' | 'percent' | 'date';

/** By the number that a cell gives as its style. */
export function numberLooks(styles: Document | undefined): NumberLook[] {
  if (!styles) return [];
  const own = new Map(
    elements(styles, 'numFmt').map((each) => [each.getAttribute('numFmtId'), each.getAttribute('formatCode') ?? '']),
  );
  const [cells] = elements(styles, 'cellXfs');
  if (!cells) return [];
  return childrenOf(cells, 'xf').map((each) => {
    const id = each.getAttribute('numFmtId') ?? '0';
    const code = own.get(id);
    return code === undefined ? builtIn(Number(id)) : lookOf(code);
  });
}

/** Formats that Excel knows by number alone; 27 to 36 and 50 to 58 are dates of East Asian editions. */
function builtIn(id: number): NumberLook {
  if (id === 9 || id === 10) return 'percent';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
}

/** Of `[$-421]d mmm yyyy;@` the letters that are not quoted, escaped or in brackets. */
export function lookOf(code: string): NumberLook {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .split(';')[0];
  if (/[dmyhs]/i.test(bare ?? '')) return 'date';
  return bare?.includes('%') ? 'percent' : 'number';
}
