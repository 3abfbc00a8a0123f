import { addressOf, type BookRow, type BookSheet, type BookValue, rangeOf, type Validation } from './book.ts';
import type { Styles } from './write-styles.ts';
import { escapeXml, sheetText, tag, xmlHead } from './xml.ts';

/** One sheet of a workbook. The order of the parts is fixed by the format. */
export function sheetMarkup(sheet: BookSheet, styles: Styles): string {
  const { rows, widths, merges = [], validations = [], isProtected, print } = sheet;
  const properties =
    (sheet.tabColor === undefined ? '' : tag('tabColor', { rgb: `FF${sheet.tabColor}` })) +
    (print ? tag('pageSetUpPr', { fitToPage: 1 }) : '');
  const cols = widths.map((width, index) => tag('col', { min: index + 1, max: index + 1, width, customWidth: 1 }));
  const parts = [
    properties === '' ? '' : tag('sheetPr', {}, properties),
    tag('sheetViews', {}, viewMarkup(sheet)),
    tag('sheetFormatPr', { defaultRowHeight: 15 }),
    cols.length > 0 ? tag('cols', {}, cols.join('')) : '',
    // An empty one would be closed at once, which Excel takes, too.
    tag('sheetData', {}, rows.map((row, index) => rowMarkup(row, index, styles)).join('')),
    // Widths and heights may be changed: long notes and names want room.
    isProtected ? tag('sheetProtection', { sheet: 1, objects: 1, scenarios: 1, formatColumns: 0, formatRows: 0 }) : '',
    merges.length > 0
      ? tag(
          'mergeCells',
          { count: merges.length },
          merges.map((each) => tag('mergeCell', { ref: rangeOf(each) })).join(''),
        )
      : '',
    validations.length > 0
      ? tag('dataValidations', { count: validations.length }, validations.map(validationMarkup).join(''))
      : '',
    tag('pageMargins', { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 }),
    print ? tag('pageSetup', { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 }) : '',
  ];
  return (
    xmlHead + tag('worksheet', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' }, parts.join(''))
  );
}

function viewMarkup({ frozen }: BookSheet): string {
  if (!frozen) return tag('sheetView', { showGridLines: 0, workbookViewId: 0 });
  const { rows, columns } = frozen;
  const pane = tag('pane', {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: addressOf(rows, columns),
    activePane: 'bottomRight',
    state: 'frozen',
  });
  const first = addressOf(rows, columns);
  const selection = tag('selection', { pane: 'bottomRight', activeCell: first, sqref: first });
  return tag('sheetView', { showGridLines: 0, workbookViewId: 0 }, pane + selection);
}

function rowMarkup({ cells, height, isHidden }: BookRow, index: number, styles: Styles): string {
  const markup = cells.map((cell, column) => {
    if (!cell) return '';
    const place = { r: addressOf(index, column), s: styles.place(cell.look) };
    return cell.value === null ? tag('c', place) : valueMarkup(cell.value, place);
  });
  return tag(
    'row',
    {
      r: index + 1,
      ht: height,
      customHeight: height === undefined ? undefined : 1,
      hidden: isHidden ? 1 : undefined,
    },
    markup.join(''),
  );
}

function valueMarkup(value: BookValue, place: { r: string; s: number }): string {
  switch (value.kind) {
    case 'number':
      return tag('c', place, tag('v', {}, String(value.value)));
    case 'text': {
      const text = `<t xml:space="preserve">${escapeXml(sheetText(value.text))}</t>`;
      return tag('c', { ...place, t: 'inlineStr' }, tag('is', {}, text));
    }
    case 'formula': {
      const formula = tag('f', {}, escapeXml(value.formula));
      return value.value === null
        ? tag('c', { ...place, t: 'str' }, `${formula}<v></v>`)
        : tag('c', place, formula + tag('v', {}, String(value.value)));
    }
  }
}

/** What Excel shows of these words; a file with longer ones is called damaged. */
const limits = { title: 32, text: 255 };

function validationMarkup({ ranges, formula, error, prompt }: Validation): string {
  return tag(
    'dataValidation',
    {
      type: formula === null ? undefined : 'custom',
      allowBlank: 1,
      showInputMessage: prompt ? 1 : undefined,
      showErrorMessage: error ? 1 : undefined,
      errorTitle: error && short(error.title, limits.title),
      error: error && short(error.text, limits.text),
      promptTitle: prompt && short(prompt.title, limits.title),
      prompt: prompt && short(prompt.text, limits.text),
      sqref: ranges.map(rangeOf).join(' '),
    },
    formula === null ? '' : tag('formula1', {}, escapeXml(formula)),
  );
}

function short(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
