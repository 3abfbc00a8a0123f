import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BasisFields } from '#client/lib/basis-fields.tsx';
import { notifySuccess } from '#client/lib/notify.ts';
import { type RouterInput, trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { useToday } from '#client/lib/use-today.ts';
import { DateField } from '#client/ui/date-field.tsx';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import classes from '#client/ui/form.module.css';
import { FormError } from '#client/ui/form-error.tsx';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { assignmentRoles } from '#shared/assignment.ts';
import { assignmentChangeSchema } from '#shared/assignment-admin.ts';
import { type ChangeValues, changeOf, initialValues } from './assignment-change.ts';
import { type AssignmentRow, useTaskName } from './assignment-types.ts';
import { EffectSummary } from './effect-summary.tsx';
import { useChangeError } from './use-change-error.ts';

export type OpenedForm = { kind: 'create' } | { kind: 'hand_over' | 'end' | 'correct'; assignment: AssignmentRow };

/** One form for making, handing over, ending and correcting: the effect is shown before anything is done. */
export function AssignmentForm({ opened, onDone }: { opened: OpenedForm; onDone: () => void }) {
  const { t } = useTranslation(['assignments', 'manage']);
  const { kind } = opened;
  const assignment = opened.kind === 'create' ? undefined : opened.assignment;
  const problem = useFormProblem();
  const changeError = useChangeError();
  const choices = useChoices();
  const taskName = useTaskName();
  const today = useToday();
  const form = useForm<ChangeValues>({ initialValues: initialValues(opened, today) });
  const change = changeOf(opened, form.values);
  const [asked] = useDebouncedValue(JSON.stringify(change), 300);
  const isComplete = assignmentChangeSchema.safeParse(change).success;
  const isSettled = asked === JSON.stringify(change);
  const effect = useQuery({
    ...trpc.assignment.preview.queryOptions(change),
    enabled: isComplete && isSettled,
    staleTime: 5_000,
  });
  const save = useMutation(
    trpc.assignment.change.mutationOptions({
      onError: (error) => form.setErrors(problem.ofFields(error)),
      onSuccess: ({ movedCells }) => {
        notifySuccess(movedCells > 0 ? t('doneMoved', { count: movedCells }) : t('done'));
        onDone();
      },
    }),
  );

  function submit(input: RouterInput['assignment']['change']): void {
    const errors = problem.validator(assignmentChangeSchema)(input);
    form.setErrors(errors);
    if (Object.keys(errors).length === 0) save.mutate(input);
  }

  const refused = save.error ?? (isComplete && isSettled ? effect.error : null);
  const fieldsOfRefusal = refused ? problem.ofFields(refused) : {};
  const errorOf = (field: string) => form.errors[field] ?? fieldsOfRefusal[field];

  return (
    <DrawerPanel opened onClose={onDone} title={t(`form.${kind}Title`, { agency: assignment?.agencyAbbr })}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(change);
        }}
      >
        {assignment && <p className={classes.note}>{taskName(assignment)}</p>}
        {kind === 'correct' && <p className={classes.note}>{t('form.correctLead')}</p>}
        {kind === 'create' && (
          <>
            <Select
              label={t('form.role')}
              data={assignmentRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps('role')}
            />
            <Select
              label={t('manage:field.issue')}
              placeholder={t('manage:field.allIssues')}
              data={choices.issues}
              clearable
              {...form.getInputProps('issueId')}
              error={errorOf('issueId')}
            />
            <Select
              label={t('manage:field.area')}
              placeholder={t('manage:field.wholeProvince')}
              data={choices.areas}
              searchable
              clearable
              limit={200}
              {...form.getInputProps('areaId')}
              error={errorOf('areaId')}
            />
          </>
        )}
        {kind !== 'end' && (
          <Select
            label={t(kind === 'hand_over' ? 'form.newAgency' : 'form.agency')}
            data={choices.agencies(form.values.validFrom)}
            searchable
            required
            {...form.getInputProps('agencyId')}
            error={errorOf('agencyId')}
          />
        )}
        <div className={classes.pair}>
          {kind !== 'end' && (
            <DateField
              label={t(kind === 'hand_over' ? 'form.newFrom' : 'form.validFrom')}
              required
              size="sm"
              {...form.getInputProps('validFrom')}
              error={errorOf('validFrom')}
            />
          )}
          {kind !== 'hand_over' && (
            <DateField
              label={t('form.validTo')}
              placeholder={kind === 'end' ? undefined : t('form.noEnd')}
              required={kind === 'end'}
              clearable={kind !== 'end'}
              size="sm"
              {...form.getInputProps('validTo')}
              error={errorOf('validTo')}
            />
          )}
        </div>
        {kind !== 'end' && <BasisFields inputProps={(field) => form.getInputProps(field)} />}
        {isComplete && refused === null && <EffectSummary effect={isSettled ? effect.data : undefined} />}
        {refused !== null && save.error === null && Object.keys(fieldsOfRefusal).length === 0 && (
          <FormError>{changeError(refused)}</FormError>
        )}
        <FormFooter
          onCancel={onDone}
          submitLabel={t(`form.${kind}`)}
          isPending={save.isPending}
          error={save.error && Object.keys(fieldsOfRefusal).length === 0 ? changeError(save.error) : undefined}
        />
      </form>
    </DrawerPanel>
  );
}
