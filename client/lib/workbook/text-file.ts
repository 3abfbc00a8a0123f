export { decodeText, readDelimitedText } from '#shared/spreadsheet/text-file.ts';
