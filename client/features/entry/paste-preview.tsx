import { Button, Loader, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { referenceQuery } from '#client/lib/reference.ts';
import { planImport } from '#shared/spreadsheet/plan.ts';
import type { ColumnGroup } from './grid-columns.ts';
import classes from './paste.module.css';
import { editsOf, pasteChanges } from './paste-changes.ts';
import type { PastedSheet } from './paste-clipboard.ts';
import { PasteLeftOut } from './paste-left-out.tsx';
import { PasteQuestions } from './paste-questions.tsx';
import { PasteTable } from './paste-table.tsx';
import { useReport, useSheet } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';

type PastePreviewProps = {
  sheet: PastedSheet;
  startKey: string | undefined;
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  onCancel: () => void;
  onApplied: (count: number) => void;
};

export function PastePreview({ sheet, startKey, rows, groups, onCancel, onApplied }: PastePreviewProps) {
  const { t } = useTranslation('paste');
  const { grid } = useReport();
  const { sheet: entries, isEditable } = useSheet();
  const reference = useQuery(referenceQuery());
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [isReasonAsked, setReasonAsked] = useState(false);

  const target = useMemo(() => {
    const bpsCodes = new Map(reference.data?.areas.map(({ id, bpsCode }) => [id, bpsCode]));
    const indicators = groups.flatMap(({ columns }) =>
      columns.flatMap((column) => (column.kind === 'figure' ? [column.indicator] : [])),
    );
    const start = startKey === undefined ? undefined : entries.cell(startKey);
    return {
      areas: rows.map(({ area }) => ({ ...area, bpsCode: bpsCodes.get(area.id) ?? null })),
      indicators,
      otherAreas: reference.data?.areas ?? [],
      start: {
        row: Math.max(0, start ? rows.findIndex(({ area }) => area.id === start.areaId) : 0),
        column: Math.max(0, start ? indicators.findIndex(({ id }) => id === start.indicatorId) : 0),
      },
    };
  }, [rows, groups, startKey, entries, reference.data]);
  const plan = useMemo(() => planImport(sheet.cells, target, answers), [sheet, target, answers]);
  const result = useMemo(() => pasteChanges(plan, rows, grid, isEditable), [plan, rows, grid, isEditable]);
  // Without the names of other areas the rows of this report are still found.
  if (reference.isPending) return <Loader aria-label={t('reading')} />;

  const { changes, waiting, questions } = result;
  const open = questions.filter(({ question }) => answers[question.id] === undefined);
  const corrections = changes.filter(({ isCorrection }) => isCorrection).length;
  const isReasonMissing = corrections > 0 && reason.trim() === '';

  function apply(): void {
    if (isReasonMissing) {
      setReasonAsked(true);
      return;
    }
    onApplied(entries.commitAll(editsOf(changes), corrections > 0 ? reason.trim() : undefined));
  }

  return (
    <Stack gap="md">
      <p className={classes.summary} role="status">
        <strong>{t('summary.changes', { count: changes.length })}</strong>
        {open.length > 0 && <span>{t('summary.questions', { count: open.length })}</span>}
        {result.same > 0 && <span>{t('summary.same', { count: result.same })}</span>}
      </p>
      {questions.length > 0 && (
        <PasteQuestions
          questions={questions}
          answers={answers}
          sheet={sheet}
          areas={[...target.otherAreas, ...target.areas]}
          onAnswer={(id, answer) => setAnswers((before) => ({ ...before, [id]: answer }))}
        />
      )}
      {changes.length + waiting.length > 0 && <PasteTable changes={[...waiting, ...changes]} />}
      <PasteLeftOut plan={plan} result={result} sheet={sheet} />
      {corrections > 0 && (
        <Textarea
          label={t('reason.label', { count: corrections })}
          description={t('reason.hint')}
          error={isReasonAsked && isReasonMissing ? t('reason.required') : undefined}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className={classes.actions}>
        {waiting.length > 0 && <p className={classes.quiet}>{t('waitingStay', { count: waiting.length })}</p>}
        <Button variant="default" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
        <Button disabled={changes.length === 0} onClick={apply}>
          {t('apply', { count: changes.length })}
        </Button>
      </div>
    </Stack>
  );
}
