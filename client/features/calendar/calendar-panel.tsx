import { Button, CopyButton, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import classes from './calendar-panel.module.css';

/** The person's secret calendar address: made, shown once, made anew, revoked. */
export function CalendarPanel() {
  const { t } = useTranslation(['calendar', 'common']);
  const errorText = useErrorText();
  const clock = useClock();
  const status = useQuery(trpc.calendar.status.queryOptions());
  const onError = (error: unknown) => notifyError({ id: 'calendar', message: errorText(error) });
  const make = useMutation(trpc.calendar.make.mutationOptions({ onError }));
  const revoke = useMutation(
    trpc.calendar.revoke.mutationOptions({
      onError,
      onSuccess: () => {
        make.reset();
        notifySuccess(t('revoked'));
      },
    }),
  );
  if (status.isPending) return <CardSkeleton height={160} />;
  if (!status.data) return <ErrorState onRetry={() => status.refetch()} retrying={status.isFetching} />;
  const { isMade, madeAt } = status.data;

  async function renew(): Promise<void> {
    const isSure = !isMade || (await confirm('renew'));
    if (isSure) make.mutate();
  }

  function confirm(what: 'renew' | 'revoke'): Promise<boolean> {
    return confirmAction({
      title: t(`confirm.${what}Title`),
      message: t(`confirm.${what}`),
      confirmLabel: t(what),
      isDangerous: what === 'revoke',
    });
  }

  return (
    <Panel title={t('title')} subtitle={t('lead')}>
      {make.data ? (
        <div className={classes.made} role="status">
          <TextInput
            label={t('address')}
            description={t('once')}
            value={make.data.address}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={make.data.address}>
            {({ copied, copy }) => (
              <Button variant="default" mih={44} onClick={copy}>
                {t(copied ? 'common:action.copied' : 'common:action.copy')}
              </Button>
            )}
          </CopyButton>
          <p className={classes.note}>{t('how')}</p>
        </div>
      ) : (
        <p className={classes.note}>{isMade && madeAt ? t('madeAt', { at: clock.time(madeAt) }) : t('none')}</p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" mih={44} loading={make.isPending} onClick={() => void renew()}>
          {t(isMade ? 'renew' : 'make')}
        </Button>
        {isMade && (
          <Button
            variant="default"
            mih={44}
            loading={revoke.isPending}
            onClick={async () => {
              if (await confirm('revoke')) revoke.mutate();
            }}
          >
            {t('revoke')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
