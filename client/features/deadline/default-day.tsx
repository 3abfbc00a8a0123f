import { NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import form from '#client/ui/form.module.css';
import { FormError } from '#client/ui/form-error.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { dueDaySchema } from '#shared/deadline.ts';
import { type DeadlineList, useDeadlineDone } from './deadline-types.ts';
import { DuePreview } from './due-preview.tsx';
import { SaveButton } from './save-button.tsx';

/** The day of the following month on which reports are due, and what another day would do. */
export function DefaultDay({ list }: { list: DeadlineList }) {
  const { t } = useTranslation('deadlines');
  const { app } = useSession();
  const problem = useFormProblem();
  const done = useDeadlineDone();
  const { defaultDay, exceptions } = list;
  const [day, setDay] = useState<number | string>(defaultDay);
  const parsed = dueDaySchema.safeParse(day);
  const isChanged = parsed.success && parsed.data !== defaultDay;
  const save = useMutation(trpc.deadline.setDefaultDay.mutationOptions({ onSuccess: done }));
  const fieldError = save.error ? problem.ofFields(save.error).day : undefined;
  return (
    <Panel title={t('defaultDay.title')} subtitle={t('lead', { zone: app.timeZoneLabel })}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed.success) save.mutate({ day: parsed.data, seen: defaultDay });
        }}
      >
        <NumberInput
          label={t('defaultDay.label')}
          description={t('defaultDay.hint')}
          min={1}
          max={31}
          allowDecimal={false}
          clampBehavior="none"
          value={day}
          onChange={setDay}
          error={parsed.success ? fieldError : problem.validator(dueDaySchema)(day)['']}
          maw={340}
        />
        {isChanged && <DuePreview current={list} next={{ defaultDay: parsed.data, exceptions }} />}
        <FormError>{problem.ofForm(save.error)}</FormError>
        <SaveButton label={t('defaultDay.save')} isChanged={isChanged} isSaving={save.isPending} />
      </form>
    </Panel>
  );
}
