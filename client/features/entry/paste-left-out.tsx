import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { columnLetter } from '#client/lib/workbook/book.ts';
import type { ExtraColumn, ExtraRow, ImportPlan } from '#shared/spreadsheet/plan.ts';
import { NoteLine } from './cell-lines.tsx';
import classes from './paste.module.css';
import type { PasteChanges } from './paste-changes.ts';
import { columnPlace, type PastedSheet, rowNumber } from './paste-clipboard.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';

type PasteLeftOutProps = { plan: ImportPlan; result: PasteChanges; sheet: PastedSheet };

/** What is in the sheet and will not be in the report, and what the block settled by itself: a sentence each. */
export function PasteLeftOut({ plan, result, sheet }: PasteLeftOutProps) {
  const { t } = useTranslation('paste');
  const { frame, words, indicatorOf } = useSheet();
  const label = (cell: Pick<SheetCell, 'indicatorId' | 'areaId'>) =>
    t('entry:cell.label', {
      indicator: words.shortName(cell.indicatorId),
      area: frame.areas.find(({ id }) => id === cell.areaId)?.name ?? cell.areaId,
    });
  const rowName = ({ row, label: name }: ExtraRow) => t('out.rowName', { row: rowNumber(sheet, row), name });
  const columnName = ({ column, title }: ExtraColumn) =>
    title === '' ? t('choice.column', { column: columnLetter(columnPlace(sheet, column)) }) : title;
  const list = (names: readonly string[]) =>
    names.length > 8
      ? t('out.andMore', { names: names.slice(0, 7).join('; '), count: names.length - 7 })
      : names.join('; ');

  const notes: { key: string; tone: 'block' | 'warn' | 'quiet'; text: ReactNode }[] = [];
  const submitted = result.readOnly.filter(({ cell }) => cell.server?.status === 'submitted');
  const verified = result.readOnly.filter(({ cell }) => cell.server?.status !== 'submitted');
  const add = (key: string, tone: 'block' | 'warn' | 'quiet', names: readonly string[]) => {
    if (names.length > 0) notes.push({ key, tone, text: t(`out.${key}`, { count: names.length, names: list(names) }) });
  };
  for (const { planned, cell } of result.unreadable) {
    if (planned.reading.kind !== 'unreadable') continue;
    const why = t(`problem.${planned.reading.code}`);
    notes.push({
      key: cell.key,
      tone: 'block',
      text: t('out.unreadable', { cell: label(cell), text: planned.text, why }),
    });
  }
  add(
    'submitted',
    'warn',
    submitted.map(({ cell }) => label(cell)),
  );
  add(
    'verified',
    'warn',
    verified.map(({ cell }) => label(cell)),
  );
  const rowsBy = (why: ExtraRow['why']) => plan.extraRows.filter((row) => row.why === why).map(rowName);
  add('otherArea', 'warn', rowsBy('other_area'));
  add('unknownRow', 'warn', rowsBy('unknown'));
  add('beyondRow', 'warn', rowsBy('beyond'));
  add('total', 'quiet', rowsBy('total'));
  add('leftOutRow', 'quiet', rowsBy('left_out'));
  const columnsBy = (why: ExtraColumn['why']) =>
    plan.extraColumns.filter((column) => column.why === why).map(columnName);
  add('unknownColumn', 'warn', columnsBy('unknown'));
  add('beyondColumn', 'warn', columnsBy('beyond'));
  add('leftOutColumn', 'quiet', columnsBy('left_out'));
  add('notCollected', 'warn', plan.notCollected.map(label));
  if (result.leftOut > 0)
    notes.push({ key: 'leftOut', tone: 'quiet', text: t('out.leftOut', { count: result.leftOut }) });
  if (sheet.hiddenRows > 0) {
    notes.push({ key: 'hiddenRows', tone: 'warn', text: t('out.hiddenRows', { count: sheet.hiddenRows }) });
  }
  if (sheet.hiddenColumns > 0) {
    notes.push({ key: 'hiddenColumns', tone: 'warn', text: t('out.hiddenColumns', { count: sheet.hiddenColumns }) });
  }
  if (sheet.mergedCells > 0) {
    notes.push({ key: 'merged', tone: 'quiet', text: t('out.merged', { count: sheet.mergedCells }) });
  }
  for (const { topic, sample, reading, because, count, indicatorId } of plan.settled) {
    const indicator = indicatorOf(indicatorId);
    if (!indicator) continue;
    const value =
      reading.kind === 'number'
        ? { kind: 'number' as const, value: reading.scaled }
        : { kind: 'not_reported' as const, value: null };
    notes.push({
      key: `${topic} ${indicatorId} ${sample}`,
      tone: 'quiet',
      text: t('out.settled', {
        column: words.shortName(indicatorId),
        sample,
        value: reading.kind === 'unreadable' ? t(`problem.${reading.code}`) : words.figure(value, indicator),
        because,
        count,
      }),
    });
  }
  if (notes.length === 0) return null;
  return (
    <section aria-label={t('out.title')}>
      <h3 className={classes.heading}>{t('out.title')}</h3>
      <ul className={classes.notes}>
        {notes.map(({ key, tone, text }) => (
          <li key={key}>
            <NoteLine tone={tone}>{text}</NoteLine>
          </li>
        ))}
      </ul>
    </section>
  );
}
