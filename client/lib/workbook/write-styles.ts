import type { Look } from './book.ts';
import { tag, xmlHead } from './xml.ts';

/** A list of distinct pieces of markup, each known by its place. */
class Pool {
  readonly items: string[];
  readonly #places = new Map<string, number>();

  constructor(...first: string[]) {
    this.items = [];
    for (const each of first) this.place(each);
  }

  place(item: string): number {
    const known = this.#places.get(item);
    if (known !== undefined) return known;
    this.items.push(item);
    this.#places.set(item, this.items.length - 1);
    return this.items.length - 1;
  }

  markup(name: string): string {
    return tag(name, { count: this.items.length }, this.items.join(''));
  }
}

/** Formats of one's own are numbered from here; those below belong to Excel. */
const firstFormat = 164;
const sides = ['left', 'right', 'top', 'bottom'] as const;

/** Collects the looks of a workbook into its sheet of styles. */
export class Styles {
  readonly #formats = new Pool();
  readonly #fonts = new Pool(fontOf({}));
  // The first two are fixed by the format.
  readonly #fills = new Pool(
    ...['none', 'gray125'].map((patternType) => tag('fill', {}, tag('patternFill', { patternType }))),
  );
  readonly #borders = new Pool(borderOf({}));
  readonly #cells = new Pool(tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }));

  /** The number by which a cell names its look. */
  place(look: Look): number {
    const { fill, format, align, vertical, wrap, isOpen } = look;
    const numFmtId = format === undefined ? 0 : format === '@' ? 49 : firstFormat + this.#formats.place(format);
    const fillId =
      fill === undefined
        ? 0
        : this.#fills.place(
            tag('fill', {}, tag('patternFill', { patternType: 'solid' }, tag('fgColor', { rgb: `FF${fill}` }))),
          );
    const alignment = tag('alignment', {
      horizontal: align,
      vertical: vertical ?? 'center',
      wrapText: wrap ? 1 : undefined,
    });
    const attributes = {
      numFmtId,
      fontId: this.#fonts.place(fontOf(look)),
      fillId,
      borderId: this.#borders.place(borderOf(look)),
      xfId: 0,
      applyNumberFormat: 1,
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: 1,
      applyProtection: 1,
    };
    return this.#cells.place(tag('xf', attributes, alignment + tag('protection', { locked: isOpen ? 0 : 1 })));
  }

  markup(): string {
    const formats = this.#formats.items.map((formatCode, index) =>
      tag('numFmt', { numFmtId: firstFormat + index, formatCode }),
    );
    const plain = tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });
    const normal = tag('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 });
    return (
      xmlHead +
      tag(
        'styleSheet',
        { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
        (formats.length > 0 ? tag('numFmts', { count: formats.length }, formats.join('')) : '') +
          this.#fonts.markup('fonts') +
          this.#fills.markup('fills') +
          this.#borders.markup('borders') +
          tag('cellStyleXfs', { count: 1 }, plain) +
          this.#cells.markup('cellXfs') +
          tag('cellStyles', { count: 1 }, normal),
      )
    );
  }
}

function fontOf({ bold, italic, color = '1A2233', size = 10 }: Look): string {
  return tag(
    'font',
    {},
    (bold ? '<b/>' : '') +
      (italic ? '<i/>' : '') +
      tag('sz', { val: size }) +
      tag('color', { rgb: `FF${color}` }) +
      tag('name', { val: 'Arial' }) +
      tag('family', { val: 2 }),
  );
}

function borderOf({ border }: Look): string {
  const line = border ? tag('color', { rgb: 'FFD5DCE6' }) : '';
  const all = sides.map((side) => tag(side, { style: border ? 'thin' : undefined }, line)).join('');
  return tag('border', {}, `${all}<diagonal/>`);
}
