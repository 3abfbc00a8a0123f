import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { BasisFields } from '#client/lib/basis-fields.tsx';
import { notifySuccess } from '#client/lib/notify.ts';
import { useSession } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { useScaledText } from '#client/lib/use-scaled-text.ts';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { MonthField } from '#client/ui/month-field.tsx';
import { formatMonth } from '#shared/date-format.ts';
import { issueIds } from '#shared/indicator.ts';
import { createTargetInput, type TargetIndicator, type TargetKind, targetKinds } from '#shared/target.ts';
import type { OpenedTarget } from './target-admin.tsx';
import { useTargetNames } from './target-types.ts';

interface TargetFormProps {
  opened: OpenedTarget;
  indicators: readonly TargetIndicator[];
  onDone: () => void;
}

/** One point of a planned path. Figures are typed as people write them. */
export function TargetForm({ opened, indicators, onDone }: TargetFormProps) {
  const { t } = useTranslation(['targets', 'common', 'manage']);
  const { app } = useSession();
  const locale = useLocale();
  const problem = useFormProblem();
  const scaled = useScaledText();
  const names = useTargetNames();
  const { areas, issueName, provinceId } = useChoices();
  const { point } = opened;
  const decimalsOf = (id: string | null) => indicators.find((each) => each.id === id)?.decimals ?? 0;
  const write = (value: number | null | undefined) =>
    scaled.write(value ?? null, decimalsOf(point?.indicatorId ?? null));
  const kind: TargetKind = point?.kind ?? 'target';
  const form = useForm({
    initialValues: {
      indicatorId: point?.indicatorId ?? opened.indicatorId ?? null,
      areaId: point?.areaId ?? opened.areaId ?? provinceId ?? null,
      month: point?.month ?? `${app.currentMonth.slice(0, 4)}-12`,
      kind,
      value: write(point?.value),
      low: write(point?.low),
      high: write(point?.high),
      legalBasis: point?.legalBasis ?? '',
      source: point?.source ?? '',
      confidence: point?.confidence ?? null,
    },
  });
  const options = {
    onError: (error: unknown) => form.setErrors(problem.ofFields(error)),
    onSuccess: () => {
      notifySuccess(t('manage:saved'));
      onDone();
    },
  };
  const create = useMutation(trpc.target.create.mutationOptions(options));
  const update = useMutation(trpc.target.update.mutationOptions(options));
  const indicator = indicators.find((each) => each.id === form.values.indicatorId);
  const isBand = indicator?.direction === 'band' && form.values.kind === 'target';

  function submit(values: typeof form.values): void {
    const read = (text: string) => scaled.read(text, decimalsOf(values.indicatorId));
    const [value, low, high] = [read(values.value), read(isBand ? values.low : ''), read(isBand ? values.high : '')];
    if (!value.ok || !low.ok || !high.ok) {
      const wrong = { value, low, high };
      const fields = Object.entries(wrong).filter(([, each]) => !each.ok);
      form.setErrors(Object.fromEntries(fields.map(([field]) => [field, t('form.notNumber')])));
      return;
    }
    const input = {
      ...values,
      indicatorId: values.indicatorId ?? '',
      areaId: values.areaId ?? '',
      value: value.scaled ?? Number.NaN,
      low: low.scaled,
      high: high.scaled,
    };
    const errors = problem.validator(createTargetInput)(input);
    form.setErrors(errors);
    if (Object.keys(errors).length > 0) return;
    const { indicatorId, areaId, ...facts } = input;
    if (point) update.mutate({ ...facts, id: point.id, version: point.version });
    else create.mutate(input);
  }

  return (
    <DrawerPanel
      opened
      onClose={onDone}
      title={point ? t('form.editTitle', { month: formatMonth(point.month, locale) }) : t('form.addTitle')}
    >
      <form className={classes.form} noValidate onSubmit={form.onSubmit(submit)}>
        <Select
          label={t('form.indicator')}
          data={issueIds.map((issueId) => ({
            group: issueName(issueId),
            items: indicators
              .filter((each) => each.issueId === issueId)
              .map((each) => ({ value: each.id, label: names.name(each) })),
          }))}
          searchable
          required
          disabled={point !== undefined}
          {...form.getInputProps('indicatorId')}
        />
        <Select
          label={t('form.area')}
          data={areas}
          searchable
          required
          limit={200}
          disabled={point !== undefined}
          {...form.getInputProps('areaId')}
        />
        <MonthField label={t('form.month')} required {...form.getInputProps('month')} />
        <SegmentedControl
          aria-label={t('form.kind')}
          data={targetKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={t('form.value', { unit: indicator ? names.unit(indicator) : '–' })}
          inputMode="decimal"
          required
          {...form.getInputProps('value')}
        />
        {isBand && (
          <>
            <p className={classes.note}>{t('form.bandHint')}</p>
            <div className={classes.pair}>
              <TextInput label={t('form.low')} inputMode="decimal" required {...form.getInputProps('low')} />
              <TextInput label={t('form.high')} inputMode="decimal" required {...form.getInputProps('high')} />
            </div>
          </>
        )}
        <BasisFields inputProps={(field) => form.getInputProps(field)} />
        <FormFooter
          onCancel={onDone}
          submitLabel={point ? t('common:action.save') : t('form.submitAdd')}
          isPending={create.isPending || update.isPending}
          error={problem.ofForm(create.error ?? update.error)}
        />
      </form>
    </DrawerPanel>
  );
}
