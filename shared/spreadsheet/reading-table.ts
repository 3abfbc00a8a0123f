import type { CellColumn } from './read-cells.ts';

/*
 * The reader, as a table: what is written in a cell, and what it is read as. Every line is a test.
 *
 *   16377       a number, in the column's own decimals: 3540 hundredths are written 35.40
 *   =           unchanged: a blank cell leaves the figure as it is
 *   missing     not reported          n/a   not applicable
 *   ? a | b     a question, and what its answers would make of the cell; ~ is rounded, ! is refused
 *   !CODE       cannot be read: said, and left out
 */

/** A count of children, and a percentage with two decimals. */
export const tableColumns = {
  count: { decimals: 0, allowsNegative: false, units: ['anak', 'children'] },
  rate: { decimals: 2, allowsNegative: true, units: ['persen', 'percent'] },
  price: { decimals: 2, allowsNegative: false, units: ['rupiah/kg'] },
} as const satisfies Record<string, CellColumn>;

export type TableColumn = keyof typeof tableColumns;

export type LoneCell = { text: string; count: string; rate: string };

const cell = (text: string, count: string, rate: string): LoneCell => ({ text, count, rate });

/** A cell without neighbours. */
export const loneCells: readonly LoneCell[] = [
  // Digits alone.
  cell('0', '0', '0.00'),
  cell('12', '12', '12.00'),
  cell('007', '7', '7.00'),
  cell('16377', '16377', '16377.00'),
  cell('+1054', '1054', '1054.00'),
  cell('１２', '12', '12.00'),

  // One sign before three digits: in a count the dot groups; all else is asked.
  cell('16.377', '16377', '? 16377.00 | 16.38~'),
  cell('1.612', '1612', '? 1612.00 | 1.61~'),
  cell('16,377', '? 16377 | !TOO_MANY_DECIMALS', '? 16377.00 | 16.38~'),
  cell('1,000', '? 1000 | 1', '? 1000.00 | 1.00'),
  cell('1.500', '1500', '? 1500.00 | 1.50'),

  // Shapes with one reading.
  cell('1,5', '!TOO_MANY_DECIMALS', '1.50'),
  cell('1.5', '!TOO_MANY_DECIMALS', '1.50'),
  cell('12,0', '12', '12.00'),
  cell('35,4', '!TOO_MANY_DECIMALS', '35.40'),
  cell(',5', '!TOO_MANY_DECIMALS', '0.50'),
  cell('0.612', '!TOO_MANY_DECIMALS', '? 0.61~'),
  cell('0,000', '0', '0.00'),
  cell('35,41667', '!TOO_MANY_DECIMALS', '? 35.42~'),
  cell('1234,567', '!TOO_MANY_DECIMALS', '? 1234.57~'),
  cell('1.234.567', '1234567', '1234567.00'),
  cell('1,234,567', '1234567', '1234567.00'),
  cell('12.345.678,9', '!TOO_MANY_DECIMALS', '12345678.90'),
  cell('12,345,678.9', '!TOO_MANY_DECIMALS', '12345678.90'),
  cell('16.377,00', '16377', '16377.00'),
  cell('16,377.00', '16377', '16377.00'),

  // Spaces of every kind, and apostrophes.
  cell('16 377', '16377', '16377.00'),
  cell('16\u00A0377', '16377', '16377.00'),
  cell('16\u2009377,5', '!TOO_MANY_DECIMALS', '16377.50'),
  cell('16\u202F377.5', '!TOO_MANY_DECIMALS', '16377.50'),
  cell("16'377", '16377', '16377.00'),
  cell('16’377', '16377', '16377.00'),
  cell('  9.085 \u00A0', '9085', '? 9085.00 | 9.09~'),
  cell('\uFEFF12\u200B', '12', '12.00'),
  cell("'16377", '16377', '16377.00'),
  cell("'12,5", '!TOO_MANY_DECIMALS', '12.50'),

  // Signs and brackets.
  cell('-5', '!NEGATIVE_NOT_ALLOWED', '-5.00'),
  cell('\u22120,28', '!TOO_MANY_DECIMALS', '-0.28'),
  cell('(12)', '!NEGATIVE_NOT_ALLOWED', '-12.00'),
  cell('(0,5)', '!NEGATIVE_NOT_ALLOWED', '-0.50'),
  cell('( 1.234.567 )', '!NEGATIVE_NOT_ALLOWED', '-1234567.00'),
  cell('12-', '!NEGATIVE_NOT_ALLOWED', '-12.00'),
  cell('-0', '0', '0.00'),
  cell('(-5)', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('--5', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),

  // Units: the column's own, and no other.
  cell('35,4 %', '!WRONG_UNIT', '35.40'),
  cell('35.4%', '!WRONG_UNIT', '35.40'),
  cell('-0,28 %', '!WRONG_UNIT', '-0.28'),
  cell('12,5 persen', '!WRONG_UNIT', '12.50'),
  cell('344 anak', '344', '!WRONG_UNIT'),
  cell('1.054 orang', '1054', '!WRONG_UNIT'),
  cell('12 desa', '!WRONG_UNIT', '!WRONG_UNIT'),
  cell('Rp 1.500,-', '!WRONG_UNIT', '!WRONG_UNIT'),
  cell('12 ribu', '12000', '12000.00'),
  cell('1,2 juta anak', '1200000', '!WRONG_UNIT'),
  cell('12*', '12', '12.00'),
  cell('12,5**)', '!TOO_MANY_DECIMALS', '12.50'),

  // Words.
  cell('', '=', '='),
  cell(' \u00A0 ', '=', '='),
  cell('n/a', 'n/a', 'n/a'),
  cell('N.A.', 'n/a', 'n/a'),
  cell('tb', 'n/a', 'n/a'),
  cell('t.b.', 'n/a', 'n/a'),
  cell('Tidak berlaku', 'n/a', 'n/a'),
  cell('belum ada data', 'missing', 'missing'),
  cell('…', 'missing', 'missing'),
  cell('...', 'missing', 'missing'),
  cell('-', '? 0 | missing', '? 0.00 | missing'),
  cell('–', '? 0 | missing', '? 0.00 | missing'),
  cell(' -   ', '? 0 | missing', '? 0.00 | missing'),
  cell('Rp -', '? 0 | missing', '? 0.00 | missing'),
  cell('nihil', '? 0 | missing', '? 0.00 | missing'),
  cell('NIHIL', '? 0 | missing', '? 0.00 | missing'),
  cell('tidak ada', '? 0 | missing', '? 0.00 | missing'),
  cell('nol', '0', '0.00'),

  // Dates that Excel made of numbers.
  cell('1 Mei', '!DATE', '? 1.50 | 5.10 | 1.05 | 5.01'),
  cell('01-Mei', '!DATE', '? 1.50 | 5.10 | 1.05 | 5.01'),
  cell('1-May', '!DATE', '? 1.50 | 5.10 | 1.05 | 5.01'),
  cell('01/05/2023', '!DATE', '? 1.50 | 5.10 | 1.05 | 5.01'),
  cell('2023-05-01', '!DATE', '? 1.50 | 5.10 | 1.05 | 5.01'),
  cell('01/05/2023 0:00', '!DATE', '? 1.50 | 5.10 | 1.05 | 5.01'),
  cell('Mei-12', '!DATE', '? 12.50 | 5.12 | 12.05'),
  cell('Mei-32', '!DATE', '? 32.50 | 5.32 | 32.05'),
  cell('Mei-2032', '!DATE', '? 32.50 | 5.32 | 32.05'),
  cell('12 Desember 2023', '!DATE', '? 12.12'),
  cell('45047', '45047', '? 45047.00 | 1.50 | 5.10 | 1.05 | 5.01'),

  // What a spreadsheet shows instead of a number.
  cell('#DIV/0!', '!FORMULA', '!FORMULA'),
  cell('#N/A', '!FORMULA', '!FORMULA'),
  cell('=SUM(A1:A3)', '!FORMULA', '!FORMULA'),
  cell('#####', '!TOO_NARROW', '!TOO_NARROW'),
  cell('1,64E+04', '!DIGITS_HIDDEN', '!DIGITS_HIDDEN'),
  cell('1e3', '!DIGITS_HIDDEN', '!DIGITS_HIDDEN'),

  // Never a number.
  cell('12¹', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('½', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('12 5', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('1.2.3', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('12.34.567', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('1,23,456', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('012,5', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('12,', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('12-15', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('±12', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('kurang lebih 12', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('Mei', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('%', '!NOT_A_NUMBER', '!NOT_A_NUMBER'),
  cell('999999999999', '!TOO_LARGE', '!TOO_LARGE'),
];

export type BlockCase = { title: string; columns: readonly TableColumn[]; rows: readonly [string, string][][] };

/** Cells among neighbours: `[what is written, what it is read as]`, row by row. */
export const blockCases: readonly BlockCase[] = [
  {
    title: 'a decimal comma in the column makes its dots group',
    columns: ['rate'],
    rows: [[['12,5', '12.50']], [['1.612', '1612.00']]],
  },
  {
    title: 'a decimal point in the column makes its commas group',
    columns: ['rate'],
    rows: [[['12.5', '12.50']], [['1,612', '1612.00']], [['1.5', '1.50']]],
  },
  {
    title: 'a dot that comes twice groups, so that a comma is the decimal sign',
    columns: ['price'],
    rows: [[['1.250.000', '1250000.00']], [['16,250', '16.25']], [['14.500', '14500.00']]],
  },
  {
    title: 'a decimal comma in another column settles it too',
    columns: ['rate', 'price'],
    rows: [
      [
        ['12,5', '12.50'],
        ['14.500', '14500.00'],
      ],
    ],
  },
  {
    title: 'a comma in a count groups where the block writes decimal points',
    columns: ['count', 'rate'],
    rows: [
      [
        ['16,377', '16377'],
        ['35.4', '35.40'],
      ],
    ],
  },
  {
    title: 'a comma in a count is asked where the block writes decimal commas',
    columns: ['count', 'rate'],
    rows: [
      [
        ['16,377', '? 16377 | !TOO_MANY_DECIMALS'],
        ['35,4', '35.40'],
      ],
    ],
  },
  {
    title: 'a dot in a count is asked where the block writes decimal points',
    columns: ['count', 'rate'],
    rows: [
      [
        ['16.377', '? 16377 | !TOO_MANY_DECIMALS'],
        ['35.4', '35.40'],
      ],
    ],
  },
  {
    title: 'a count says nothing about its neighbours: its dots group because it has no decimals',
    columns: ['count', 'rate'],
    rows: [
      [
        ['16.377', '16377'],
        ['1.612', '? 1612.00 | 1.61~'],
      ],
    ],
  },
  {
    title: 'three decimals with a leading zero are seen in a count as well',
    columns: ['count'],
    rows: [[['0.000', '0']], [['16.000', '16']]],
  },
  {
    title: 'a count that its neighbours would leave with decimals is asked',
    columns: ['count'],
    rows: [[['1,5', '!TOO_MANY_DECIMALS']], [['16,377', '? 16377 | !TOO_MANY_DECIMALS']], [['16,000', '16']]],
  },
  {
    title: 'a column that contradicts itself is asked, and its clear cells are read',
    columns: ['rate'],
    rows: [[['12,5', '12.50']], [['1.5', '1.50']], [['1.612', '? 1612.00 | 1.61~']]],
  },
  {
    title: 'columns that contradict each other settle nothing for a third',
    columns: ['rate', 'rate', 'rate'],
    rows: [
      [
        ['12,5', '12.50'],
        ['1.5', '1.50'],
        ['1.612', '? 1612.00 | 1.61~'],
      ],
    ],
  },
  {
    title: 'a column that writes 0 means "not reported" by its dash',
    columns: ['count'],
    rows: [[['0', '0']], [['-', 'missing']], [['nihil', '? 0 | missing']]],
  },
  {
    title: 'a column that says what is not reported means 0 by "nihil"',
    columns: ['count'],
    rows: [[['belum ada data', 'missing']], [['nihil', '0']], [['-', '? 0 | missing']]],
  },
  {
    title: 'a zero in another column settles no dash',
    columns: ['count', 'count'],
    rows: [
      [
        ['0', '0'],
        ['-', '? 0 | missing'],
      ],
    ],
  },
  {
    title: 'a number that could be a date is a number among its like',
    columns: ['price'],
    rows: [[['45047', '45047.00']], [['16.250,00', '16250.00']]],
  },
  {
    title: 'a number that could be a date is asked among small ones',
    columns: ['rate'],
    rows: [[['45047', '? 45047.00 | 1.50 | 5.10 | 1.05 | 5.01']], [['2,5', '2.50']]],
  },
  {
    title: 'rupiah belongs in a column of prices',
    columns: ['price'],
    rows: [[['Rp 16.250,00', '16250.00']], [['Rp1.500,-', '1500.00']], [['14.500/kg', '14500.00']]],
  },
];
