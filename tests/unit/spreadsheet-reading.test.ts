import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestFigure, toDecimalText } from '#shared/scale.ts';
import {
  type Answers,
  type CellColumn,
  type CellReading,
  type RawCell,
  type ReadBlock,
  readCells,
} from '#shared/spreadsheet/read-cells.ts';
import { blockCases, loneCells, tableColumns } from '#shared/spreadsheet/reading-table.ts';

const raw = (text: string): RawCell => ({ text });

/** A reading in the notation of the table. */
function notation(reading: CellReading | undefined, column: CellColumn, block: ReadBlock): string {
  switch (reading?.kind) {
    case 'unchanged':
      return '=';
    case 'not_reported':
      return 'missing';
    case 'not_applicable':
      return 'n/a';
    case 'number':
      return toDecimalText(reading.scaled, column.decimals) + (reading.isRounded ? '~' : '');
    case 'unreadable':
      return `!${reading.code}`;
    case 'question': {
      const asked = block.questions.find(({ id }) => id === reading.questionId);
      const choices = asked?.choices.filter(({ id }) => id !== 'leave_out') ?? [];
      return `? ${choices.map((choice) => notation(choice.reading, column, block)).join(' | ')}`;
    }
    default:
      return reading?.kind ?? 'nothing';
  }
}

function readColumn(texts: readonly (string | RawCell)[], column: CellColumn, answers: Answers = {}): ReadBlock {
  return readCells(
    texts.map((text) => [typeof text === 'string' ? raw(text) : text]),
    [column],
    answers,
  );
}

function readOne(text: string | RawCell, column: CellColumn, answers: Answers = {}): string {
  const block = readColumn([text], column, answers);
  return notation(block.cells[0]?.[0], column, block);
}

describe('the table of readings', () => {
  test.each(loneCells)('$text in a count is $count', ({ text, count }) => {
    expect(readOne(text, tableColumns.count)).toBe(count);
  });

  test.each(loneCells)('$text in a percentage is $rate', ({ text, rate }) => {
    expect(readOne(text, tableColumns.rate)).toBe(rate);
  });

  test.each(blockCases)('$title', ({ columns: names, rows }) => {
    const columns = names.map((name) => tableColumns[name]);
    const block = readCells(
      rows.map((row) => row.map(([text]) => raw(text))),
      columns,
    );
    const seen = block.cells.map((row) =>
      row.map((reading, index) => notation(reading, columns[index] ?? tableColumns.count, block)),
    );
    expect(seen).toEqual(rows.map((row) => row.map(([, expected]) => expected)));
  });
});

describe('questions', () => {
  test('one answer is for every cell that asks the same', () => {
    const texts = [
      ['1.612', '2.500'],
      ['3.001', '-'],
      ['-', 'nihil'],
    ].map((row) => row.map(raw));
    const columns = [tableColumns.rate, tableColumns.rate];
    const asked = readCells(texts, columns);
    expect(asked.questions.map(({ id, sample, places }) => [id, sample, places.length])).toEqual([
      ['sign:.', '1.612', 3],
      ['dash', '-', 2],
      ['nihil', 'nihil', 1],
    ]);
    const answers: Answers = { 'sign:.': 'grouping', dash: 'not_reported', nihil: 'zero' };
    const read = readCells(texts, columns, answers);
    expect(read.cells.map((row) => row.map((reading) => notation(reading, tableColumns.rate, read)))).toEqual([
      ['1612.00', '2500.00'],
      ['3001.00', 'missing'],
      ['missing', '0.00'],
    ]);
  });

  test('a column that contradicts itself has its own question', () => {
    const texts = [
      ['1,5', '12,5'],
      ['1.5', '7,5'],
      ['1.612', '1.612'],
    ].map((row) => row.map(raw));
    const block = readCells(texts, [tableColumns.rate, tableColumns.rate]);
    expect(block.questions.map(({ id, places }) => [id, places])).toEqual([['sign:.:0', [{ row: 2, column: 0 }]]]);
    expect(notation(block.cells[2]?.[1], tableColumns.rate, block)).toBe('1612.00');
  });

  test('an answer can raise the next question', () => {
    expect(readOne('1.612', tableColumns.rate, { 'sign:.': 'decimal' })).toBe('? 1.61~');
    expect(readOne('1.612', tableColumns.rate, { 'sign:.': 'decimal', 'rounding:0': 'round' })).toBe('1.61~');
  });

  test('one answer reads all dates of a column the same way, and leaves out what it does not fit', () => {
    const block = readColumn(['1 Mei', '12 Mei', '5,25'], tableColumns.rate, { 'date:0': 'month_first' });
    expect(block.cells.map(([reading]) => notation(reading, tableColumns.rate, block))).toEqual([
      '5.10',
      '5.12',
      '5.25',
    ]);
    const narrow = { ...tableColumns.rate, decimals: 1 };
    const other = readColumn(['1 Mei', '12 Mei'], narrow, { 'date:0': 'month_first' });
    expect(other.cells.map(([reading]) => notation(reading, narrow, other))).toEqual(['5.1', '!DATE']);
  });

  test('what is left out stays as it is', () => {
    expect(readColumn(['-'], tableColumns.count, { dash: 'leave_out' }).cells).toEqual([[{ kind: 'left_out' }]]);
  });

  test('what neighbours have settled is told', () => {
    const { settled } = readColumn(['12,5', '1.612', '2.500'], tableColumns.rate);
    expect(settled).toEqual([
      {
        topic: 'sign',
        column: 0,
        sample: '1.612',
        reading: { kind: 'number', scaled: 161200, isRounded: false },
        because: '12,5',
        becausePlace: { row: 0, column: 0 },
        count: 2,
      },
    ]);
  });
});

describe('numbers behind the text', () => {
  test('the value of the spreadsheet ends the doubt', () => {
    expect(readOne({ text: '1.612', value: 1612 }, tableColumns.rate)).toBe('1612.00');
    expect(readOne({ text: '1.612', value: 1.612 }, tableColumns.rate)).toBe('? 1.61~');
    expect(readOne({ text: '35,4%', value: 0.354 }, tableColumns.rate)).toBe('35.40');
    expect(readOne({ text: '####', value: -12.3 }, tableColumns.rate)).toBe('-12.30');
    expect(readOne({ text: '1,64E+04', value: 16377 }, tableColumns.count)).toBe('16377');
    expect(readOne({ text: '-', value: 0 }, tableColumns.count)).toBe('0');
    expect(readOne({ text: '12,3', value: 12.300000000000001 }, tableColumns.rate)).toBe('12.30');
  });

  test('a value that is shown rounded is read as it is shown', () => {
    expect(readOne({ text: '35,42', value: 35.4166667 }, tableColumns.rate)).toBe('35.42~');
    expect(readOne({ text: '35,4', value: 35.4166667 }, tableColumns.rate)).toBe('? 35.42~');
  });

  test('a date stays a question, whatever number is behind it', () => {
    expect(readOne({ text: '01-Mei', value: 45047 }, tableColumns.rate)).toBe('? 1.50 | 5.10 | 1.05 | 5.01');
  });

  test('a spreadsheet that names its signs is believed, for what fits them', () => {
    expect(readOne({ text: '1.612', dialect: 'comma' }, tableColumns.rate)).toBe('1612.00');
    expect(readOne({ text: '16,377', dialect: 'point' }, tableColumns.count)).toBe('16377');
    expect(readOne({ text: '1,5', dialect: 'point' }, tableColumns.rate)).toBe('1.50');
  });
});

// What people and spreadsheets write: either country, grouped or not, with one of the signs that group.
const groupSigns = { comma: ['.', ' ', '\u00A0', '\u2009', '\u202F', ''], point: [',', ' ', "'", ''] } as const;

type Written = {
  scaled: number;
  decimals: number;
  dialect: 'comma' | 'point';
  group: string;
  shown: number;
  wrap: string;
};

function write({ scaled, decimals, dialect, group, shown, wrap }: Written): string {
  const [whole = '0', fraction = ''] = toDecimalText(Math.abs(scaled), decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const digits = fraction.padEnd(shown, '0').slice(0, Math.max(shown, fraction.replace(/0+$/, '').length));
  const body = digits === '' ? grouped : grouped + (dialect === 'comma' ? ',' : '.') + digits;
  const signed = scaled < 0 ? `-${body}` : body;
  return wrap.replace('x', signed);
}

const figure = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }),
  fc.integer({ min: -10_000_000, max: 10_000_000 }),
  fc.integer({ min: -largestFigure, max: largestFigure }),
);

/** A way to write a column, and numbers to write so. */
const columnOf = (dialects: readonly ('comma' | 'point')[]) =>
  fc
    .record({
      decimals: fc.integer({ min: 0, max: 4 }),
      dialect: fc.constantFrom(...dialects),
      wrap: fc.constantFrom('x', ' x ', "'x", 'x %', 'x\u00A0'),
      figures: fc.array(figure, { minLength: 1, maxLength: 8 }),
      extra: fc.integer({ min: 0, max: 5 }),
      group: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ decimals, dialect, wrap, figures, extra, group }) => {
      const signs = groupSigns[dialect];
      const sign = signs[group % signs.length] ?? '';
      // A count is written without decimals, or with too many or too few zeros to look like a group.
      const shown = decimals === 0 && extra === 3 ? 0 : extra;
      const column: CellColumn = { decimals, allowsNegative: true, units: ['persen'] };
      const texts = figures.map((scaled) => write({ scaled, decimals, dialect, group: sign, shown, wrap }));
      return { column, figures, texts };
    });

/** Right, or asked about; never another number. */
function isRightOrAsked(reading: CellReading | undefined, scaled: number, block: ReadBlock): boolean {
  if (reading?.kind === 'number') return reading.scaled === scaled && !reading.isRounded;
  if (reading?.kind !== 'question') return false;
  const asked = block.questions.find(({ id }) => id === reading.questionId);
  return asked !== undefined && asked.choices.length > 1;
}

describe('whatever is written in either language is read back as the same number, or asked about', () => {
  test('a column', () => {
    fc.assert(
      fc.property(columnOf(['comma', 'point']), ({ column, figures, texts }) => {
        const block = readColumn(texts, column);
        figures.forEach((scaled, row) => {
          expect(isRightOrAsked(block.cells[row]?.[0], scaled, block), `${texts[row]} for ${scaled}`).toBe(true);
        });
      }),
      { numRuns: 3000 },
    );
  });

  test.each(['comma', 'point'] as const)('a block of columns with a decimal %s', (dialect) => {
    fc.assert(
      fc.property(fc.array(columnOf([dialect]), { minLength: 1, maxLength: 5 }), (columns) => {
        const height = Math.max(...columns.map(({ texts }) => texts.length));
        const rows = Array.from({ length: height }, (_, row) => columns.map(({ texts }) => raw(texts[row] ?? '')));
        const block = readCells(
          rows,
          columns.map(({ column }) => column),
        );
        columns.forEach(({ figures, texts }, column) => {
          figures.forEach((scaled, row) => {
            expect(isRightOrAsked(block.cells[row]?.[column], scaled, block), texts[row]).toBe(true);
          });
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('one of the answers is always the number that was written', () => {
    fc.assert(
      fc.property(columnOf(['comma', 'point']), ({ column, figures, texts }) => {
        texts.forEach((text, index) => {
          const block = readColumn([text], column);
          const reading = block.cells[0]?.[0];
          if (reading?.kind !== 'question') return;
          const numbers = block.questions[0]?.choices.flatMap((choice) =>
            choice.reading.kind === 'number' ? choice.reading.scaled : [],
          );
          expect(numbers, text).toContain(figures[index]);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('cells that have one reading are read in a column of both languages', () => {
    fc.assert(
      fc.property(columnOf(['comma']), columnOf(['point']), (one, two) => {
        const column: CellColumn = one.column;
        const clear = (texts: readonly string[]) => texts.filter((text) => !/^\D*\d{1,3}[.,]\d{3}\D*$/.test(text));
        const mixed = [...clear(one.texts), ...clear(two.texts)];
        const together = readColumn(mixed, column);
        mixed.forEach((text, row) => {
          const alone = readColumn([text], column);
          const reading = together.cells[row]?.[0];
          if (reading?.kind !== 'number') return;
          expect(alone.cells[0]?.[0]?.kind === 'question' ? reading : alone.cells[0]?.[0], text).toEqual(reading);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('the order of the rows does not matter, and reading twice says the same', () => {
    fc.assert(
      fc.property(columnOf(['comma', 'point']), ({ column, texts }) => {
        const block = readColumn(texts, column);
        expect(readColumn(texts, column)).toEqual(block);
        const backwards = readColumn(texts.toReversed(), column);
        expect(backwards.cells.toReversed()).toEqual(block.cells);
      }),
      { numRuns: 500 },
    );
  });

  test('what is read and written again in Indonesian is read the same', () => {
    fc.assert(
      fc.property(columnOf(['comma', 'point']), ({ column, texts }) => {
        for (const reading of readColumn(texts, column).cells.flat()) {
          if (reading.kind !== 'number') continue;
          const { scaled } = reading;
          const again = readColumn(
            [write({ scaled, decimals: column.decimals, dialect: 'comma', group: '.', shown: 0, wrap: 'x' })],
            column,
          );
          expect(isRightOrAsked(again.cells[0]?.[0], scaled, again)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no text whatever makes it fail', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-composite', maxLength: 12 }), { maxLength: 6 }),
        fc.integer({ min: 0, max: 4 }),
        (texts, decimals) => {
          const block = readColumn(texts, { ...tableColumns.rate, decimals });
          expect(block.cells).toHaveLength(texts.length);
        },
      ),
    );
  });
});

test('a block of 69 × 12 is read in a fraction of 200 ms', () => {
  const rows = Array.from({ length: 69 }, (_, row) =>
    Array.from({ length: 12 }, (_, column) =>
      raw(column % 3 === 0 ? `${row + 1}.${100 + column}` : `${row},${column}`),
    ),
  );
  const columns = Array.from({ length: 12 }, (_, column) =>
    column % 2 === 0 ? tableColumns.rate : tableColumns.count,
  );
  const start = performance.now();
  readCells(rows, columns);
  expect(performance.now() - start).toBeLessThan(100);
});
