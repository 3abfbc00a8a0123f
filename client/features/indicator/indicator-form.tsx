import { Fieldset, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { useScaledText } from '#client/lib/use-scaled-text.ts';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { updateIndicatorInput } from '#shared/indicator-admin.ts';
import type { Indicator } from './indicator-types.ts';

const oneLine = ['nameId', 'nameEn', 'shortNameId', 'shortNameEn', 'unitId', 'unitEn'] as const;

export function IndicatorForm({ indicator, onDone }: { indicator: Indicator; onDone: () => void }) {
  const { t } = useTranslation(['indicators', 'common', 'manage']);
  const problem = useFormProblem();
  const scaled = useScaledText();
  const { decimals } = indicator;
  const form = useForm({
    initialValues: {
      nameId: indicator.nameId,
      nameEn: indicator.nameEn,
      shortNameId: indicator.shortNameId,
      shortNameEn: indicator.shortNameEn,
      unitId: indicator.unitId,
      unitEn: indicator.unitEn,
      definitionId: indicator.definitionId,
      definitionEn: indicator.definitionEn,
      source: indicator.source,
      plausibleMin: scaled.write(indicator.plausibleMin, decimals),
      plausibleMax: scaled.write(indicator.plausibleMax, decimals),
      onTrack: indicator.onTrackPermille / 10,
      attention: indicator.attentionPermille / 10,
      isActive: indicator.isActive,
    },
  });
  const update = useMutation(
    trpc.indicator.update.mutationOptions({
      onError: (error) => form.setErrors(byField(problem.ofFields(error))),
      onSuccess: () => {
        notifySuccess(t('manage:saved'));
        onDone();
      },
    }),
  );

  function submit(values: typeof form.values): void {
    const min = scaled.read(values.plausibleMin, decimals);
    const max = scaled.read(values.plausibleMax, decimals);
    if (!min.ok || !max.ok) {
      form.setErrors({
        ...(!min.ok && { plausibleMin: t('notNumber') }),
        ...(!max.ok && { plausibleMax: t('notNumber') }),
      });
      return;
    }
    const { onTrack, attention, plausibleMin, plausibleMax, ...rest } = values;
    const input = {
      ...rest,
      id: indicator.id,
      version: indicator.version,
      plausibleMin: min.scaled,
      plausibleMax: max.scaled,
      onTrackPermille: Math.round(onTrack * 10),
      attentionPermille: Math.round(attention * 10),
    };
    const errors = byField(problem.validator(updateIndicatorInput)(input));
    form.setErrors(errors);
    if (Object.keys(errors).length === 0) update.mutate(input);
  }

  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit(submit)}>
      <Fieldset legend={t('edit.texts')} className={classes.form}>
        <div className={classes.twins}>
          {oneLine.map((field) => (
            <TextInput
              key={field}
              label={t(`edit.${field}`)}
              description={field.startsWith('short') ? t('edit.shortHint') : undefined}
              required
              {...form.getInputProps(field)}
            />
          ))}
        </div>
        <Textarea
          label={t('edit.definitionId')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('definitionId')}
        />
        <Textarea
          label={t('edit.definitionEn')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('definitionEn')}
        />
        <TextInput label={t('edit.source')} required {...form.getInputProps('source')} />
      </Fieldset>
      <Fieldset legend={t('edit.judging')} className={classes.form}>
        <p className={classes.note}>{t('edit.thresholdHint')}</p>
        <div className={classes.pair}>
          <NumberInput label={t('edit.onTrack')} suffix=" %" min={0} max={100} {...form.getInputProps('onTrack')} />
          <NumberInput label={t('edit.attention')} suffix=" %" min={0} max={100} {...form.getInputProps('attention')} />
        </div>
        <p className={classes.note}>{t('edit.plausibleHint')}</p>
        <div className={classes.pair}>
          <TextInput label={t('edit.plausibleMin')} inputMode="decimal" {...form.getInputProps('plausibleMin')} />
          <TextInput label={t('edit.plausibleMax')} inputMode="decimal" {...form.getInputProps('plausibleMax')} />
        </div>
        <Switch
          label={t('edit.isActive')}
          description={t('edit.isActiveHint')}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
      </Fieldset>
      <FormFooter
        onCancel={onDone}
        submitLabel={t('common:action.save')}
        isPending={update.isPending}
        error={problem.ofForm(update.error)}
      />
    </form>
  );
}

/** The form asks for per cent where the input has thousandths. */
function byField(errors: Record<string, string>): Record<string, string> {
  const { onTrackPermille, attentionPermille, ...rest } = errors;
  return {
    ...rest,
    ...(onTrackPermille && { onTrack: onTrackPermille }),
    ...(attentionPermille && { attention: attentionPermille }),
  };
}
