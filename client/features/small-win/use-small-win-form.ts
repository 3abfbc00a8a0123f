import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { toAppError } from '#client/lib/app-error.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { useSession } from '#client/lib/session.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import type { SmallWinDetail } from '#shared/small-win.ts';
import { emptyValues, type FormProblems, type FormValues, fieldOf, inputOf, valuesOf } from './form-values.ts';
import { forgetForm, keepForm, restoreForm } from './kept-form.ts';
import { useEvidence } from './use-evidence.ts';

const keepAfterMs = 300;

/**
 * A small win while it is written: its fields, what is wrong with them, its files, and saving.
 * @param win the record that is edited; null for a new one
 * @param today in the province
 * @param decimalsOf how many decimals an indicator has
 */
export function useSmallWinForm(
  win: SmallWinDetail | null,
  today: string,
  decimalsOf: (indicatorId: string | null) => number,
) {
  const { t } = useTranslation('smallWins');
  const locale = useLocale();
  const { user, app } = useSession();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const userId = user?.id ?? '';

  const [target, setTarget] = useState({ id: win?.id ?? null, version: win?.version ?? null });
  const [initial] = useState(() =>
    win ? valuesOf(win, app.defaultMonth, locale) : emptyValues(today, app.defaultMonth),
  );
  const [kept, setKept] = useState(() => restoreForm(userId, target.id, target.version, initial));
  const [values, setValues] = useState<FormValues>(kept ?? initial);
  const [problems, setProblems] = useState<FormProblems>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState<'save' | 'submit'>();
  const evidence = useEvidence(win?.attachments ?? []);
  const form = useRef<HTMLFormElement>(null);
  const isSaving = useRef(false);

  const keep = useDebouncedCallback(
    (next: FormValues) => keepForm(userId, target.id, { version: target.version, values: next }),
    { delay: keepAfterMs, flushOnUnmount: true },
  );

  function change(patch: Partial<FormValues>): void {
    const next = { ...values, ...patch };
    setValues(next);
    keep(next);
    const remaining = { ...problems };
    for (const field of Object.keys(patch)) delete remaining[field as keyof FormValues];
    setProblems(remaining);
    if (Object.keys(remaining).length === 0) setFailure(undefined);
  }

  /** Back to what was there before anything was typed. */
  function discard(): void {
    keep.cancel();
    forgetForm(userId, target.id);
    setKept(undefined);
    setValues(initial);
    setProblems({});
  }

  function showProblems(next: FormProblems): void {
    setProblems(next);
    setFailure(t('form.check'));
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  function showError(error: unknown): void {
    const { code, fields } = toAppError(error);
    const paths = Object.entries(fields);
    if (paths.length > 0) {
      showProblems(Object.fromEntries(paths.map(([path, problem]) => [fieldOf(path), problem])));
      return;
    }
    setFailure(code === 'VERSION_CONFLICT' ? t('form.conflict') : errorText(error));
  }

  async function save(isSubmitting: boolean): Promise<void> {
    // Two presses within one frame would make two records.
    if (isSaving.current) return;
    const decimals = decimalsOf(values.claimIndicatorId);
    const result = inputOf(values, target, { decimals, locale, isSubmitting });
    if ('problems' in result) {
      showProblems(result.problems);
      return;
    }
    setFailure(undefined);
    setBusy(isSubmitting ? 'submit' : 'save');
    isSaving.current = true;
    try {
      const saved = await trpcClient.smallWin.save.mutate(result.input);
      keep.cancel();
      forgetForm(userId, target.id);
      setTarget(saved);
      setKept(undefined);
      if (!(await evidence.sendAll(saved.id))) {
        setFailure(t('form.uploadsFailed'));
        return;
      }
      if (isSubmitting) await trpcClient.smallWin.submit.mutate(saved);
      notifySuccess(t(isSubmitting ? 'done.submit' : 'done.save'));
      await queryClient.invalidateQueries();
      await navigate(`/small-wins/${saved.id}`, { replace: true });
    } catch (error) {
      showError(error);
    } finally {
      isSaving.current = false;
      setBusy(undefined);
    }
  }

  return {
    form,
    values,
    change,
    problems,
    failure,
    busy,
    save,
    evidence,
    savedId: target.id,
    isRestored: kept !== undefined,
    discard,
  };
}

export type SmallWinFormState = ReturnType<typeof useSmallWinForm>;
