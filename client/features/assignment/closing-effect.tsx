import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { FormError } from '#client/ui/form-error.tsx';
import type { ClosingEffectInput } from '#shared/assignment-admin.ts';
import { useTaskName } from './assignment-types.ts';
import { EffectSummary } from './effect-summary.tsx';
import { useChangeError } from './use-change-error.ts';

/** What ending an agency does to its assignments and to cells in its reports. */
export function ClosingEffect({ closing }: { closing: ClosingEffectInput }) {
  const { t } = useTranslation('assignments');
  const taskName = useTaskName();
  const changeError = useChangeError();
  const effect = useQuery(trpc.assignment.previewClosing.queryOptions(closing));
  if (effect.error) return <FormError>{changeError(effect.error)}</FormError>;
  const assignments = effect.data?.assignments ?? [];
  return (
    <EffectSummary effect={effect.data}>
      <p>
        {assignments.length === 0
          ? t('effect.noAssignments')
          : t('effect.assignments', { count: assignments.length, tasks: assignments.map(taskName).join('; ') })}
      </p>
    </EffectSummary>
  );
}
