import type { AreaLevel } from '#shared/indicator.ts';
import { tidy } from './cell-form.ts';
import type {
  HistoryAnswers,
  HistoryChoice,
  HistoryContext,
  HistoryFigure,
  HistoryIndicator,
  HistoryPlan,
  HistoryQuestion,
  HistorySheet,
} from './history.ts';
import { HistoryAreas } from './history-areas.ts';
import { findLayout } from './history-layout.ts';
import { HistoryNames } from './history-names.ts';
import { type FigureDraft, HistoryRows, leaveOut } from './history-rows.ts';
import type { MatchChoice } from './match.ts';
import { type CellColumn, type CellReading, type ChoiceId, type RawCell, readCells } from './read-cells.ts';

/**
 * What a file of past months says: every figure with its month, area and indicator, what has to be asked first, and
 * what cannot be read and why. Three forms: a figure in each row; a column for each indicator; a column for each month.
 * Nothing here knows what the database holds.
 */
export function planHistory(sheet: HistorySheet, context: HistoryContext, answers: HistoryAnswers = {}): HistoryPlan {
  const names = new HistoryNames(context);
  const found = findLayout(sheet.rows, names.headers);
  if (!found.ok) return { ...emptyPlan, fileProblem: found.problem };
  const { layout } = found;
  const rows = new HistoryRows(sheet, layout, names, context, answers);
  const placed = placeAreas(rows, context, answers);
  const { figures, questions, settled, waiting } = readFigures(rows, placed, context, answers);
  return {
    fileProblem: null,
    figures,
    questions: [...rows.questions.values(), ...questions],
    problems: rows.problems.toSorted((left, right) => left.row - right.row),
    unknownColumns: rows.unknownColumns,
    settled,
    titleYear: rows.hasTitleYear ? (layout.titleYear ?? null) : null,
    hasAgencyColumn: layout.columns.some((column) => column.kind === 'role' && column.role === 'agency'),
    waiting,
    blankRows: rows.blankRows,
  };
}

const emptyPlan: HistoryPlan = {
  fileProblem: null,
  figures: [],
  questions: [],
  problems: [],
  unknownColumns: [],
  settled: [],
  titleYear: null,
  hasAgencyColumn: false,
  waiting: 0,
  blankRows: 0,
};

type PlacedDraft = FigureDraft & { areaId: string | null };

/** The area of every figure; null where it waits for an answer. What names no area is refused. */
function placeAreas(rows: HistoryRows, context: HistoryContext, answers: HistoryAnswers): PlacedDraft[] {
  const byId = new Map(context.indicators.map((indicator) => [indicator.id, indicator]));
  const areas = new HistoryAreas(context.areas, answers);
  const levelsOf = ({ indicatorId }: FigureDraft): readonly AreaLevel[] =>
    byId.get(indicatorId ?? '')?.levels ?? anyLevel;
  const groups = new Map<string, { levels: readonly AreaLevel[]; drafts: FigureDraft[] }>();
  for (const draft of rows.drafts) {
    // Which of several areas of a name is meant cannot be asked before the indicator is known.
    if (draft.indicatorId === null) continue;
    const levels = levelsOf(draft);
    const key = levels.join('+');
    const group = groups.get(key) ?? { levels, drafts: [] };
    group.drafts.push(draft);
    groups.set(key, group);
  }
  for (const { levels, drafts } of groups.values())
    areas.resolve(
      levels,
      drafts.map(({ area }) => area),
    );
  const asked = new Map(areas.questions.map(({ question }) => [question.id, question]));
  return rows.drafts.flatMap((draft): PlacedDraft[] => {
    if (draft.indicatorId === null) return [{ ...draft, areaId: null }];
    const match = areas.match(levelsOf(draft), draft.areaKey);
    const label = draft.area.texts
      .map(({ text }) => tidy(text))
      .filter((text) => text !== '')
      .join(' · ');
    switch (match?.kind) {
      case 'area':
      case 'other_area':
        return [{ ...draft, areaId: match.areaId }];
      case 'question': {
        const question = asked.get(match.questionId);
        if (question) {
          rows.ask(question.id, draft.row, {
            topic: question.topic === 'code_scheme' ? 'code_scheme' : 'area',
            sample: question.sample,
            choices: question.choices.flatMap(areaChoice),
          });
        }
        return [{ ...draft, areaId: null }];
      }
      case 'total':
        rows.refuse(draft.row, 'total_row', label);
        return [];
      case 'left_out':
        rows.refuse(draft.row, 'left_out', label);
        return [];
      default:
        rows.refuse(draft.row, 'area_unknown', label);
        return [];
    }
  });
}

const anyLevel: readonly AreaLevel[] = ['province', 'regency', 'district', 'village'];

function areaChoice(choice: MatchChoice): HistoryChoice[] {
  if (choice.kind === 'area') return [{ id: choice.id, kind: 'area', areaId: choice.id }];
  if (choice.kind === 'scheme') return [{ id: choice.id, kind: 'scheme', areaId: choice.areaId }];
  return choice.kind === 'leave_out' ? [leaveOut] : [];
}

/**
 * Reads the digits of all figures, each indicator as a column of its own: what a dot is in one of its cells, the others
 * of the same indicator say.
 */
function readFigures(
  rows: HistoryRows,
  drafts: readonly PlacedDraft[],
  { indicators }: HistoryContext,
  answers: HistoryAnswers,
): Pick<HistoryPlan, 'figures' | 'questions' | 'settled' | 'waiting'> {
  const columnOf = new Map(indicators.map(({ id }, column) => [id, column]));
  const stacked: PlacedDraft[][] = indicators.map(() => []);
  const places = new Map<PlacedDraft, { row: number; column: number }>();
  for (const draft of drafts) {
    const column = columnOf.get(draft.indicatorId ?? '');
    const stack = column === undefined ? undefined : stacked[column];
    if (column === undefined || !stack) continue;
    places.set(draft, { row: stack.length, column });
    stack.push(draft);
  }
  // Only columns that hold something, in the order of the indicators, which no answer changes.
  const height = stacked.reduce((most, stack) => Math.max(most, stack.length), 0);
  const matrix: RawCell[][] = Array.from({ length: height }, () => []);
  for (const [draft, { row, column }] of places) {
    const line = matrix[row];
    if (line) line[column] = draft.cell;
  }
  const columns = indicators.map((indicator, at) => (stacked[at]?.length ? cellColumn(indicator) : null));
  const block = readCells(matrix, columns, cellAnswers(answers));

  const figures: HistoryFigure[] = [];
  let waiting = 0;
  for (const draft of drafts) {
    const place = places.get(draft);
    const reading = place && block.cells[place.row]?.[place.column];
    if (!reading) {
      waiting += 1;
      continue;
    }
    if (reading.kind === 'unreadable') rows.refuse(draft.row, reading.code, draft.cell.text);
    else if (reading.kind === 'left_out') rows.refuse(draft.row, 'left_out', draft.cell.text);
    else if (reading.kind === 'question') waiting += 1;
    else if (reading.kind !== 'unchanged') {
      const figure = figureOf(draft, reading);
      if (figure) figures.push(figure);
      else waiting += 1;
    }
  }
  const idOf = (column: number) => indicators[column]?.id ?? '';
  return {
    figures,
    waiting,
    settled: block.settled.map((each) => ({ ...each, indicatorId: idOf(each.column) })),
    questions: block.questions.map((question): HistoryQuestion => {
      const [first] = question.places;
      const draft = first && stacked[first.column]?.[first.row];
      return {
        id: question.id,
        topic: question.topic,
        sample: question.sample,
        sign: question.sign,
        indicatorId: first ? idOf(first.column) : null,
        row: draft?.row ?? 0,
        count: question.places.length,
        choices: question.choices.map(({ id, reading }) =>
          id === 'leave_out' ? leaveOut : { id, kind: 'reading', reading },
        ),
      };
    }),
  };
}

function figureOf(
  { row, month, areaId, indicatorId, note, source, agencyId }: PlacedDraft,
  reading: Extract<CellReading, { kind: 'number' | 'not_reported' | 'not_applicable' }>,
): HistoryFigure | undefined {
  if (month === null || areaId === null || indicatorId === null) return undefined;
  const value = reading.kind === 'number' ? reading.scaled : null;
  return { row, month, areaId, indicatorId, kind: reading.kind, value, note, source, agencyId };
}

function cellColumn({ decimals, allowsNegative, unitId, unitEn }: HistoryIndicator): CellColumn {
  return { decimals, allowsNegative, units: [unitId, unitEn] };
}

const choiceIds: readonly ChoiceId[] = [
  ...(['grouping', 'decimal', 'zero', 'not_reported', 'number', 'day_first', 'month_first'] as const),
  ...(['day_first_padded', 'month_first_padded', 'round', 'leave_out'] as const),
];

function cellAnswers(answers: HistoryAnswers): Record<string, ChoiceId> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const choice = choiceIds.find((each) => each === answer);
      return choice ? [[id, choice] as const] : [];
    }),
  );
}
