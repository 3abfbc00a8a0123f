import { useTranslation } from 'react-i18next';
import type { HistoryPlan } from '#shared/spreadsheet/history.ts';
import type { FilePage } from './history-file.ts';
import classes from './history-import.module.css';
import type { ImportWords } from './use-import-words.ts';

interface FileFactsProps {
  plan: HistoryPlan;
  sheet: FilePage | undefined;
  words: ImportWords;
}

/** What was read in the file, and what it settled by itself: told, not hidden. */
export function FileFacts({ plan, sheet, words }: FileFactsProps) {
  const { t } = useTranslation('historyImport');
  const counted = (key: 'figures' | 'waiting' | 'problems' | 'blankRows' | 'hiddenRows', count: number) =>
    t(`file.${key}`, { count, number: words.count(count) });
  const notes = [
    plan.unknownColumns.length > 0 &&
      t('file.unknownColumns', { names: plan.unknownColumns.map(({ title }) => title).join('; ') }),
    plan.titleYear !== null && t('file.titleYear', { year: plan.titleYear }),
    plan.blankRows > 0 && counted('blankRows', plan.blankRows),
    (sheet?.hiddenRows ?? 0) > 0 && counted('hiddenRows', sheet?.hiddenRows ?? 0),
    ...plan.settled.map(({ indicatorId, sample, because, count, reading }) =>
      t('file.settled', {
        sample,
        because,
        indicator: words.indicatorName(indicatorId),
        value:
          reading.kind === 'number'
            ? words.figure({ kind: 'number', value: reading.scaled }, indicatorId)
            : t('kind.not_reported'),
        number: words.count(count),
      }),
    ),
  ].filter((note) => note !== false);
  return (
    <>
      <div role="status">
        <ul className={classes.counts}>
          <li>
            <strong>{counted('figures', plan.figures.length)}</strong>
          </li>
          {plan.waiting > 0 && <li>{counted('waiting', plan.waiting)}</li>}
          {plan.problems.length > 0 && <li>{counted('problems', plan.problems.length)}</li>}
        </ul>
      </div>
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}
