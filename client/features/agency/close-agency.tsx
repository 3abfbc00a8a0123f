import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { useToday } from '#client/lib/use-today.ts';
import { DateField } from '#client/ui/date-field.tsx';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import type { ClosingEffectInput } from '#shared/assignment-admin.ts';
import type { AgencyRow } from './agency-types.ts';

interface CloseAgencyProps {
  agency: AgencyRow;
  onDone: () => void;
  closingEffect: (closing: ClosingEffectInput) => ReactNode;
}

interface Values {
  validTo: string | null;
  successorIds: string[];
  notes: Record<string, string>;
  heirId: string | null;
}

/** An agency ends: when, who takes over, and what that does, before it is done. */
export function CloseAgency({ agency, onDone, closingEffect }: CloseAgencyProps) {
  const { t } = useTranslation('agencies');
  const problem = useFormProblem();
  const { agencies, agencyAbbr } = useChoices();
  const today = useToday();
  const form = useForm<Values>({
    initialValues: { validTo: today, successorIds: [], notes: {}, heirId: null },
  });
  const { validTo, successorIds, heirId, notes } = form.values;
  const close = useMutation(
    trpc.agency.close.mutationOptions({
      onError: (error) => {
        const { successors, ...fields } = problem.ofFields(error);
        form.setErrors(successors ? { ...fields, successorIds: successors } : fields);
      },
      onSuccess: ({ movedCells }) => {
        const name = agency.abbr;
        notifySuccess(movedCells > 0 ? t('close.doneMoved', { name, count: movedCells }) : t('close.done', { name }));
        onDone();
      },
    }),
  );

  /** One successor is the usual heir; one that is no successor any more is none. */
  function chooseSuccessors(ids: string[]): void {
    const heir = ids.length === 1 ? (ids[0] ?? null) : heirId !== null && ids.includes(heirId) ? heirId : null;
    form.setValues({ successorIds: ids, heirId: heir });
  }

  return (
    <DrawerPanel opened onClose={onDone} title={t('close.title', { name: agency.abbr })}>
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit(() => {
          const successors = successorIds.map((agencyId) => ({ agencyId, note: notes[agencyId] ?? null }));
          close.mutate({ id: agency.id, version: agency.version, validTo: validTo ?? '', successors, heirId });
        })}
      >
        <p className={classes.note}>{t('close.lead')}</p>
        <DateField
          label={t('close.validTo')}
          required
          size="sm"
          min={agency.validFrom}
          {...form.getInputProps('validTo')}
        />
        <MultiSelect
          label={t('close.successors')}
          description={t('close.successorsHint')}
          data={agencies(validTo).filter((choice) => choice.value !== agency.id)}
          searchable
          clearable
          {...form.getInputProps('successorIds')}
          onChange={chooseSuccessors}
        />
        {successorIds.length > 1 &&
          successorIds.map((id) => (
            <TextInput
              key={id}
              label={t('close.successorNote', { name: agencyAbbr(id) })}
              placeholder={t('close.successorNotePlaceholder')}
              value={notes[id] ?? ''}
              onChange={(event) => form.setFieldValue('notes', { ...notes, [id]: event.currentTarget.value })}
            />
          ))}
        {successorIds.length > 0 && (
          <Select
            label={t('close.heir')}
            description={t('close.heirHint')}
            placeholder={t('close.heirNone')}
            data={successorIds.map((id) => ({ value: id, label: agencyAbbr(id) }))}
            clearable
            {...form.getInputProps('heirId')}
          />
        )}
        {validTo !== null && closingEffect({ agencyId: agency.id, validTo, heirId })}
        {agency.usage.users > 0 && <p className={classes.note}>{t('close.users', { count: agency.usage.users })}</p>}
        <FormFooter
          onCancel={onDone}
          submitLabel={t('close.submit')}
          isPending={close.isPending}
          isDisabled={validTo === null}
          error={problem.ofForm(close.error)}
        />
      </form>
    </DrawerPanel>
  );
}
