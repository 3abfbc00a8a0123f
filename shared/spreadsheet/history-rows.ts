import { normalizeAreaName } from '#shared/area-name.ts';
import type { Month } from '#shared/month.ts';
import { tidy } from './cell-form.ts';
import type {
  HistoryAnswers,
  HistoryChoice,
  HistoryContext,
  HistoryProblem,
  HistoryProblemCode,
  HistoryQuestion,
  HistorySheet,
} from './history.ts';
import { type AreaTexts, areaKeyOf } from './history-areas.ts';
import type { HistoryColumn, HistoryLayout, HistoryRole } from './history-layout.ts';
import { type MonthReading, monthOfYear, readMonth, readYear } from './history-month.ts';
import type { HistoryNames } from './history-names.ts';
import type { RawCell } from './read-cells.ts';

/** A figure of the file before its area and its digits are read. Null: it waits for the answer to a question. */
export type FigureDraft = {
  row: number;
  cell: RawCell;
  month: Month | null;
  indicatorId: string | null;
  area: AreaTexts;
  areaKey: string;
  note: string | null;
  source: string | null;
  agencyId: string | null;
};

type Asked = Omit<HistoryQuestion, 'id' | 'row' | 'count' | 'sign' | 'indicatorId'>;

/** Whether the day or the month comes first in `03/04/2025`. */
const monthOrders = ['day_first', 'month_first'] as const;

/** Goes through the rows below a header: month, indicator and agency of every figure, what is asked, what cannot be read. */
export class HistoryRows {
  readonly drafts: FigureDraft[] = [];
  readonly problems: HistoryProblem[] = [];
  readonly questions = new Map<string, HistoryQuestion>();
  readonly unknownColumns: { column: number; title: string }[] = [];
  blankRows = 0;
  hasTitleYear = false;
  readonly #context: HistoryContext;
  readonly #names: HistoryNames;
  readonly #layout: HistoryLayout;
  readonly #answers: HistoryAnswers;
  readonly #figureColumns: number[];
  readonly #monthOrder: (typeof monthOrders)[number] | undefined;

  constructor(
    sheet: HistorySheet,
    layout: HistoryLayout,
    names: HistoryNames,
    context: HistoryContext,
    answers: HistoryAnswers,
  ) {
    this.#context = context;
    this.#names = names;
    this.#layout = layout;
    this.#answers = answers;
    this.#figureColumns = figureColumnsOf(layout.columns);
    for (const [column, each] of layout.columns.entries()) {
      if (each.kind === 'blank' || each.kind === 'role' || each.kind === 'area') continue;
      if (!this.#figureColumns.includes(column)) this.unknownColumns.push({ column, title: each.title });
    }
    const body = sheet.rows.slice(layout.headerRow + 1);
    this.#monthOrder = this.#findMonthOrder(body);
    for (const [at, row] of body.entries()) {
      const index = layout.headerRow + 1 + at;
      this.#readRow(row, sheet.rowNumbers?.[index] ?? index + 1);
    }
  }

  /** Asks, once for all figures that wait for the same answer. @returns the answer, where there is one */
  ask(id: string, row: number, asked: Asked): string | undefined {
    const known = this.questions.get(id);
    if (known) known.count += 1;
    else this.questions.set(id, { id, row, count: 1, sign: null, indicatorId: null, ...asked });
    return this.#answers[id];
  }

  refuse(row: number, code: HistoryProblemCode, text: string): void {
    this.problems.push({ row, code, text: tidy(text).slice(0, 200) });
  }

  #readRow(row: readonly RawCell[], number: number): void {
    const filled = this.#figureColumns.filter((column) => tidy(row[column]?.text ?? '') !== '');
    if (filled.length === 0) {
      if (row.some(({ text }) => tidy(text) !== '')) this.blankRows += 1;
      return;
    }
    const agencyText = tidy(this.#text(row, 'agency'));
    const agencyId = agencyText === '' ? null : this.#names.agency(agencyText);
    const issueText = tidy(this.#text(row, 'issue'));
    const issueId = issueText === '' ? undefined : this.#names.issue(issueText);
    const area: AreaTexts = {
      row: number,
      texts: this.#layout.columns.flatMap((column, at) =>
        column.kind === 'area' ? [{ text: row[at]?.text ?? '', level: column.level }] : [],
      ),
    };
    const areaKey = areaKeyOf(area);
    const note = tidy(this.#text(row, 'note')).slice(0, 2000) || null;
    const source = tidy(this.#text(row, 'source')).slice(0, 2000) || null;
    for (const column of filled) {
      const cell = row[column];
      if (!cell) continue;
      if (area.texts.every(({ text }) => tidy(text) === '')) this.refuse(number, 'area_missing', cell.text);
      else if (agencyId === undefined) this.refuse(number, 'agency_unknown', agencyText);
      else if (issueText !== '' && issueId === undefined) this.refuse(number, 'issue_unknown', issueText);
      else {
        const month = this.#month(row, column, number);
        if (month === undefined) continue;
        const indicatorId = this.#indicator(row, column, number, issueId);
        if (indicatorId === undefined) continue;
        this.drafts.push({ row: number, cell, month, indicatorId, area, areaKey, note, source, agencyId });
      }
    }
  }

  #text(row: readonly RawCell[], role: HistoryRole): string {
    return this.#cell(row, role)?.text ?? '';
  }

  #cell(row: readonly RawCell[], role: HistoryRole): RawCell | undefined {
    const at = this.#layout.columns.findIndex((column) => column.kind === 'role' && column.role === role);
    return at < 0 ? undefined : (row[at] ?? { text: '' });
  }

  /** Null: asked. Undefined: refused. */
  #month(row: readonly RawCell[], column: number, number: number): Month | null | undefined {
    const figures = this.#layout.columns[column];
    const own = this.#cell(row, 'month') ?? { text: '' };
    const reading: MonthReading = figures?.kind === 'month_figures' ? figures.reading : readMonth(own);
    const text = figures?.kind === 'month_figures' ? figures.title : own.text;
    switch (reading.kind) {
      case 'month':
        return reading.month;
      case 'month_of_year': {
        const year = readYear(this.#text(row, 'year')) ?? this.#titleYear();
        if (year !== undefined) return monthOfYear(year, reading.monthOfYear);
        this.refuse(number, 'month_without_year', text);
        return undefined;
      }
      case 'either': {
        const answer = this.#monthOrder ?? this.#askMonthOrder(number, text, reading);
        if (answer === 'leave_out') this.refuse(number, 'left_out', text);
        if (answer === 'leave_out') return undefined;
        if (answer === 'day_first') return reading.dayFirst;
        return answer === 'month_first' ? reading.monthFirst : null;
      }
      case 'blank':
      case 'unreadable':
        this.refuse(number, reading.kind === 'blank' ? 'month_missing' : 'month_unreadable', text);
        return undefined;
    }
  }

  #titleYear(): number | undefined {
    const hasYears = this.#layout.columns.some((column) => column.kind === 'role' && column.role === 'year');
    if (hasYears || this.#layout.titleYear === undefined) return undefined;
    this.hasTitleYear = true;
    return this.#layout.titleYear;
  }

  /** What the column itself makes clear: 13/04/2025 has the day first. Dates that disagree make nothing clear. */
  #findMonthOrder(body: readonly (readonly RawCell[])[]): (typeof monthOrders)[number] | undefined {
    const clear = new Set<(typeof monthOrders)[number]>();
    for (const row of body) {
      const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(tidy(this.#text(row, 'month')));
      if (!match) continue;
      if (Number(match[1]) > 12) clear.add('day_first');
      if (Number(match[2]) > 12) clear.add('month_first');
    }
    const [order] = clear;
    return clear.size === 1 ? order : undefined;
  }

  #askMonthOrder(row: number, text: string, { dayFirst, monthFirst }: Extract<MonthReading, { kind: 'either' }>) {
    return this.ask('month_order', row, {
      topic: 'month_order',
      sample: tidy(text),
      choices: [
        { id: 'day_first', kind: 'month', month: dayFirst },
        { id: 'month_first', kind: 'month', month: monthFirst },
        leaveOut,
      ],
    });
  }

  /** Null: asked. Undefined: refused. */
  #indicator(
    row: readonly RawCell[],
    column: number,
    number: number,
    issueId: string | undefined,
  ): string | null | undefined {
    const figures = this.#layout.columns[column];
    if (figures?.kind === 'indicator') return this.#ofColumn(figures, column, number);
    const texts = this.#layout.columns.flatMap((each, at) =>
      each.kind === 'role' && each.role === 'indicator' ? [tidy(row[at]?.text ?? '')] : [],
    );
    if (texts.length === 0) return this.#chosen('sheet_indicator', number, '', 'sheet_indicator', this.#allIds());
    const given = texts.filter((text) => text !== '');
    if (given.length === 0) {
      this.refuse(number, 'indicator_missing', row[column]?.text ?? '');
      return undefined;
    }
    const issue = this.#context.issues.find(({ id }) => id === issueId)?.id;
    const named = given.map((text) => this.#names.indicators(text, issue)).filter((ids) => ids.length > 0);
    const [first = [], ...others] = named;
    const agreed = first.filter((id) => others.every((ids) => ids.includes(id)));
    const [only] = agreed;
    if (agreed.length === 1) return only;
    if (agreed.length === 0) {
      const code = named.length > 1 ? 'indicator_contradiction' : 'indicator_unknown';
      this.refuse(number, code, given.join(' · '));
      return undefined;
    }
    const sample = given.join(' · ');
    const id = `indicator:${issue ?? ''}:${normalizeAreaName(sample)}`;
    return this.#chosen(id, number, sample, 'indicator', agreed);
  }

  #ofColumn({ indicatorIds, title }: Extract<HistoryColumn, { kind: 'indicator' }>, column: number, row: number) {
    const [only] = indicatorIds;
    if (indicatorIds.length === 1) return only;
    return this.#chosen(`column:${column}`, row, title, 'column', indicatorIds);
  }

  #chosen(
    id: string,
    row: number,
    sample: string,
    topic: 'sheet_indicator' | 'indicator' | 'column',
    ids: readonly string[],
  ): string | null | undefined {
    const choices = ids.map((indicatorId): HistoryChoice => ({ id: indicatorId, kind: 'indicator', indicatorId }));
    const answer = this.ask(id, row, { topic, sample, choices: [...choices, leaveOut] });
    if (answer === undefined) return null;
    if (ids.includes(answer)) return answer;
    this.refuse(row, 'left_out', sample);
    return undefined;
  }

  #allIds(): string[] {
    return this.#context.indicators.map(({ id }) => id);
  }
}

export const leaveOut: HistoryChoice = { id: 'leave_out', kind: 'leave_out' };

/** Where the figures stand: under months, under indicators, or in one column of values. */
function figureColumnsOf(columns: readonly HistoryColumn[]): number[] {
  const of = (isOne: (column: HistoryColumn) => boolean) =>
    columns.flatMap((column, at) => (isOne(column) ? [at] : []));
  const hasMonths = columns.some((column) => column.kind === 'role' && column.role === 'month');
  const months = of(({ kind }) => kind === 'month_figures');
  if (months.length > 1 && !hasMonths) return months;
  const values = of((column) => column.kind === 'role' && column.role === 'value');
  const hasNames = columns.some((column) => column.kind === 'role' && column.role === 'indicator');
  const indicators = of(({ kind }) => kind === 'indicator');
  if (values.length > 0 && (hasNames || indicators.length === 0)) return values;
  return indicators;
}
