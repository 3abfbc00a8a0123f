import { NumberInput, SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import form from '#client/ui/form.module.css';
import { FormError } from '#client/ui/form-error.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { formatDate } from '#shared/date-format.ts';
import { lockDaysSchema } from '#shared/deadline.ts';
import type { DeadlineList } from './deadline-types.ts';
import { closedBy } from './lock-effect.ts';
import { SaveButton } from './save-button.tsx';

const suggestedDays = 60;

/** For how long after the deadline figures are taken, and what that closes. Nothing is closed where nothing is set. */
export function LockSetting({ list }: { list: DeadlineList }) {
  const { t } = useTranslation('deadlines');
  const problem = useFormProblem();
  const { lockAfterDays } = list;
  const [isOn, setOn] = useState(lockAfterDays !== null);
  const [days, setDays] = useState<number | string>(lockAfterDays ?? suggestedDays);
  const parsed = lockDaysSchema.nullable().safeParse(isOn ? days : null);
  const isChanged = parsed.success && parsed.data !== lockAfterDays;
  const save = useMutation(trpc.deadline.setLock.mutationOptions({ onSuccess: () => notifySuccess(t('lock.done')) }));
  return (
    <Panel title={t('lock.title')} subtitle={t('lock.lead')}>
      <form
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed.success) save.mutate({ days: parsed.data, seen: lockAfterDays });
        }}
      >
        <SegmentedControl
          aria-label={t('lock.mode')}
          value={isOn ? 'after' : 'never'}
          onChange={(value) => setOn(value === 'after')}
          data={[
            { value: 'never', label: t('lock.never') },
            { value: 'after', label: t('lock.after') },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
        {isOn && (
          <NumberInput
            label={t('lock.days')}
            description={t('lock.hint')}
            min={0}
            allowDecimal={false}
            clampBehavior="none"
            value={days}
            onChange={setDays}
            error={parsed.success ? undefined : problem.validator(lockDaysSchema)(days)['']}
            maw={480}
          />
        )}
        {parsed.success && <LockEffect list={list} days={parsed.data} />}
        <FormError>{problem.ofForm(save.error)}</FormError>
        <SaveButton label={t('lock.save')} isChanged={isChanged} isSaving={save.isPending} />
      </form>
    </Panel>
  );
}

/** What the setting closes, and what it opens again. */
function LockEffect({ list, days }: { list: DeadlineList; days: number | null }) {
  const { t } = useTranslation('deadlines');
  const locale = useLocale();
  const closed = closedBy(list, days);
  const opened = closedBy(list, list.lockAfterDays).reports - closed.reports;
  return (
    <div role="status">
      {closed.lastDueDate !== null && (
        <p className={form.note}>
          {t('lock.closes', { count: closed.reports, date: formatDate(closed.lastDueDate, locale) })}
        </p>
      )}
      {closed.lastDueDate === null && days !== null && <p className={form.note}>{t('lock.none')}</p>}
      {opened > 0 && <p className={form.note}>{t('lock.opens', { count: opened })}</p>}
    </div>
  );
}
