import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { isConnectionError } from '#client/lib/app-error.ts';
import { useSession } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { WorkbookProblem } from '#client/lib/workbook/workbook-problem.ts';
import type { DryRunInput, DryRunOutput, ImportContext, ImportResult } from '#shared/history-import.ts';
import type { HistoryPlan } from '#shared/spreadsheet/history.ts';
import { planHistory } from '#shared/spreadsheet/history-plan.ts';
import { type HistoryFile, readHistoryFile } from './history-file.ts';
import { type ImportProgress, sendApply, sendDryRun } from './send-import.ts';

/** What was checked: the rows as they were sent, and what would become of each. */
export type Preview = { input: DryRunInput; output: DryRunOutput };

export type HistoryImport = ReturnType<typeof useHistoryImport>;

/** The way from a file to its figures in the reports: read, asked, checked, applied. */
export function useHistoryImport(context: ImportContext) {
  const queries = useQueryClient();
  const personId = useSession().user?.id ?? '';
  const [page, setPage] = useState(0);
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [ignoresAgency, setIgnoresAgency] = useState(false);
  const [reason, setReason] = useState('');
  const [preview, setPreview] = useState<Preview>();
  const [progress, setProgress] = useState<ImportProgress>();
  const [result, setResult] = useState<ImportResult>();
  const importId = useRef('');

  const reading = useMutation({
    mutationFn: async (file: File): Promise<{ file: HistoryFile; first: number }> => {
      const read = await readHistoryFile(file);
      // The first sheet that is a history; the person can choose another.
      const first = read.pages.findIndex((each) => planHistory(each, context).fileProblem === null);
      return { file: read, first: Math.max(0, first) };
    },
    onSuccess: ({ first }) => {
      forget();
      setPage(first);
      setAnswers({});
      setReason('');
      setIgnoresAgency(false);
    },
  });
  const sheet = reading.data?.file.pages[page];
  const deferred = useDeferredValue(answers);
  const plan = useMemo(
    (): HistoryPlan | undefined => sheet && planHistory(sheet, context, deferred),
    [sheet, context, deferred],
  );

  function forget(): void {
    setPreview(undefined);
    setResult(undefined);
    setProgress(undefined);
    checking.reset();
    applying.reset();
  }

  const checking = useMutation({
    mutationFn: async ({ ignores }: { ignores: boolean }): Promise<Preview> => {
      const rows = (plan?.figures ?? []).map((figure) => (ignores ? { ...figure, agencyId: null } : figure));
      const fileName = (reading.data?.file.name ?? '').slice(0, 200);
      const input: DryRunInput = { fileName, reason: reason.trim() || null, rows };
      return { input, output: await sendDryRun(personId, input) };
    },
    onSuccess: (checked) => {
      applying.reset();
      importId.current = crypto.randomUUID();
      setPreview(checked);
    },
  });

  const applying = useMutation({
    mutationFn: async ({ input, output }: Preview) => {
      setProgress(undefined);
      const asked = { ...input, importId: importId.current, fingerprint: output.fingerprint };
      return sendApply(personId, asked, setProgress);
    },
    onSuccess: async ({ result: done }) => {
      setResult(done);
      await queries.invalidateQueries({ queryKey: trpc.historyImport.list.queryKey() });
    },
  });

  return {
    file: reading.data?.file,
    sheet,
    page,
    plan,
    answers,
    ignoresAgency,
    reason,
    preview,
    progress,
    result,
    isReading: reading.isPending,
    fileProblem: reading.error instanceof WorkbookProblem ? reading.error.code : reading.error ? 'DAMAGED' : undefined,
    checking,
    applying,
    /** The answer was lost: whether it was done is not known until it is asked again, with the same id. */
    isUncertain: applying.error !== null && isConnectionError(applying.error),
    readFile: (file: File) => reading.mutate(file),
    choosePage: (index: number) => {
      forget();
      setAnswers({});
      setPage(index);
    },
    answer: (id: string, choice: string) => {
      forget();
      setAnswers((before) => ({ ...before, [id]: choice }));
    },
    setReason,
    check: (ignores = ignoresAgency) => {
      setIgnoresAgency(ignores);
      checking.mutate({ ignores });
    },
    apply: () => {
      if (preview) applying.mutate(preview);
    },
    startAgain: () => {
      forget();
      reading.reset();
      setAnswers({});
    },
  };
}
