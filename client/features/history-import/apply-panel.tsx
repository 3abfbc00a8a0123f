import { Button, Progress, Stack } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import classes from './history-import.module.css';
import type { ImportProgress } from './send-import.ts';
import type { HistoryImport, Preview } from './use-history-import.ts';
import type { ImportWords } from './use-import-words.ts';
import { WarningLine } from './warning-line.tsx';

interface ApplyPanelProps {
  task: HistoryImport;
  preview: Preview;
  words: ImportWords;
  isOnline: boolean;
}

/** The button that writes, and how far the writing is. */
export function ApplyPanel({ task, preview, words, isOnline }: ApplyPanelProps) {
  const { t } = useTranslation('historyImport');
  const errorText = useErrorText();
  const { applying, isUncertain } = task;
  const { counts, reports } = preview.output;
  const written = counts.new + counts.changed;

  async function ask(): Promise<void> {
    const touched = reports.filter(({ effect }) => effect !== 'none').length;
    const message = t('apply.confirm', { number: words.count(written), reports: words.count(touched) });
    const confirmLabel = t('apply.button', { count: written, number: words.count(written) });
    if (await confirmAction({ title: t('apply.confirmTitle'), message, confirmLabel })) task.apply();
  }

  return (
    <Panel title={t('apply.title')}>
      <Stack gap="sm">
        {written === 0 && <p className={form.note}>{t('apply.nothing')}</p>}
        {applying.isPending ? (
          <Running progress={task.progress} words={words} />
        ) : (
          written > 0 && (
            <div className={classes.actions}>
              <Button
                leftSection={<IconDatabaseImport size={18} aria-hidden />}
                disabled={!isOnline || task.checking.isPending}
                onClick={() => void (isUncertain ? task.apply() : ask())}
              >
                {isUncertain ? t('apply.ask') : t('apply.button', { count: written, number: words.count(written) })}
              </Button>
            </div>
          )
        )}
        {applying.error && (
          <WarningLine isAlert>
            {isUncertain
              ? `${t('apply.uncertain')} ${t('apply.uncertainWhat')}`
              : `${t('apply.failed')} ${errorText(applying.error)}`}
          </WarningLine>
        )}
      </Stack>
    </Panel>
  );
}

/** Checking, writing and adding up take their shares of the bar; waiting and saving have no measure. */
const shares = { waiting: [0, 0], checking: [0, 20], writing: [20, 60], summing: [80, 15], saving: [95, 0] } as const;

function Running({ progress, words }: { progress: ImportProgress | undefined; words: ImportWords }) {
  const { t } = useTranslation('historyImport');
  const { step, done, total } = progress ?? { step: 'waiting', done: 0, total: 1 };
  const [from, share] = shares[step];
  const percent = from + (total > 0 ? (share * done) / total : 0);
  return (
    <>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={t('apply.progress')} animated />
      </Progress.Root>
      <p role="status" className={form.note}>
        {t(`apply.${step}`, { done: words.count(done), total: words.count(total) })}
      </p>
      <p className={form.note}>{t('apply.leave')}</p>
    </>
  );
}
