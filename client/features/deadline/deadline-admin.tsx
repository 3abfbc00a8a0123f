import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import { DefaultDay } from './default-day.tsx';
import { DuePreview } from './due-preview.tsx';
import { ExceptionPanel } from './exception-panel.tsx';
import { LockSetting } from './lock-setting.tsx';
import { VerificationDays } from './verification-days.tsx';

export function DeadlineAdmin() {
  const { t } = useTranslation('deadlines');
  const errorText = useErrorText();
  const deadlines = useQuery(trpc.deadline.list.queryOptions());
  if (deadlines.isPending) return <TableSkeleton rows={8} />;
  if (deadlines.error) {
    return (
      <ErrorState
        title={errorText(deadlines.error)}
        onRetry={() => deadlines.refetch()}
        retrying={deadlines.isFetching}
      />
    );
  }
  const { defaultDay, lockAfterDays, verificationDays, exceptions } = deadlines.data;
  return (
    <div className={form.stack}>
      <DefaultDay key={defaultDay} list={deadlines.data} />
      <ExceptionPanel list={deadlines.data} />
      <VerificationDays key={`verification ${verificationDays}`} list={deadlines.data} />
      <LockSetting key={`lock ${lockAfterDays}`} list={deadlines.data} />
      <Panel title={t('preview.title')} subtitle={t('preview.lead')}>
        <DuePreview current={{ defaultDay, exceptions }} />
      </Panel>
    </div>
  );
}
