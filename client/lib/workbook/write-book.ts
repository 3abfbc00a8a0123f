import { strToU8, zipSync } from 'fflate';
import type { BookSheet } from './book.ts';
import { sheetMarkup } from './write-sheet.ts';
import { Styles } from './write-styles.ts';
import { escapeXml, tag, xmlHead } from './xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The bytes of an XLSX file. What the spreadsheet computes it computes anew when it opens the file. */
export function writeBook(sheets: readonly BookSheet[]): Uint8Array<ArrayBuffer> {
  const styles = new Styles();
  const pages = sheets.map((sheet) => sheetMarkup(sheet, styles));
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbookMarkup(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
      { type: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': styles.markup(),
    ...Object.fromEntries(pages.map((page, index) => [`xl/worksheets/sheet${index + 1}.xml`, page])),
  };
  const bytes = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(bytes), { level: 6 }));
}

function contentTypes(sheets: number): string {
  const override = (PartName: string, ContentType: string) => tag('Override', { PartName, ContentType });
  return (
    xmlHead +
    tag(
      'Types',
      { xmlns: `${packages}/content-types` },
      tag('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }) +
        tag('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
        override('/xl/workbook.xml', `${main}.sheet.main+xml`) +
        override('/xl/styles.xml', `${main}.styles+xml`) +
        Array.from({ length: sheets }, (_, index) =>
          override(`/xl/worksheets/sheet${index + 1}.xml`, `${main}.worksheet+xml`),
        ).join(''),
    )
  );
}

function relations(list: readonly { type: string; target: string }[]): string {
  const each = list.map(({ type, target }, index) =>
    tag('Relationship', { Id: `rId${index + 1}`, Type: `${office}/${type}`, Target: target }),
  );
  return xmlHead + tag('Relationships', { xmlns: `${packages}/relationships` }, each.join(''));
}

function workbookMarkup(sheets: readonly BookSheet[]): string {
  const list = sheets.map(({ name, visibility = 'visible' }, index) =>
    tag('sheet', {
      name,
      sheetId: index + 1,
      state: visibility === 'visible' ? undefined : visibility,
      'r:id': `rId${index + 1}`,
    }),
  );
  const titles = sheets.flatMap(({ name, print }, index) => {
    if (!print || print.titleRows === 0) return [];
    const rows = `'${name.replaceAll("'", "''")}'!$1:$${print.titleRows}`;
    return [tag('definedName', { name: '_xlnm.Print_Titles', localSheetId: index }, escapeXml(rows))];
  });
  return (
    xmlHead +
    tag(
      'workbook',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'xmlns:r': office },
      tag('bookViews', {}, tag('workbookView', { activeTab: 0 })) +
        tag('sheets', {}, list.join('')) +
        (titles.length > 0 ? tag('definedNames', {}, titles.join('')) : '') +
        tag('calcPr', { fullCalcOnLoad: 1 }),
    )
  );
}
