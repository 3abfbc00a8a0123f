import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import { referenceQuery } from '#client/lib/reference.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { useToday } from '#client/lib/use-today.ts';
import { DateField } from '#client/ui/date-field.tsx';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import type { IssueId } from '#shared/indicator.ts';
import { type ActionItem, changeActionItemInput, recordActionItemInput } from '#shared/meeting.ts';

interface ItemFormProps {
  /** Without one, a new item is recorded. */
  item?: ActionItem;
  meetingId?: string | null;
  decision?: { id: string; issueId: IssueId | null };
  onDone: () => void;
}

interface Values {
  text: string;
  ownerAgencyId: string | null;
  dueDate: string | null;
  issueId: IssueId | null;
  indicatorId: string | null;
  areaId: string | null;
  note: string;
}

/** Records or corrects an item: what, who, by when, and the figure that should move for it. */
export function ItemForm({ item, meetingId = null, decision, onDone }: ItemFormProps) {
  const { t } = useTranslation(['actionItem', 'common']);
  const problem = useFormProblem();
  const choices = useChoices();
  const indicators = useIndicatorChoices();
  const today = useToday();
  // Chosen once, so that a request that is sent again records the item once.
  const [id] = useState(() => item?.id ?? crypto.randomUUID());
  const form = useForm<Values>({
    initialValues: {
      text: item?.text ?? '',
      ownerAgencyId: item?.ownerAgencyId ?? null,
      dueDate: item?.dueDate ?? null,
      issueId: item?.issueId ?? decision?.issueId ?? null,
      indicatorId: item?.figure?.indicatorId ?? null,
      areaId: item?.figure?.areaId ?? null,
      note: '',
    },
  });
  const { values } = form;
  const options = (message: string) => ({
    onError: (error: unknown) => form.setErrors(namedErrors(problem.ofFields(error))),
    onSuccess: () => {
      notifySuccess(message);
      onDone();
    },
  });
  const record = useMutation(trpc.actionItem.record.mutationOptions(options(t('form.saved'))));
  const change = useMutation(trpc.actionItem.change.mutationOptions(options(t('form.changed'))));
  const isPostponed = item !== undefined && values.dueDate !== item.dueDate;
  const settings = {
    text: values.text,
    ownerAgencyId: values.ownerAgencyId ?? '',
    dueDate: values.dueDate ?? '',
    issueId: values.issueId,
    figure: values.indicatorId
      ? { indicatorId: values.indicatorId, areaId: values.areaId ?? choices.provinceId ?? '' }
      : null,
  };

  function submit(): void {
    if (item) {
      const input = { ...settings, id, version: item.version, note: values.note };
      if (isValid(changeActionItemInput, input)) change.mutate(input);
      return;
    }
    const input = { ...settings, id, meetingId, decisionId: decision?.id ?? null };
    if (isValid(recordActionItemInput, input)) record.mutate(input);
  }

  function isValid(schema: Parameters<typeof problem.validator>[0], input: unknown): boolean {
    const errors = namedErrors(problem.validator(schema)(input));
    if (isPostponed && values.note.trim() === '') errors.note = t('progress.missing');
    form.setErrors(errors);
    return Object.keys(errors).length === 0;
  }

  return (
    <DrawerPanel opened onClose={onDone} title={t(item ? 'form.change' : 'form.add')} size="lg">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Textarea
          label={t('form.text')}
          description={t('form.textHint')}
          autosize
          minRows={2}
          required
          data-autofocus
          {...form.getInputProps('text')}
        />
        <div className={classes.pair}>
          <Select
            label={t('form.owner')}
            data={choices.agencies(today)}
            searchable
            required
            {...form.getInputProps('ownerAgencyId')}
          />
          <DateField label={t('form.dueDate')} required size="sm" {...form.getInputProps('dueDate')} />
        </div>
        {isPostponed && (
          <Textarea label={t('form.reason')} autosize minRows={2} required {...form.getInputProps('note')} />
        )}
        <Select
          label={t('form.issue')}
          placeholder={t('form.issueNone')}
          data={choices.issues}
          clearable
          {...form.getInputProps('issueId')}
          onChange={(value) => {
            const issueId = choices.issues.find((each) => each.value === value) ? (value as IssueId) : null;
            form.setValues({ issueId, ...(indicators.isOf(values.indicatorId, issueId) ? {} : { indicatorId: null }) });
          }}
        />
        <div className={classes.pair}>
          <Select
            label={t('form.indicator')}
            description={t('form.indicatorHint')}
            placeholder={t('form.indicatorNone')}
            data={indicators.of(values.issueId)}
            searchable
            clearable
            {...form.getInputProps('indicatorId')}
          />
          {values.indicatorId !== null && (
            <Select
              label={t('form.area')}
              data={choices.areas}
              searchable
              limit={200}
              {...form.getInputProps('areaId')}
              value={values.areaId ?? choices.provinceId ?? null}
            />
          )}
        </div>
        <FormFooter
          onCancel={onDone}
          submitLabel={t('common:action.save')}
          isPending={record.isPending || change.isPending}
          error={problem.ofForm(record.error ?? change.error)}
        />
      </form>
    </DrawerPanel>
  );
}

/** The figure's two fields stand by themselves in the form. */
function namedErrors(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([path, text]) => [path.replace('figure.', ''), text]));
}

/** Indicators of an issue, or of all, grouped by issue. */
function useIndicatorChoices() {
  const { t } = useTranslation('common');
  const locale = useLocale();
  const { data } = useQuery(referenceQuery());
  const indicators = data?.indicators ?? [];
  const name = (each: { nameId: string; nameEn: string }) => (locale === 'en' ? each.nameEn : each.nameId);
  return {
    of: (issueId: IssueId | null) =>
      (data?.issues ?? [])
        .filter((issue) => issueId === null || issue.id === issueId)
        .map((issue) => ({
          group: t(`issue.${issue.id.toLowerCase()}`),
          items: indicators
            .filter((each) => each.issueId === issue.id)
            .map((each) => ({ value: each.id, label: name(each) })),
        })),
    isOf: (indicatorId: string | null, issueId: IssueId | null) =>
      issueId === null || indicators.find((each) => each.id === indicatorId)?.issueId === issueId,
  };
}
