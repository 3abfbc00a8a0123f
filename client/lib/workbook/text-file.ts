export { decodeText, readDelimitedText, separatorOf } from '#shared/spreadsheet/text-file.ts';
