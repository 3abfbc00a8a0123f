import { useTranslation } from 'react-i18next';
import { AppClientError } from '#client/lib/app-error.ts';
import type { OutboxProblem, SubmitItem } from '#client/lib/outbox/outbox-item.ts';
import { useOutbox, useOutboxSnapshot } from '#client/lib/outbox/use-outbox.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';

/** What becomes of a submission, in words. */
export function useSubmissionWords() {
  const { t } = useTranslation('submission');
  const errorText = useErrorText();
  const { items, state } = useOutboxSnapshot(useOutbox());

  return {
    /** Why it has not gone yet; undefined while it is on its way. */
    waits: ({ reportKey }: SubmitItem): string | undefined => {
      if (state === 'signed_out') return t('signedOut');
      if (items.some((item) => item.reportKey === reportKey && item.problem !== null)) return t('held');
      return state === 'waiting' ? t('kept') : undefined;
    },
    problem: (problem: OutboxProblem): string =>
      problem.kind === 'refused'
        ? t('refused', { why: errorText(new AppClientError(problem.code, { params: problem.params })) })
        : t('changed'),
  };
}
