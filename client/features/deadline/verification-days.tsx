import { NumberInput } from '@mantine/core';
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
import { setVerificationDaysInput } from '#shared/deadline.ts';
import { verificationDueDate } from '#shared/report/verification-clock.ts';
import type { DeadlineList } from './deadline-types.ts';
import { SaveButton } from './save-button.tsx';

const daysSchema = setVerificationDaysInput.shape.days;

/** How many working days verifiers have for a report, and what that means for one that is handed in today. */
export function VerificationDays({ list }: { list: DeadlineList }) {
  const { t } = useTranslation('deadlines');
  const locale = useLocale();
  const problem = useFormProblem();
  const { verificationDays, today } = list;
  const [days, setDays] = useState<number | string>(verificationDays);
  const parsed = daysSchema.safeParse(days);
  const isChanged = parsed.success && parsed.data !== verificationDays;
  const save = useMutation(
    trpc.deadline.setVerificationDays.mutationOptions({ onSuccess: () => notifySuccess(t('verification.done')) }),
  );
  return (
    <Panel title={t('verification.title')} subtitle={t('verification.lead')}>
      <form
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed.success) save.mutate({ days: parsed.data, seen: verificationDays });
        }}
      >
        <NumberInput
          label={t('verification.label')}
          description={t('verification.hint')}
          min={1}
          max={30}
          allowDecimal={false}
          clampBehavior="none"
          value={days}
          onChange={setDays}
          error={parsed.success ? undefined : problem.validator(daysSchema)(days)['']}
          maw={480}
        />
        {parsed.success && (
          <p className={form.note} role="status">
            {t('verification.example', {
              from: formatDate(today, locale),
              until: formatDate(verificationDueDate(today, parsed.data), locale),
            })}
          </p>
        )}
        <FormError>{problem.ofForm(save.error)}</FormError>
        <SaveButton label={t('verification.save')} isChanged={isChanged} isSaving={save.isPending} />
      </form>
    </Panel>
  );
}
