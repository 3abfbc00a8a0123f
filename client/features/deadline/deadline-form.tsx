import { NumberInput, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { DateField } from '#client/ui/date-field.tsx';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { MonthField } from '#client/ui/month-field.tsx';
import { createDeadlineInput, type Deadline } from '#shared/deadline.ts';
import type { IssueId } from '#shared/indicator.ts';
import { addMonths, dueDate } from '#shared/month.ts';
import { type DeadlineList, useDeadlineDone } from './deadline-types.ts';
import { DuePreview } from './due-preview.tsx';

interface DeadlineFormProps {
  list: DeadlineList;
  /** Without one, a new exception is made. */
  deadline?: Deadline;
  onDone: () => void;
}

interface Values {
  issueId: IssueId | null;
  month: string | null;
  mode: 'day' | 'date';
  dueDay: number | string;
  dueDate: string | null;
  note: string;
}

/** An exception for an issue, a month or both, with the due dates it makes. */
export function DeadlineForm({ list, deadline, onDone }: DeadlineFormProps) {
  const { t } = useTranslation(['deadlines', 'common', 'manage']);
  const problem = useFormProblem();
  const { issues } = useChoices();
  const said = useDeadlineDone();
  const form = useForm<Values>({
    initialValues: {
      issueId: deadline?.issueId ?? null,
      month: deadline?.month ?? null,
      mode: deadline?.dueDate ? 'date' : 'day',
      dueDay: deadline?.dueDay ?? list.defaultDay,
      dueDate: deadline?.dueDate ?? null,
      note: deadline?.note ?? '',
    },
  });
  const { values } = form;
  const isDate = values.mode === 'date' && values.month !== null;
  const input = {
    issueId: values.issueId,
    month: values.month,
    dueDay: isDate || typeof values.dueDay !== 'number' ? null : values.dueDay,
    dueDate: isDate ? values.dueDate : null,
    note: values.note,
  };
  const parsed = createDeadlineInput.safeParse(input);
  const others = list.exceptions.filter((each) => each.id !== deadline?.id);
  const options = {
    onError: (error: unknown) => form.setErrors(problem.ofFields(error)),
    onSuccess: (changed: { reports: number }) => {
      said(changed);
      onDone();
    },
  };
  const create = useMutation(trpc.deadline.create.mutationOptions(options));
  const update = useMutation(trpc.deadline.update.mutationOptions(options));

  function submit(): void {
    const errors = problem.validator(createDeadlineInput)(input);
    form.setErrors(errors);
    if (Object.keys(errors).length > 0) return;
    if (deadline) update.mutate({ ...input, id: deadline.id, version: deadline.version });
    else create.mutate(input);
  }

  return (
    <DrawerPanel opened onClose={onDone} title={deadline ? t('form.editTitle') : t('form.addTitle')} size="lg">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={classes.pair}>
          <Select
            label={t('form.issue')}
            placeholder={t('manage:field.allIssues')}
            data={issues}
            clearable
            {...form.getInputProps('issueId')}
          />
          <MonthField
            label={t('form.month')}
            placeholder={t('form.everyMonth')}
            clearable
            {...form.getInputProps('month')}
          />
        </div>
        {values.month !== null && (
          <SegmentedControl
            aria-label={t('form.mode')}
            data={[
              { value: 'day', label: t('form.modeDay') },
              { value: 'date', label: t('form.modeDate') },
            ]}
            {...form.getInputProps('mode')}
          />
        )}
        {isDate && values.month !== null ? (
          <DateField
            label={t('form.dueDate')}
            required
            size="sm"
            min={dueDate(values.month, 1)}
            max={`${addMonths(values.month, 12)}-28`}
            {...form.getInputProps('dueDate')}
          />
        ) : (
          <NumberInput
            label={t('form.dueDay')}
            min={1}
            max={31}
            allowDecimal={false}
            clampBehavior="none"
            required
            {...form.getInputProps('dueDay')}
          />
        )}
        <Textarea
          label={t('form.note')}
          description={t('form.noteHint')}
          autosize
          minRows={2}
          {...form.getInputProps('note')}
        />
        {parsed.success && (
          <DuePreview current={list} next={{ defaultDay: list.defaultDay, exceptions: [...others, parsed.data] }} />
        )}
        <FormFooter
          onCancel={onDone}
          submitLabel={deadline ? t('common:action.save') : t('form.submitAdd')}
          isPending={create.isPending || update.isPending}
          error={problem.ofForm(create.error ?? update.error)}
        />
      </form>
    </DrawerPanel>
  );
}
