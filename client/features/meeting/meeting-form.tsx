import { Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { useSession } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { useToday } from '#client/lib/use-today.ts';
import { DateField } from '#client/ui/date-field.tsx';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { type Meeting, meetingDirections, meetingKinds, meetingSettingsSchema } from '#shared/meeting.ts';

interface MeetingFormProps {
  /** Without one, a new meeting is scheduled. */
  meeting?: Meeting;
  onDone: (id?: string) => void;
}

interface Values {
  title: string;
  date: string | null;
  startTime: string;
  endTime: string;
  place: string;
  kind: (typeof meetingKinds)[number];
  direction: (typeof meetingDirections)[number];
  agenda: string;
  summary: string;
  editionId: string | null;
}

function initialValues(meeting: Meeting | undefined, today: string): Values {
  return {
    title: meeting?.title ?? '',
    date: meeting?.date ?? today,
    startTime: meeting?.startTime ?? '',
    endTime: meeting?.endTime ?? '',
    place: meeting?.place ?? '',
    kind: meeting?.kind ?? 'formal',
    direction: meeting?.direction ?? 'horizontal',
    agenda: meeting?.agenda.join('\n') ?? '',
    summary: meeting?.summary ?? '',
    editionId: meeting?.editionId ?? null,
  };
}

function settingsOf(values: Values) {
  return {
    ...values,
    date: values.date ?? '',
    startTime: values.startTime === '' ? null : values.startTime,
    endTime: values.endTime === '' ? null : values.endTime,
    agenda: values.agenda
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}

export function MeetingForm({ meeting, onDone }: MeetingFormProps) {
  const { t } = useTranslation(['meeting', 'common']);
  const problem = useFormProblem();
  const today = useToday();
  const { app } = useSession();
  const editions = useQuery(trpc.briefing.editions.queryOptions({}));
  const form = useForm<Values>({ initialValues: initialValues(meeting, today) });
  const options = {
    onError: (error: unknown) => form.setErrors(problem.ofFields(error)),
  };
  const create = useMutation(
    trpc.meeting.create.mutationOptions({
      ...options,
      onSuccess: ({ id }) => {
        notifySuccess(t('form.created'));
        onDone(id);
      },
    }),
  );
  const change = useMutation(
    trpc.meeting.change.mutationOptions({
      ...options,
      onSuccess: () => {
        notifySuccess(t('form.changed'));
        onDone();
      },
    }),
  );

  function submit(): void {
    const settings = settingsOf(form.values);
    const errors = problem.validator(meetingSettingsSchema)(settings);
    form.setErrors(agendaTogether(errors));
    if (Object.keys(errors).length > 0) return;
    if (meeting) change.mutate({ ...settings, id: meeting.id, version: meeting.version });
    else create.mutate(settings);
  }

  return (
    <DrawerPanel opened onClose={() => onDone()} title={t(meeting ? 'form.changeTitle' : 'form.createTitle')} size="lg">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput label={t('form.title')} required data-autofocus {...form.getInputProps('title')} />
        <div className={classes.pair}>
          <DateField label={t('form.date')} required size="sm" {...form.getInputProps('date')} />
          <TextInput type="time" label={t('form.startTime')} {...form.getInputProps('startTime')} />
          <TextInput type="time" label={t('form.endTime')} {...form.getInputProps('endTime')} />
        </div>
        <p className={classes.note}>{t('form.timeHint', { zone: app.timeZoneLabel })}</p>
        <TextInput label={t('form.place')} {...form.getInputProps('place')} />
        <div className={classes.pair}>
          <Choice
            label={t('form.kind')}
            options={meetingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={form.values.kind}
            onChange={(kind) => form.setFieldValue('kind', kind)}
          />
          <Choice
            label={t('form.direction')}
            options={meetingDirections.map((value) => ({ value, label: t(`direction.${value}`) }))}
            value={form.values.direction}
            onChange={(direction) => form.setFieldValue('direction', direction)}
            hint={t(`directionHint.${form.values.direction}`)}
          />
        </div>
        <Textarea
          label={t('form.agenda')}
          description={t('form.agendaHint')}
          autosize
          minRows={3}
          {...form.getInputProps('agenda')}
        />
        <Textarea
          label={t('form.summary')}
          description={t('form.summaryHint')}
          autosize
          minRows={3}
          {...form.getInputProps('summary')}
        />
        <Select
          label={t('form.edition')}
          placeholder={t('form.editionNone')}
          data={(editions.data ?? []).map(({ id, title, number }) => ({
            value: id,
            label: t('form.editionName', { title, number }),
          }))}
          searchable
          clearable
          {...form.getInputProps('editionId')}
        />
        <FormFooter
          onCancel={() => onDone()}
          submitLabel={t('common:action.save')}
          isPending={create.isPending || change.isPending}
          error={problem.ofForm(create.error ?? change.error)}
        />
      </form>
    </DrawerPanel>
  );
}

/** The lines of the agenda are one field here. */
function agendaTogether(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, text]) => [path.startsWith('agenda') ? 'agenda' : path, text]),
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  options: { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  hint?: string;
}

function Choice<Value extends string>({ label, options, value, onChange, hint }: ChoiceProps<Value>) {
  const labelId = useId();
  return (
    <div>
      <Input.Label labelElement="div" id={labelId}>
        {label}
      </Input.Label>
      <SegmentedControl aria-labelledby={labelId} data={options} value={value} onChange={onChange} fullWidth />
      {hint && <p className={classes.note}>{hint}</p>}
    </div>
  );
}
