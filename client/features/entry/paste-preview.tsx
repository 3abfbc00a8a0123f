import { Button, Loader, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnGroup } from './grid-columns.ts';
import classes from './paste.module.css';
import { editsOf } from './paste-changes.ts';
import type { PastedSheet } from './paste-clipboard.ts';
import { PasteLeftOut } from './paste-left-out.tsx';
import { PasteQuestions } from './paste-questions.tsx';
import { PasteTable } from './paste-table.tsx';
import { useSheet } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';
import { UploadConflicts } from './upload-conflicts.tsx';
import { type NoteTexts, settleNotes, UploadNotes } from './upload-notes.tsx';
import type { TemplateUpload } from './upload-read.ts';
import { UploadRemarks } from './upload-remarks.tsx';
import type { WrittenReport } from './upload-written.ts';
import { useImportPlan, useImportTarget } from './use-import-plan.ts';

type PastePreviewProps = {
  sheet: PastedSheet;
  startKey: string | undefined;
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  /** Of the report's own template: what it held, and what else it brings. */
  upload?: { file: TemplateUpload; written: WrittenReport | undefined };
  /** What is known of the file, above what it would change. */
  about?: ReactNode;
  /** Said where nothing would change. */
  unchanged?: ReactNode;
  onCancel: () => void;
  onApplied: (count: number, notes: number) => void;
};

const noNotes: NoteTexts = [];

export function PastePreview(props: PastePreviewProps) {
  const { sheet, startKey, rows, groups, upload, about, unchanged, onCancel, onApplied } = props;
  const { t } = useTranslation('paste');
  const { sheet: entries, isEditable } = useSheet();
  const { target, isPending } = useImportTarget({ startKey, rows, groups });
  const { plan, result, answers, answer, choices, choose } = useImportPlan(sheet, target, rows, upload?.written);
  const [reason, setReason] = useState('');
  const [isReasonAsked, setReasonAsked] = useState(false);

  const { changes, waiting, questions, conflicts } = result;
  const noteTexts = upload?.file.notes ?? noNotes;
  const notes = useMemo(() => {
    const cells = new Map(rows.flatMap((row) => [...row.cells.values()].map((cell) => [cell.key, cell] as const)));
    const corrected = new Set(changes.map(({ cell }) => cell.key));
    return settleNotes(
      noteTexts,
      cells,
      upload?.written,
      choices,
      (cell) => isEditable(cell) && (cell.server?.status !== 'verified' || corrected.has(cell.key)),
    );
  }, [rows, changes, noteTexts, upload?.written, choices, isEditable]);
  if (isPending) return <Loader aria-label={t('reading')} />;

  const open = questions.filter(({ question }) => answers[question.id] === undefined);
  const differences = [...conflicts.map(({ cell }) => cell.key), ...notes.conflicts.map(({ key }) => key)];
  const undecided = differences.filter((key) => choices[key] === undefined).length;
  const corrections = changes.filter(({ isCorrection }) => isCorrection).length;
  const isReasonMissing = corrections > 0 && reason.trim() === '';
  const isUnchanged =
    changes.length + waiting.length + questions.length + differences.length + notes.changes.length === 0;

  function apply(): void {
    if (isReasonMissing) {
      setReasonAsked(true);
      return;
    }
    const count = entries.commitAll(editsOf(changes), corrections > 0 ? reason.trim() : undefined);
    for (const { key, to } of notes.changes) entries.describe(key, { note: to });
    onApplied(count, notes.changes.length);
  }

  return (
    <Stack gap="md">
      {about}
      {isUnchanged && unchanged ? (
        <div role="status">{unchanged}</div>
      ) : (
        <p className={classes.summary} role="status">
          <strong>{t('summary.changes', { count: changes.length })}</strong>
          {notes.changes.length > 0 && <strong>{t('upload:notes.count', { count: notes.changes.length })}</strong>}
          {open.length > 0 && <span>{t('summary.questions', { count: open.length })}</span>}
          {undecided > 0 && <span>{t('upload:conflict.wait', { count: undecided })}</span>}
          {result.same > 0 && <span>{t('summary.same', { count: result.same })}</span>}
        </p>
      )}
      {questions.length > 0 && (
        <PasteQuestions
          questions={questions}
          answers={answers}
          sheet={sheet}
          areas={[...target.otherAreas, ...target.areas]}
          onAnswer={answer}
        />
      )}
      {differences.length > 0 && (
        <UploadConflicts conflicts={conflicts} notes={notes.conflicts} choices={choices} onChoose={choose} />
      )}
      {changes.length + waiting.length > 0 && <PasteTable changes={[...waiting, ...changes]} />}
      {notes.changes.length > 0 && <UploadNotes changes={notes.changes} />}
      {upload && <UploadRemarks {...upload} plan={plan} rows={rows} notes={notes} />}
      <PasteLeftOut
        plan={plan}
        result={result}
        sheet={upload ? { ...sheet, hiddenRows: 0, hiddenColumns: 0 } : sheet}
      />
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
        {isUnchanged && unchanged ? (
          <Button onClick={onCancel}>{t('upload:close')}</Button>
        ) : (
          <>
            <Button variant="default" onClick={onCancel}>
              {t('common:action.cancel')}
            </Button>
            <Button disabled={changes.length + notes.changes.length === 0} onClick={apply}>
              {applyWords(changes.length, notes.changes.length)}
            </Button>
          </>
        )}
      </div>
    </Stack>
  );

  function applyWords(cells: number, noted: number): string {
    if (noted === 0) return t('apply', { count: cells });
    if (cells === 0) return t('upload:notes.apply', { count: noted });
    return t('upload:notes.applyWith', {
      cells: t('apply', { count: cells }),
      notes: t('upload:notes.some', { count: noted }),
    });
  }
}
