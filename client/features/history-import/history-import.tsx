import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import form from '#client/ui/form.module.css';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import type { ImportContext } from '#shared/history-import.ts';
import { ApplyPanel } from './apply-panel.tsx';
import { FilePanel } from './file-panel.tsx';
import { LeftPanel } from './left-panel.tsx';
import { PastImports } from './past-imports.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { ResultPanel } from './result-panel.tsx';
import { useHistoryImport } from './use-history-import.ts';
import { useImportWords } from './use-import-words.ts';
import { useOnline } from './use-online.ts';
import { WarningLine } from './warning-line.tsx';

/** Kelola → Impor riwayat: a file, its questions, what it would do, and doing it. */
export function HistoryImport() {
  const { t } = useTranslation('historyImport');
  const errorText = useErrorText();
  const context = useQuery({ ...trpc.historyImport.context.queryOptions(), staleTime: 5 * 60_000 });
  return (
    <div className={form.stack}>
      <LoadedQuery query={context} waiting={<TableSkeleton rows={6} />} failed={t('loadFailed')} errorText={errorText}>
        {context.data && <Steps context={context.data} />}
      </LoadedQuery>
      <PastImports />
    </div>
  );
}

function Steps({ context }: { context: ImportContext }) {
  const { t } = useTranslation('historyImport');
  const isOnline = useOnline();
  const words = useImportWords(context);
  const task = useHistoryImport(context);
  const { plan, preview, result } = task;
  return (
    <>
      <p className={form.note}>{t('lead')}</p>
      {!isOnline && <WarningLine isAlert>{t('offline')}</WarningLine>}
      {result ? (
        <ResultPanel result={result} words={words} onAgain={task.startAgain} />
      ) : (
        <>
          <FilePanel task={task} context={context} words={words} isOnline={isOnline} />
          {plan && plan.questions.length > 0 && <QuestionPanel task={task} plan={plan} words={words} />}
          {plan && plan.problems.length > 0 && <LeftPanel problems={plan.problems} />}
          {preview && <PreviewPanel task={task} preview={preview} words={words} isOnline={isOnline} />}
          {preview && <ApplyPanel task={task} preview={preview} words={words} isOnline={isOnline} />}
        </>
      )}
    </>
  );
}
