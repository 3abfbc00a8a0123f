import { normalizeAreaName } from '#shared/area-name.ts';
import { largestFigure } from '#shared/scale.ts';
import {
  type Amount,
  type CellForm,
  cellFormOf,
  type Dialect,
  dialects,
  type Unit,
  type UnreadableCode,
} from './cell-form.ts';
import { type DateParts, datePartsOfSerial } from './excel-date.ts';
import { amountOfValue, evidenceOf, restrict, toFigure } from './reading.ts';
import { type Evidence, settleSign } from './settle-sign.ts';

/** A cell as it comes from a spreadsheet. */
export type RawCell = {
  /** As it is shown. */
  text: string;
  /** The number behind what is shown, where the spreadsheet gives it: it ends every doubt about signs. */
  value?: number | undefined;
  /** The decimal sign of the spreadsheet that wrote this cell, where it says so of a real number. */
  dialect?: Dialect | undefined;
  /** The text was made from the value: it does not show how the sheet writes numbers. */
  isMade?: boolean | undefined;
};

/** What a column's figures have to be. */
export type CellColumn = {
  decimals: number;
  allowsNegative: boolean;
  /** The words for its unit, in any language: `persen`, `percent`. */
  units: readonly string[];
};

export type CellReading =
  /** Blank: the figure stays as it is. */
  | { kind: 'unchanged' }
  /** Scaled. `isRounded`: with the person's consent. */
  | { kind: 'number'; scaled: number; isRounded: boolean }
  | { kind: 'not_reported' }
  | { kind: 'not_applicable' }
  | { kind: 'question'; questionId: string }
  /** The person chose to leave it out. */
  | { kind: 'left_out' }
  | { kind: 'unreadable'; code: UnreadableCode };

export type CellPlace = { row: number; column: number };

/**
 * What has to be asked, once for all the cells it concerns:
 * `sign` – whether a dot or a comma groups or is the decimal sign; `nihil`, `dash` – zero or nothing known;
 * `date`, `serial` – which number Excel made a date of; `rounding` – more decimals than the column holds.
 */
export type QuestionTopic = 'sign' | 'nihil' | 'dash' | 'date' | 'serial' | 'rounding';
export type ChoiceId =
  | 'grouping'
  | 'decimal'
  | 'zero'
  | 'not_reported'
  | 'number'
  | 'day_first'
  | 'month_first'
  | 'day_first_padded'
  | 'month_first_padded'
  | 'round'
  | 'leave_out';
export type Choice = { id: ChoiceId /** What the sample would be read as. */; reading: CellReading };
export type CellQuestion = {
  id: string;
  topic: QuestionTopic;
  /** The sign that is asked about; null for other topics. */
  sign: '.' | ',' | null;
  /** The first of its cells, as it is written. */
  sample: string;
  places: CellPlace[];
  choices: Choice[];
};

/** A doubt that other cells of the block have settled, to be told and not hidden. */
export type Settlement = {
  topic: 'sign' | 'nihil' | 'dash';
  column: number;
  sample: string;
  reading: CellReading;
  /** The cell that settled it. */
  because: string;
  becausePlace: CellPlace;
  count: number;
};

export type ReadBlock = { cells: CellReading[][]; questions: CellQuestion[]; settled: Settlement[] };
export type Answers = Readonly<Record<string, ChoiceId>>;

type Cell = { place: CellPlace; text: string; raw: RawCell; form: CellForm; column: CellColumn };

/**
 * Reads a block of cells, each column as its indicator wants it. What can be two things is settled by other cells of the
 * same column, else of the block; what nothing settles is a question, never a guess. Pass the cells that are to be
 * imported and no others: a row of totals or a column of codes would speak for its neighbours.
 *
 * @param columns what each column holds; null where it is not imported, and its cells are unchanged
 * @param answers choices made so far, by question; further questions can follow from them
 */
export function readCells(
  rows: readonly (readonly RawCell[])[],
  columns: readonly (CellColumn | null)[],
  answers: Answers = {},
): ReadBlock {
  const forms = new Map<string, CellForm>();
  const formOf = (text: string) => {
    const known = forms.get(text) ?? cellFormOf(text);
    forms.set(text, known);
    return known;
  };
  const cells = rows.flatMap((row, rowIndex) =>
    columns.flatMap((column, columnIndex): Cell[] => {
      const raw = row[columnIndex];
      if (!column || !raw) return [];
      const place = { row: rowIndex, column: columnIndex };
      return [{ place, text: raw.text.trim(), raw, form: restrict(formOf(raw.text), raw.dialect), column }];
    }),
  );
  const reader = new BlockReader(cells, columns.length, answers);
  const readings = rows.map(() => columns.map((): CellReading => ({ kind: 'unchanged' })));
  for (const cell of cells) {
    const row = readings[cell.place.row];
    if (row) row[cell.place.column] = reader.read(cell);
  }
  return { cells: readings, questions: [...reader.questions.values()], settled: [...reader.settled.values()] };
}

class BlockReader {
  readonly questions = new Map<string, CellQuestion>();
  readonly settled = new Map<string, Settlement>();
  readonly #answers: Answers;
  readonly #evidence: Evidence[][];
  readonly #zeros = new Map<number, Cell>();
  readonly #missing = new Map<number, Cell>();
  readonly #large = new Set<number>();

  constructor(cells: readonly Cell[], width: number, answers: Answers) {
    this.#answers = answers;
    this.#evidence = Array.from({ length: width }, () => []);
    for (const cell of cells) {
      const { form, place, text, raw } = cell;
      const { column } = place;
      const dialect = raw.isMade ? undefined : evidenceOf(form);
      if (dialect) this.#evidence[column]?.push({ dialect, text, place });
      if (isZero(cell) && !this.#zeros.has(column)) this.#zeros.set(column, cell);
      if (form.kind === 'not_reported' && !this.#missing.has(column)) this.#missing.set(column, cell);
      if (form.kind === 'amount' && serialOf(cell) === undefined && reachesThousands(form)) this.#large.add(column);
    }
  }

  read(cell: Cell): CellReading {
    const { form } = cell;
    switch (form.kind) {
      case 'blank':
        return { kind: 'unchanged' };
      case 'not_applicable':
      case 'not_reported':
        return { kind: form.kind };
      case 'unreadable':
        return cell.raw.value === undefined || form.code === 'FORMULA' || form.code === 'NOT_A_NUMBER'
          ? form
          : this.#figure(cell, amountOfValue(cell.raw.value), cell.raw.value < 0);
      case 'nil':
        return cell.raw.value === 0 ? numberReading(0) : this.#nil(cell, form.word);
      case 'date':
        return this.#date(cell, 'date', form.parts);
      case 'amount':
        return this.#amount(cell, form);
    }
  }

  /** "Nihil" or "-": zero, unless the column has another word for zero; not reported, unless it has another for that. */
  #nil(cell: Cell, word: 'nihil' | 'dash'): CellReading {
    const { column } = cell.place;
    const zero = this.#zeros.get(column);
    if (word === 'dash' && zero) return this.#settle(cell, word, { kind: 'not_reported' }, zero);
    const missing = this.#missing.get(column);
    if (word === 'nihil' && missing && !zero) return this.#settle(cell, word, numberReading(0), missing);
    return this.#ask(cell, word, word, {
      zero: () => numberReading(0),
      not_reported: () => ({ kind: 'not_reported' }),
    });
  }

  #date(cell: Cell, topic: 'date' | 'serial', { day, month }: DateParts): CellReading {
    const options = new Map<ChoiceId, CellReading>();
    const seen = new Set<number>();
    const offer = (id: ChoiceId, whole: number, fraction: string) => {
      const reading = exact({ whole: String(whole), fraction }, false, cell.column);
      if (reading.kind !== 'number' || seen.has(reading.scaled)) return;
      seen.add(reading.scaled);
      options.set(id, reading);
    };
    if (cell.column.decimals > 0) {
      offer('day_first', day, String(month));
      offer('month_first', month, String(day));
      offer('day_first_padded', day, String(month).padStart(2, '0'));
      offer('month_first_padded', month, String(day).padStart(2, '0'));
    }
    if (topic === 'date' && options.size === 0) return { kind: 'unreadable', code: 'DATE' };
    const choices = Object.fromEntries([...options].map(([id, reading]) => [id, () => reading]));
    const number = () => this.#figure(cell, { whole: cell.text, fraction: '' });
    const all = topic === 'serial' ? { number, ...choices } : choices;
    return this.#ask(cell, topic, `${topic}:${cell.place.column}`, all, () => ({ kind: 'unreadable', code: 'DATE' }));
  }

  #amount(cell: Cell, form: Extract<CellForm, { kind: 'amount' }>): CellReading {
    const { column, place, raw, text } = cell;
    if (form.units.some((unit) => !fits(unit, column))) return { kind: 'unreadable', code: 'WRONG_UNIT' };
    if (raw.value !== undefined) {
      const isPercent = form.units.some(({ kind }) => kind === 'percent');
      return this.#figure(cell, amountOfValue(isPercent ? raw.value * 100 : raw.value), raw.value < 0);
    }
    const serial = serialOf(cell);
    if (serial && !this.#large.has(place.column)) return this.#date(cell, 'serial', serial);

    const { comma, point } = form.readings;
    if (!comma || !point || same(comma, point)) {
      const amount = comma ?? point;
      return amount ? this.#figure(cell, amount, form.isNegative) : { kind: 'unreadable', code: 'NOT_A_NUMBER' };
    }
    const sign = text.includes(',') ? ',' : '.';
    const own = this.#evidence[place.column] ?? [];
    const others = this.#evidence.flatMap((each, index) => (index === place.column ? [] : each));
    const verdict = settleSign({ sign, isCount: column.decimals === 0, own, others });
    if (verdict.kind === 'settled') {
      const reading = this.#figure(cell, form.readings[verdict.dialect] ?? comma, form.isNegative);
      // Half a child is no reading: then the sign may be the other one after all.
      const isAbsurd = reading.kind === 'unreadable' && reading.code === 'TOO_MANY_DECIMALS';
      if (!isAbsurd) {
        return verdict.because && reading.kind !== 'question'
          ? this.#tell(cell, 'sign', reading, verdict.because.text, verdict.because.place)
          : reading;
      }
    }
    const grouped = sign === '.' ? comma : point;
    const decimal = sign === '.' ? point : comma;
    const scope = verdict.kind === 'ask_column' ? `:${place.column}` : '';
    return this.#ask(cell, 'sign', `sign:${sign}${scope}`, {
      grouping: (isPreview) => this.#figure(cell, grouped, form.isNegative, isPreview),
      decimal: (isPreview) => this.#figure(cell, decimal, form.isNegative, isPreview),
    });
  }

  /** A figure whose digits are known; more decimals than the column holds are asked about, and refused for a count. */
  #figure(cell: Cell, amount: Amount, isNegative = false, isPreview = false): CellReading {
    const reading = exact(amount, isNegative, cell.column);
    if (reading.kind !== 'unreadable' || reading.code !== 'TOO_MANY_DECIMALS') return reading;
    const rounded = roundedReading(amount, isNegative, cell.column);
    if (rounded.kind !== 'number') return rounded;
    // What is seen in the sheet is the rounded number already.
    if (cell.raw.value !== undefined && this.#shows(cell, rounded.scaled)) return rounded;
    if (cell.column.decimals === 0) return reading;
    if (isPreview) return rounded;
    return this.#ask(cell, 'rounding', `rounding:${cell.place.column}`, { round: () => rounded });
  }

  #shows({ form, column }: Cell, scaled: number): boolean {
    if (form.kind !== 'amount') return false;
    return dialects.some((dialect) => {
      const amount = form.readings[dialect];
      const reading = amount && exact(amount, form.isNegative, column);
      return reading?.kind === 'number' && reading.scaled === scaled;
    });
  }

  /**
   * Answers the cell as the question was answered, or asks. `fallback` reads a cell that the chosen way does not fit.
   */
  #ask(
    cell: Cell,
    topic: QuestionTopic,
    id: string,
    choices: Partial<Record<ChoiceId, (isPreview: boolean) => CellReading>>,
    fallback: () => CellReading = () => ({ kind: 'left_out' }),
  ): CellReading {
    const known = this.questions.get(id);
    if (known) known.places.push(cell.place);
    else {
      const ids = Object.keys(choices) as ChoiceId[];
      this.questions.set(id, {
        id,
        topic,
        sign: topic === 'sign' ? (cell.text.includes(',') ? ',' : '.') : null,
        sample: cell.text,
        places: [cell.place],
        choices: [
          ...ids.flatMap((choice) => ({ id: choice, reading: choices[choice]?.(true) ?? { kind: 'left_out' } })),
          { id: 'leave_out', reading: { kind: 'left_out' } },
        ],
      });
    }
    const answer = this.#answers[id];
    if (answer === undefined) return { kind: 'question', questionId: id };
    if (answer === 'leave_out') return { kind: 'left_out' };
    return choices[answer]?.(false) ?? fallback();
  }

  #settle(cell: Cell, topic: 'nihil' | 'dash', reading: CellReading, because: Cell): CellReading {
    return this.#tell(cell, topic, reading, because.text, because.place);
  }

  #tell(
    cell: Cell,
    topic: Settlement['topic'],
    reading: CellReading,
    because: string,
    becausePlace: CellPlace,
  ): CellReading {
    const { column } = cell.place;
    const key = `${topic} ${column} ${because} ${cell.text.includes(',')}`;
    const known = this.settled.get(key);
    if (known) known.count += 1;
    else this.settled.set(key, { topic, column, sample: cell.text, reading, because, becausePlace, count: 1 });
    return reading;
  }
}

const numberReading = (scaled: number): CellReading => ({ kind: 'number', scaled, isRounded: false });

function exact(amount: Amount, isNegative: boolean, column: CellColumn): CellReading {
  const figure = toFigure(amount, isNegative, column.decimals);
  if (figure.isRounded) return { kind: 'unreadable', code: 'TOO_MANY_DECIMALS' };
  return checked(figure.scaled, column, false);
}

function roundedReading(amount: Amount, isNegative: boolean, column: CellColumn): CellReading {
  return checked(toFigure(amount, isNegative, column.decimals).scaled, column, true);
}

function checked(scaled: bigint, { allowsNegative }: CellColumn, isRounded: boolean): CellReading {
  if (scaled < 0n && !allowsNegative) return { kind: 'unreadable', code: 'NEGATIVE_NOT_ALLOWED' };
  const limit = BigInt(largestFigure);
  if (scaled > limit || scaled < -limit) return { kind: 'unreadable', code: 'TOO_LARGE' };
  return { kind: 'number', scaled: Number(scaled), isRounded };
}

function same(a: Amount, b: Amount): boolean {
  return a.whole === b.whole && a.fraction === b.fraction;
}

function isZero({ form, raw }: Cell): boolean {
  if (form.kind !== 'amount') return false;
  if (raw.value !== undefined) return raw.value === 0;
  return dialects.some((dialect) => {
    const amount = form.readings[dialect];
    return amount !== null && /^0*$/.test(amount.whole + amount.fraction);
  });
}

/** A bare whole number in a column of decimals may be the number behind a date. */
function serialOf({ form, text, column, raw }: Cell): DateParts | undefined {
  if (form.kind !== 'amount' || column.decimals === 0 || form.units.length > 0 || raw.value !== undefined) {
    return undefined;
  }
  return /^\d{5}$/.test(text) ? datePartsOfSerial(Number(text)) : undefined;
}

/** In either reading: such a column holds numbers of that size, and 45047 is one of them. */
function reachesThousands(form: Extract<CellForm, { kind: 'amount' }>): boolean {
  return dialects.every((dialect) => (form.readings[dialect]?.whole.length ?? 4) >= 4);
}

const people = ['anak', 'orang', 'jiwa', 'balita', 'children', 'child', 'people', 'persons', 'person'];
const families = ['kk', 'keluarga', 'families', 'family', 'households', 'household'];

/** A unit in the cell is the column's own, or a word for the same things. */
function fits(unit: Unit, column: CellColumn): boolean {
  const own = column.units.map((word) => word.toLowerCase());
  if (unit.kind === 'percent') return own.some((word) => /persen|percent|%/.test(word));
  if (unit.kind === 'rupiah') return own.some((word) => /rupiah|\brp\b/.test(word));
  const words = own.flatMap((each) => [normalizeAreaName(each), ...each.split(/[^\p{Letter}]+/u)]);
  const alike = [people, families].find((list) => list.includes(unit.word)) ?? [unit.word];
  return alike.some((word) => words.includes(word));
}
