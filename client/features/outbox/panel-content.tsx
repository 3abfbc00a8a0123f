import { Button, FileButton } from '@mantine/core';
import { IconAlertOctagonFilled, IconCloudCheck, IconDownload, IconSend, IconUpload } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError, notifyInfo, notifySuccess } from '#client/lib/notify.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import classes from './outbox.module.css';
import { useShownOutbox } from './outbox-context.ts';
import { countOutbox, groupByReport } from './outbox-groups.ts';
import { PanelWarnings, StorageHint } from './panel-warnings.tsx';
import { ReportSection } from './report-section.tsx';
import { sendable, sendNow } from './send-now.ts';
import { SettleAll } from './settle-all.tsx';
import { useOutboxFile } from './use-outbox-file.ts';

/** What waits on this device, report by report, and what can be done with all of it. */
export function PanelContent() {
  const { t } = useTranslation('outbox');
  const { outbox, snapshot } = useShownOutbox();
  const { items, texts, sendingIds } = snapshot;
  const { exportFile, importFile } = useOutboxFile();
  const groups = useMemo(() => groupByReport(items, texts), [items, texts]);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const resetFile = useRef<() => void>(null);
  const isEmpty = items.length + texts.length === 0;

  const send = async () => {
    setBusy(true);
    const after = await sendNow(outbox);
    setBusy(false);
    const problems = after.items.filter(({ problem }) => problem !== null).length;
    if (after.state === 'signed_out') notifyError(t('sent.signIn'));
    else if (sendable(after) > 0) notifyInfo(t('sent.none'));
    else if (problems > 0) notifyInfo(t('sent.problems', { count: problems }));
    else notifySuccess(t('sent.all'));
  };

  const takeIn = async (file: File | null) => {
    if (!file) return;
    // The same file may be chosen again once it has been put right.
    resetFile.current?.();
    setRefusal(undefined);
    setRefusal(await importFile(outbox, file));
  };

  const importButton = (
    <FileButton accept="application/json,.json" resetRef={resetFile} onChange={takeIn}>
      {(props) => (
        <Button {...props} size="sm" mih={44} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
          {t('action.import')}
        </Button>
      )}
    </FileButton>
  );
  const refused = refusal !== undefined && (
    <div className={classes.notice} data-tone="critical" role="alert">
      <IconAlertOctagonFilled size={18} aria-hidden />
      <div>
        <p className={classes.noticeTitle}>{t('file.refusedTitle')}</p>
        <p>{refusal}</p>
      </div>
    </div>
  );

  if (isEmpty) {
    return (
      <div className={classes.panel}>
        {refused}
        <EmptyState
          title={t('empty.title')}
          icon={<IconCloudCheck size={32} stroke={1.5} aria-hidden />}
          action={importButton}
        >
          {t('empty.text')}
        </EmptyState>
      </div>
    );
  }

  const counts = countOutbox(items, texts, sendingIds);
  const parts = (['sending', 'waiting', 'problems', 'unfinished'] as const).filter((part) => counts[part] > 0);
  return (
    <div className={classes.panel}>
      <div>
        <p className={classes.summary} role="status">
          {parts.map((part) => (
            <span key={part}>{t(`summary.${part}`, { count: counts[part] })}</span>
          ))}
        </p>
        {snapshot.isKept && <p className={classes.quiet}>{t('summary.safe')}</p>}
      </div>
      <PanelWarnings />
      <div className={classes.actions}>
        {sendable(snapshot) > 0 && (
          <Button size="sm" mih={44} loading={isBusy} leftSection={<IconSend size={16} aria-hidden />} onClick={send}>
            {t('action.send')}
          </Button>
        )}
        <Button
          size="sm"
          mih={44}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => exportFile(snapshot)}
        >
          {t('action.export')}
        </Button>
        {importButton}
      </div>
      {refused}
      <SettleAll />
      {groups.map((group) => (
        <ReportSection key={group.reportKey} group={group} />
      ))}
      <StorageHint />
    </div>
  );
}
