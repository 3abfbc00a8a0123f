import { Button } from '@mantine/core';
import { IconDownload, IconSend, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxAccess } from '#client/lib/outbox/outbox-snapshot.ts';
import { useOutboxSnapshot } from '#client/lib/outbox/use-outbox.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { FormError } from '#client/ui/form-error.tsx';
import classes from './outbox.module.css';
import { sendable, sendNow } from './send-now.ts';
import { useOutboxFile } from './use-outbox-file.ts';

type LeaveDialogProps = {
  outbox: OutboxAccess;
  /** Signs out and takes everything of the person off the device; rejects when the server was not reached. */
  onLeave: () => Promise<void>;
  onStay: () => void;
};

/** Signing out while something is unsent: what shall become of it is asked, never guessed. */
export function LeaveDialog({ outbox, onLeave, onStay }: LeaveDialogProps) {
  const { t } = useTranslation(['outbox', 'common', 'shell']);
  const snapshot = useOutboxSnapshot(outbox);
  const { exportFile } = useOutboxFile();
  const [busy, setBusy] = useState<'send' | 'export' | 'discard'>();
  const [problem, setProblem] = useState<string>();
  const { items, texts } = snapshot;
  const count = items.length + texts.length;
  const stuck = items.filter((item) => item.problem !== null).length + texts.length;

  const leave = async () => {
    try {
      await onLeave();
    } catch {
      setProblem(t('shell:account.signOutFailed'));
    }
  };

  const run = async (what: 'send' | 'export' | 'discard', work: () => Promise<void>) => {
    setBusy(what);
    setProblem(undefined);
    await work();
    setBusy(undefined);
  };

  const send = () =>
    run('send', async () => {
      const after = await sendNow(outbox);
      const left = after.items.length + after.texts.length;
      if (left === 0) await leave();
      else setProblem(sendable(after) > 0 ? t('leave.unreachable') : t('leave.left', { count: left }));
    });

  const exportAndLeave = () =>
    run('export', async () => {
      exportFile(snapshot);
      await leave();
    });

  // Everything may go out by itself while the question is open.
  if (count === 0 && busy !== 'send') {
    return (
      <Dialog opened onClose={() => busy === undefined && onStay()} title={t('sent.all')}>
        <FormError>{problem}</FormError>
        <div className={classes.leaveEnd}>
          <Button variant="subtle" mih={44} disabled={busy !== undefined} onClick={onStay}>
            {t('common:action.cancel')}
          </Button>
          <Button mih={44} data-autofocus loading={busy !== undefined} onClick={() => run('discard', leave)}>
            {t('common:action.signOut')}
          </Button>
        </div>
      </Dialog>
    );
  }

  return (
    <Dialog
      opened
      onClose={() => busy === undefined && onStay()}
      title={t('leave.title', { count })}
      closeOnClickOutside={false}
    >
      <div className={classes.panel}>
        <p>{t('leave.text')}</p>
        {stuck > 0 && <p>{t(stuck < count ? 'leave.problems' : 'leave.allProblems', { count: stuck })}</p>}
        <div className={classes.choices}>
          {stuck < count && (
            <Choice hint={t('leave.sendHint')}>
              <Button
                fullWidth
                mih={44}
                data-autofocus
                leftSection={<IconSend size={16} aria-hidden />}
                loading={busy === 'send'}
                disabled={busy !== undefined}
                onClick={send}
              >
                {t('leave.send')}
              </Button>
            </Choice>
          )}
          <Choice hint={t('leave.exportHint')}>
            <Button
              fullWidth
              mih={44}
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              loading={busy === 'export'}
              disabled={busy !== undefined}
              onClick={exportAndLeave}
            >
              {t('leave.export')}
            </Button>
          </Choice>
          <Choice hint={t('leave.discardHint')}>
            <Button
              fullWidth
              mih={44}
              variant="default"
              c="var(--danger)"
              leftSection={<IconTrash size={16} aria-hidden />}
              loading={busy === 'discard'}
              disabled={busy !== undefined}
              onClick={() => run('discard', leave)}
            >
              {t('leave.discard')}
            </Button>
          </Choice>
        </div>
        <FormError>{problem}</FormError>
        <div className={classes.leaveEnd}>
          <Button variant="subtle" mih={44} disabled={busy !== undefined} onClick={onStay}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Choice({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <div className={classes.choice}>
      {children}
      <p className={classes.quiet}>{hint}</p>
    </div>
  );
}
