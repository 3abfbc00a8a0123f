import type { DryRunOutput, ImportContext, ImportRow } from '#shared/history-import.ts';
import { toDecimalText } from '#shared/scale.ts';
import type { HistoryChoice, HistoryPlan } from '#shared/spreadsheet/history.ts';
import { OperatorError } from '../operator-error.ts';
import { print } from './command.ts';

const SHOWN = 20;

/** @throws OperatorError when the file is no history */
export function printPlan(plan: HistoryPlan, context: ImportContext): void {
  if (plan.fileProblem !== null) throw new OperatorError(fileProblems[plan.fileProblem]);
  print(
    `${plan.figures.length} figures read, ${plan.waiting} wait for an answer, ${plan.problems.length} cannot be read.`,
  );
  if (plan.unknownColumns.length > 0)
    print(`Columns left out: ${plan.unknownColumns.map(({ title }) => title).join('; ')}.`);
  for (const { id, sample, row, count, indicatorId, choices } of plan.questions) {
    print(`?  "${sample}" (row ${row}, ${count} figures): --answer '${id}=…' with one of`);
    for (const choice of choices) print(`     ${choice.id}  ${meaningOf(choice, indicatorId, context)}`.trimEnd());
  }
  printSome(plan.problems.map(({ row, code, text }) => `row ${row}: ${code.toLowerCase()} (${text})`));
}

export function printPreview(
  { counts, reports, rows }: DryRunOutput,
  input: readonly ImportRow[],
  context: ImportContext,
) {
  print(
    `${counts.new} new, ${counts.changed} changed (${counts.corrections} corrections of verified figures), ` +
      `${counts.same} the same, ${counts.refused} refused; ` +
      `${reports.filter(({ effect }) => effect === 'begun').length} reports begun, ` +
      `${reports.filter(({ effect }) => effect === 'changed').length} changed.`,
  );
  printSome(
    rows.flatMap(({ refusal }, index) => {
      const row = input[index];
      if (refusal === null || !row) return [];
      const place = `${row.month} ${row.areaId} ${row.indicatorId} ${figureText(row, context)}`;
      return [`row ${row.row}: ${refusal} (${place})`];
    }),
  );
}

const fileProblems = {
  empty: 'The file is empty.',
  no_header: 'No column titles were found: give titles such as Bulan, Wilayah, Indikator and Nilai.',
  no_month: 'There is no column of months: add a column Bulan, or a column for each month.',
  no_area: 'There is no column of areas: add a column Wilayah or Kode wilayah.',
  no_value: 'There is no column of figures: add Indikator and Nilai, or a column for each indicator.',
} as const;

function printSome(lines: readonly string[]): void {
  for (const line of lines.slice(0, SHOWN)) print(`-  ${line}`);
  if (lines.length > SHOWN) print(`   … and ${lines.length - SHOWN} more`);
}

function meaningOf(choice: HistoryChoice, indicatorId: string | null, context: ImportContext): string {
  switch (choice.kind) {
    case 'area':
    case 'scheme':
      return context.areas.find(({ id }) => id === choice.areaId)?.name ?? '';
    case 'indicator':
      return context.indicators.find(({ id }) => id === choice.indicatorId)?.nameId ?? '';
    case 'month':
      return choice.month;
    case 'reading':
      return choice.reading.kind === 'number'
        ? figureText({ indicatorId: indicatorId ?? '', value: choice.reading.scaled, kind: 'number' }, context)
        : choice.reading.kind;
    case 'leave_out':
      return '';
  }
}

function figureText(
  { indicatorId, kind, value }: Pick<ImportRow, 'indicatorId' | 'kind' | 'value'>,
  { indicators }: ImportContext,
): string {
  if (value === null) return kind;
  return toDecimalText(value, indicators.find(({ id }) => id === indicatorId)?.decimals ?? 0);
}
