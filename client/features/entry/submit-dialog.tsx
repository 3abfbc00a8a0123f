import { Alert, Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { ReportSummary } from '#shared/report.ts';
import classes from './entry-page.module.css';
import { useReport } from './sheet-context.ts';

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
  const { grid } = useReport();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [acceptsMissing, setAcceptsMissing] = useState(false);
  const { report } = grid;
  const query = trpc.report.get.queryOptions({ reportKey: report.reportKey });
  const submit = useMutation(
    trpc.report.submit.mutationOptions({
      onSuccess: () => {
        notifySuccess(t('submit.done'));
        onClose();
      },
      // Somebody changed the report meanwhile: show it as it is now.
      onError: () => void queries.invalidateQueries({ queryKey: query.queryKey }),
    }),
  );
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
      {submit.isError && (
        <Alert color="red" role="alert">
          {errorText(submit.error)}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button
          data-autofocus
          loading={submit.isPending}
          disabled={!summary.canSubmit || (missing > 0 && !acceptsMissing)}
          onClick={() =>
            submit.mutate({
              reportKey: report.reportKey,
              expectedVersion: report.version,
              acceptMissing: acceptsMissing,
            })
          }
        >
          {t('submit.confirm')}
        </Button>
      </Group>
    </Stack>
  );
}
