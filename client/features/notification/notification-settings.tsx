import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import { FormError } from '#client/ui/form-error.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { digestFrequencies, type NotificationSettings } from '#shared/notification.ts';
import classes from './notification.module.css';

type Choices = Pick<NotificationSettings, 'kinds' | 'digest'>;
type Way = 'inApp' | 'byMail';
const ways: readonly Way[] = ['inApp', 'byMail'];

/** What a person is told, and how. Only the kinds that their role gets. */
export function NotificationSettingsPanel() {
  const { t } = useTranslation('notification');
  const settings = useQuery(trpc.notification.settings.queryOptions());
  return (
    <div id="pemberitahuan">
      {settings.data ? (
        <Panel title={t('title')} subtitle={t('settings.lead')}>
          <SettingsForm settings={settings.data} />
        </Panel>
      ) : settings.isError ? (
        <ErrorState onRetry={() => settings.refetch()} retrying={settings.isFetching} />
      ) : (
        <CardSkeleton height={280} />
      )}
    </div>
  );
}

function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const { t } = useTranslation('notification');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const mailId = useId();
  const [changed, setChanged] = useState<Choices>();
  const { kinds, digest } = changed ?? settings;
  const mayMail = settings.mail === 'ready';
  const save = useMutation(
    trpc.notification.changeSettings.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(trpc.notification.settings.queryKey(), saved);
        setChanged(undefined);
        notifySuccess(t('settings.saved'));
      },
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    save.mutate({ kinds, ...(digest && { digest }) });
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <p id={mailId} className={classes.mail}>
        {t(`settings.mail.${settings.mail}`, { address: settings.address })}
      </p>
      {kinds.length === 0 && digest === null && <p className={classes.mail}>{t('settings.nothing')}</p>}
      {kinds.length > 0 && (
        <table className={classes.choices}>
          <caption className="sr-only">{t('settings.caption')}</caption>
          <thead>
            <tr>
              <td />
              {ways.map((way) => (
                <th key={way} scope="col">
                  {t(`settings.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((each) => (
              <tr key={each.kind}>
                <th scope="row">
                  {t(`kind.${each.kind}`)}
                  <span className={classes.hint}>{t(`kindHint.${each.kind}`)}</span>
                </th>
                {ways.map((way) => (
                  <td key={way}>
                    <WayBox
                      way={way}
                      isChosen={each[way]}
                      mayMail={mayMail}
                      label={t('settings.wayOf', { kind: t(`kind.${each.kind}`), way: t(`settings.${way}`) })}
                      describedBy={mailId}
                      onChange={(isChosen) =>
                        setChanged({
                          kinds: kinds.map((other) =>
                            other.kind === each.kind ? { ...other, [way]: isChosen } : other,
                          ),
                          digest,
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {digest && (
        <fieldset className={classes.digest}>
          <legend>{t('kind.digest')}</legend>
          <span className={classes.hint}>{t('kindHint.digest')}</span>
          <SegmentedControl
            fullWidth
            size="md"
            aria-label={t('settings.frequency')}
            value={digest.frequency}
            onChange={(value) =>
              setChanged({
                kinds,
                digest: { ...digest, frequency: digestFrequencies.find((each) => each === value) ?? 'none' },
              })
            }
            data={digestFrequencies.map((value) => ({ value, label: t(`settings.${value}`) }))}
          />
          {digest.frequency !== 'none' && (
            <div className={classes.digestWays}>
              {ways.map((way) => (
                <Checkbox
                  key={way}
                  className={classes.digestWay}
                  label={t(`settings.${way}`)}
                  checked={digest[way] && (way === 'inApp' || mayMail)}
                  disabled={way === 'byMail' && !mayMail}
                  aria-describedby={way === 'byMail' ? mailId : undefined}
                  onChange={(event) => setChanged({ kinds, digest: { ...digest, [way]: event.currentTarget.checked } })}
                />
              ))}
            </div>
          )}
        </fieldset>
      )}
      <FormError>{save.error ? errorText(save.error) : undefined}</FormError>
      {(kinds.length > 0 || digest) && (
        <div>
          <Button type="submit" mih={44} loading={save.isPending} disabled={changed === undefined}>
            {t('settings.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

type WayBoxProps = {
  way: Way;
  isChosen: boolean;
  mayMail: boolean;
  label: string;
  describedBy: string;
  onChange: (isChosen: boolean) => void;
};

/** Where mail reaches nobody its choice is kept, but not shown as chosen. */
function WayBox({ way, isChosen, mayMail, label, describedBy, onChange }: WayBoxProps) {
  const id = useId();
  const isOpen = way === 'inApp' || mayMail;
  return (
    <label className={classes.tick} htmlFor={id}>
      <Checkbox
        id={id}
        size="md"
        aria-label={label}
        aria-describedby={way === 'byMail' ? describedBy : undefined}
        checked={isChosen && isOpen}
        disabled={!isOpen}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
