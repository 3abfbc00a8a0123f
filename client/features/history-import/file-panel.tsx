import { Button, Select, Stack } from '@mantine/core';
import { IconFileDownload, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '#client/lib/notify.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { FileDrop } from '#client/ui/file-drop.tsx';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { type ImportContext, mostImportRows } from '#shared/history-import.ts';
import { FileFacts } from './file-facts.tsx';
import classes from './history-import.module.css';
import type { HistoryImport } from './use-history-import.ts';
import type { ImportWords } from './use-import-words.ts';
import { WarningLine } from './warning-line.tsx';

interface FilePanelProps {
  task: HistoryImport;
  context: ImportContext;
  words: ImportWords;
  isOnline: boolean;
}

/** The file, what was read in it, and the button that checks it. */
export function FilePanel({ task, context, words, isOnline }: FilePanelProps) {
  const { t } = useTranslation('historyImport');
  const errorText = useErrorText();
  const { file, plan, checking } = task;
  const problem = task.fileProblem ?? plan?.fileProblem ?? undefined;
  const figures = plan?.figures.length ?? 0;
  const isTooMuch = figures > mostImportRows;
  return (
    <Panel title={t('file.title')} actions={<TemplateButton context={context} />}>
      <Stack gap="sm">
        <p className={form.note}>{t('file.forms')}</p>
        <FileDrop
          label={t('file.choose')}
          hint={t('file.hint')}
          accept=".xlsx,.csv,.tsv,.txt,.xls,.ods,.xlsb"
          maxMegabytes={5}
          disabled={task.isReading || task.applying.isPending}
          onFiles={([first]) => first && task.readFile(first)}
        />
        {task.isReading && (
          <p className={classes.line} role="status">
            {t('file.reading')}
          </p>
        )}
        {problem && (
          <WarningLine isAlert>
            {t(`problem.${problem}`)} {t('problem.nothing')}
          </WarningLine>
        )}
        {file && plan && (
          <>
            <p className={classes.file}>{file.name}</p>
            {file.pages.length > 1 && (
              <Select
                label={t('file.sheet')}
                data={file.pages.map(({ name }, index) => ({ value: String(index), label: name }))}
                value={String(task.page)}
                allowDeselect={false}
                maw={320}
                onChange={(value) => task.choosePage(Number(value))}
              />
            )}
            {plan.fileProblem === null && <FileFacts plan={plan} sheet={task.sheet} words={words} />}
            {isTooMuch && (
              <WarningLine isAlert>
                {t('file.tooMany', { number: words.count(figures), most: words.count(mostImportRows) })}
              </WarningLine>
            )}
            <div className={classes.actions}>
              <Button
                leftSection={<IconListCheck size={18} aria-hidden />}
                disabled={figures === 0 || isTooMuch || !isOnline || task.applying.isPending}
                loading={checking.isPending}
                onClick={() => task.check()}
              >
                {task.preview ? t('check.again') : t('check.button')}
              </Button>
              {plan.waiting > 0 && figures > 0 && <span className={form.note}>{t('check.waitingStay')}</span>}
              <span role="status" className="sr-only">
                {checking.isPending ? t('check.running') : ''}
              </span>
            </div>
            {checking.error && (
              <WarningLine isAlert>
                {t('check.failed')} {errorText(checking.error)} {t('check.nothingWritten')}
              </WarningLine>
            )}
          </>
        )}
      </Stack>
    </Panel>
  );
}

function TemplateButton({ context }: { context: ImportContext }) {
  const { t } = useTranslation('historyImport');
  const errorText = useErrorText();
  const [isSaving, setSaving] = useState(false);

  async function save(): Promise<void> {
    setSaving(true);
    try {
      const { saveTemplate } = await import('./save-template.ts');
      saveTemplate(context);
    } catch (error) {
      notifyError(errorText(error));
    } finally {
      setSaving(false);
    }
  }

  return (
    <Button
      variant="default"
      mih={44}
      loading={isSaving}
      title={t('file.templateHint')}
      leftSection={<IconFileDownload size={18} aria-hidden />}
      onClick={() => void save()}
    >
      {t('file.template')}
    </Button>
  );
}
