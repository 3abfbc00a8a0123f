import { Button, Checkbox, Stack, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#client/ui/panel.tsx';
import classes from './history-import.module.css';
import { LineTable } from './line-table.tsx';
import { LinesDownload } from './lines-download.tsx';
import { previewLines } from './preview-lines.ts';
import { ReportTable } from './report-table.tsx';
import type { HistoryImport, Preview } from './use-history-import.ts';
import type { ImportWords } from './use-import-words.ts';

interface PreviewPanelProps {
  task: HistoryImport;
  preview: Preview;
  words: ImportWords;
  isOnline: boolean;
}

/** What the import would do, before any of it is done. */
export function PreviewPanel({ task, preview, words, isOnline }: PreviewPanelProps) {
  const { t } = useTranslation('historyImport');
  const lines = useMemo(() => previewLines(preview), [preview]);
  const refused = useMemo(() => lines.filter(({ result }) => result.outcome === 'refused'), [lines]);
  const { counts, reports } = preview.output;
  return (
    <Panel
      title={t('preview.title')}
      subtitle={t('preview.lead')}
      actions={<LinesDownload title={t('preview.download')} lines={lines} words={words} />}
    >
      <Stack gap="md">
        <div role="status">
          <ul className={classes.counts}>
            {(['new', 'changed', 'same', 'refused'] as const).map((key) => (
              <li key={key}>
                <span className={classes.number}>{words.count(counts[key])}</span> {t(`preview.${key}`)}
              </li>
            ))}
          </ul>
        </div>
        {counts.corrections > 0 && (
          <p className={classes.warning}>
            {t('preview.corrections', { count: counts.corrections, number: words.count(counts.corrections) })}
          </p>
        )}
        <Settings task={task} lines={refused} hasCorrections={counts.corrections > 0} isOnline={isOnline} />
        <ReportTable reports={reports} lines={lines} words={words} />
        {refused.length > 0 && (
          <section aria-label={t('preview.refusedTitle')}>
            <LineTable caption={t('preview.refusedTitle')} lines={refused} words={words} hasPlace />
          </section>
        )}
      </Stack>
    </Panel>
  );
}

interface SettingsProps {
  task: HistoryImport;
  lines: ReturnType<typeof previewLines>;
  hasCorrections: boolean;
  isOnline: boolean;
}

/** What the person can decide about the refused rows; each decision is checked anew. */
function Settings({ task, lines, hasCorrections, isOnline }: SettingsProps) {
  const { t } = useTranslation('historyImport');
  const [reason, setReason] = useState(task.reason);
  const needsReason = hasCorrections || lines.some(({ result }) => result.refusal === 'reason_required');
  const hasOthers = task.ignoresAgency || lines.some(({ result }) => result.refusal === 'other_agency');
  if (!needsReason && !hasOthers) return null;
  return (
    <Stack gap="sm">
      {needsReason && (
        <>
          <Textarea
            label={t('preview.reasonLabel')}
            description={t('preview.reasonHint')}
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              task.setReason(event.currentTarget.value);
            }}
          />
          <div className={classes.actions}>
            <Button
              variant="default"
              loading={task.checking.isPending}
              disabled={!isOnline || task.applying.isPending}
              onClick={() => task.check()}
            >
              {t('check.again')}
            </Button>
          </div>
        </>
      )}
      {hasOthers && (
        <Checkbox
          label={t('preview.ignoreAgency')}
          description={t('preview.ignoreAgencyHint')}
          checked={task.ignoresAgency}
          disabled={task.checking.isPending || task.applying.isPending || !isOnline}
          onChange={(event) => task.check(event.currentTarget.checked)}
        />
      )}
    </Stack>
  );
}
