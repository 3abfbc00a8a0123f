// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readClipboard } from '#client/features/entry/paste-clipboard.ts';
import type { CellColumn } from '#shared/spreadsheet/read-cells.ts';
import { readCells } from '#shared/spreadsheet/read-cells.ts';

// verval-polman.xlsx, opened in LibreOffice 7.4 with Indonesian signs; A1:G18 copied, and both forms of the clipboard kept.
const file = (type: string) =>
  readFileSync(join(import.meta.dirname, '../support/files', `verval-polman.${type}`), 'utf8');

const count: CellColumn = { decimals: 0, allowsNegative: false, units: ['anak', 'children'] };
const figuresOf = (html: string) => {
  const sheet = readClipboard({ html, text: file('txt') });
  const rows = sheet.cells.slice(1, 17).map((row) => row.slice(1));
  return readCells(
    rows,
    Array.from({ length: 6 }, () => count),
  );
};

describe('what was copied in LibreOffice', () => {
  it('is read as figures, in the form with the values and in plain text alike, but for one that is asked about', () => {
    for (const html of [file('html'), '']) {
      const { cells, questions } = figuresOf(html);
      expect(cells[0]?.[0]).toMatchObject({ kind: 'number', scaled: 9000 });
      expect(cells[1]?.[5]).toMatchObject({ kind: 'number', scaled: 7330 });
      expect(cells[2]?.[4]).toMatchObject({ kind: 'not_applicable' });
      expect(cells[3]?.slice(0, 4)).toMatchObject([16377, 15000, 9085, 4054].map((scaled) => ({ scaled })));
      expect(cells[9]?.[0]).toMatchObject({ kind: 'number', scaled: 9333 });
      expect(questions).toHaveLength(1);
      expect(questions[0]?.places).toEqual([{ row: 6, column: 4 }]);
      expect(cells.flat().filter(({ kind }) => kind === 'number')).toHaveLength(16 * 6 - 2);
    }
  });
});
