import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BasisFields } from '#client/lib/basis-fields.tsx';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { useToday } from '#client/lib/use-today.ts';
import { DateField } from '#client/ui/date-field.tsx';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { agencyTypeSchema, agencyTypes, createAgencyInput } from '#shared/agency.ts';
import type { AgencyRow } from './agency-types.ts';

interface AgencyFormProps {
  /** Without one, a new agency is made. */
  agency?: AgencyRow;
  onDone: () => void;
}

export function AgencyForm({ agency, onDone }: AgencyFormProps) {
  const { t } = useTranslation(['agencies', 'common', 'manage']);
  const problem = useFormProblem();
  const today = useToday();
  const form = useForm({
    initialValues: {
      abbr: agency?.abbr ?? '',
      name: agency?.name ?? '',
      type: agencyTypeSchema.catch('other').parse(agency?.type ?? 'dinas'),
      validFrom: agency?.validFrom ?? today,
      source: agency?.source ?? '',
      confidence: agency?.confidence ?? null,
      note: agency?.note ?? '',
    },
    validate: problem.validator(createAgencyInput),
  });
  const options = {
    onError: (error: unknown) => form.setErrors(problem.ofFields(error)),
    onSuccess: () => {
      notifySuccess(t('manage:saved'));
      onDone();
    },
  };
  const create = useMutation(trpc.agency.create.mutationOptions(options));
  const update = useMutation(trpc.agency.update.mutationOptions(options));

  return (
    <DrawerPanel
      opened
      onClose={onDone}
      title={agency ? t('form.editTitle', { name: agency.abbr }) : t('form.addTitle')}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) =>
          agency ? update.mutate({ ...values, id: agency.id, version: agency.version }) : create.mutate(values),
        )}
      >
        <TextInput
          label={t('form.abbr')}
          description={t('form.abbrHint')}
          required
          data-autofocus
          {...form.getInputProps('abbr')}
        />
        <TextInput label={t('form.name')} required {...form.getInputProps('name')} />
        <Select
          label={t('form.type')}
          data={agencyTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('type')}
        />
        <DateField label={t('form.validFrom')} required size="sm" {...form.getInputProps('validFrom')} />
        <BasisFields inputProps={(field) => form.getInputProps(field)} withLegalBasis={false} />
        <Textarea label={t('form.note')} autosize minRows={2} {...form.getInputProps('note')} />
        <FormFooter
          onCancel={onDone}
          submitLabel={agency ? t('common:action.save') : t('form.submitAdd')}
          isPending={create.isPending || update.isPending}
          error={problem.ofForm(create.error ?? update.error)}
        />
      </form>
    </DrawerPanel>
  );
}
