import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReasonQuestion, useReport, useSheet } from './sheet-context.ts';

type ReasonDialogProps = { question: ReasonQuestion | undefined; onClose: () => void };

/** Asks why: for a correction of a verified figure before it is saved, and for a finding that a reason explains. */
export function ReasonDialog({ question, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('entry');
  return (
    <Modal
      opened={question !== undefined}
      onClose={onClose}
      title={t(question?.figure ? 'reason.correctionTitle' : 'reason.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {question && <ReasonForm key={question.key} question={question} onClose={onClose} />}
    </Modal>
  );
}

function ReasonForm({ question, onClose }: { question: ReasonQuestion; onClose: () => void }) {
  const { t } = useTranslation('entry');
  const { snapshot } = useReport();
  const { sheet, words, indicatorOf } = useSheet();
  const cell = sheet.cell(question.key);
  const [text, setText] = useState(question.figure ? '' : (cell?.reason ?? ''));
  const [isAsked, setAsked] = useState(false);
  const indicator = cell && indicatorOf(cell.indicatorId);
  if (!cell || !indicator) return null;
  const { figure } = question;
  const row = snapshot.rows.find(({ area }) => area.id === cell.areaId);
  const findings = row?.findings.filter(({ reasonIndicatorId }) => reasonIndicatorId === cell.indicatorId) ?? [];

  function confirm(): void {
    const reason = text.trim();
    if (reason === '') {
      setAsked(true);
      return;
    }
    if (figure) sheet.commit(question.key, figure, reason);
    else sheet.describe(question.key, { reason });
    onClose();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>
          <strong>{t('cell.label', { indicator: words.shortName(indicator.id), area: cell.areaName })}</strong>
          {figure &&
            `: ${t('reason.change', { from: words.figure(cell, indicator), to: words.figure(figure, indicator) })}`}
        </p>
        {figure && <p style={{ margin: 0 }}>{t('reason.correctionHint')}</p>}
        {!figure &&
          findings.map((finding) => (
            <p key={finding.ruleId} style={{ margin: 0 }}>
              {words.full(finding)}
            </p>
          ))}
        <Textarea
          data-autofocus
          label={t('reason.label')}
          description={t('reason.hint')}
          error={isAsked && text.trim() === '' ? t('reason.required') : undefined}
          autosize
          minRows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            confirm();
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t(figure ? 'reason.keepVerified' : 'common:action.cancel')}
          </Button>
          <Button type="submit">{t(figure ? 'reason.saveCorrection' : 'reason.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
