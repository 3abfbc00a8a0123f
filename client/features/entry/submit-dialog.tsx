import { Alert, Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import type { SubmitItem } from '#client/lib/outbox/outbox-item.ts';
import { useOutbox, useOutboxSnapshot } from '#client/lib/outbox/use-outbox.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { ReportSummary } from '#shared/report.ts';
import classes from './entry-page.module.css';
import { useReport } from './sheet-context.ts';
import { figuresSeen } from './submission-check.ts';
import { useStable } from './use-stable.ts';
import { useSubmissionWords } from './use-submission.ts';

type SubmitDialogProps = { opened: boolean; summary: ReportSummary; onClose: () => void };

/** The last look before the report goes to the verifier: what it holds, what it lacks, what it explains. */
export function SubmitDialog({ opened, summary, onClose }: SubmitDialogProps) {
  const { t } = useTranslation('entry');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('submit.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {opened && <SubmitForm summary={summary} onClose={onClose} />}
    </Modal>
  );
}

function SubmitForm({ summary, onClose }: Omit<SubmitDialogProps, 'opened'>) {
  const { t } = useTranslation('entry');
  const locale = useLocale();
  const { grid, snapshot } = useReport();
  const outbox = useOutbox();
  const { items } = useOutboxSnapshot(outbox);
  const words = useSubmissionWords();
  const [acceptsMissing, setAcceptsMissing] = useState(false);
  const [sentId, setSentId] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const { report } = grid;
  const item = items.find((each): each is SubmitItem => each.kind === 'submit' && each.id === sentId);
  const waits = item && words.waits(item);

  const onAnswer = useStable(() => {
    if (sentId === undefined) return;
    if (item?.problem) {
      // Said here, it need not be said again on the page.
      setProblem(words.problem(item.problem));
      setSentId(undefined);
      outbox.discard([sentId]);
    } else if (!item && outbox.wasSubmitted(sentId)) {
      notifySuccess(t('submit.done'));
      onClose();
    } else if (!item) setSentId(undefined);
  });
  useEffect(() => onAnswer());

  function submit(): void {
    setProblem(undefined);
    setSentId(
      outbox.submit({
        reportKey: report.reportKey,
        expectedVersion: report.version,
        acceptMissing: acceptsMissing,
        figures: figuresSeen(grid, snapshot),
      }),
    );
  }

  const { expected, filled, notApplicable } = summary.counters;
  const missing = summary.missing.length;
  return (
    <Stack gap="sm">
      <p className={classes.dialogText}>
        {t('submit.what', {
          issue: t(`common:issue.${report.issueId.toLowerCase()}`),
          month: formatMonth(report.month, locale),
        })}
      </p>
      <ul className={classes.summaryList}>
        <li>{t('submit.filled', { filled, expected })}</li>
        {notApplicable > 0 && <li>{t('submit.notApplicable', { count: notApplicable })}</li>}
        {summary.corrections > 0 && <li>{t('submit.corrections', { count: summary.corrections })}</li>}
        {summary.explained.length > 0 && <li>{t('submit.explained', { count: summary.explained.length })}</li>}
        {summary.warned.length > 0 && <li>{t('submit.warned', { count: summary.warned.length })}</li>}
        {missing > 0 && <li>{t('submit.missing', { count: missing })}</li>}
      </ul>
      {missing > 0 && (
        <Checkbox
          label={t('submit.accept', { count: missing })}
          checked={acceptsMissing}
          onChange={(event) => setAcceptsMissing(event.currentTarget.checked)}
        />
      )}
      <p className={classes.quiet}>{t('submit.after')}</p>
      {problem !== undefined && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      {waits !== undefined && <Alert role="status">{waits}</Alert>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t(waits === undefined ? 'common:action.cancel' : 'common:action.close')}
        </Button>
        {waits === undefined && (
          <Button
            data-autofocus
            loading={item !== undefined}
            disabled={!summary.canSubmit || (missing > 0 && !acceptsMissing)}
            onClick={submit}
          >
            {t('submit.confirm')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
