import { type ExportCell, type ExportContext, type ExportTable, headOf, wallClock } from './export-table.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * CSV (RFC 4180) that the spreadsheet of that language opens without an import dialogue: semicolons and decimal commas
 * in Indonesian, commas and points in English. Numbers have no thousands separators; dates are ISO, which every
 * language of a spreadsheet takes for a date; what is missing is an empty cell.
 */
export function toCsv(table: ExportTable, context: ExportContext): string {
  const separator = context.locale === 'id' ? ';' : ',';
  const lines = [
    table.columns.map((column) => quote(headOf(column, context))),
    ...table.rows.map((row) => row.map((cell) => cellText(cell, context))),
  ];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.join(separator)).join('\r\n')}\r\n`;
}

function cellText(cell: ExportCell, context: ExportContext): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'text':
      return quote(cell.text);
    case 'number': {
      const digits = { useGrouping: false, maximumFractionDigits: cell.decimals };
      const plain = cell.value.toLocaleString('en-US', digits).replace(/^-(?=[0.]*$)/, '');
      const number = context.locale === 'id' ? plain.replace('.', ',') : plain;
      return cell.percent ? `${number}%` : number;
    }
    case 'date':
      return cell.date;
    case 'month':
      return cell.month;
    case 'instant':
      return wallClock(cell.at, context);
  }
}

function quote(text: string): string {
  // A text that starts like a formula would be run by the spreadsheet that opens it.
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
