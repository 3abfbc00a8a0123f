import { Radio, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import form from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { MonthField } from '#client/ui/month-field.tsx';
import {
  type CreateDeckInput,
  createDeckInput,
  type DeckTemplate,
  deckTemplateSchema,
  deckTemplates,
} from '#shared/briefing/deck.ts';
import { maxTitle } from '#shared/briefing/slide.ts';
import { slidesOfTemplate, templateNeeds } from '#shared/briefing/templates.ts';
import { formatMonth } from '#shared/date-format.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import classes from './briefing-list.module.css';
import { useRegencies } from './use-regencies.ts';

/** A deck to begin from: what for, which month, and about what where that must be said. */
export function NewDeck({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['briefing', 'errors']);
  const { app } = useSession();
  const navigate = useNavigate();
  const choices = useChoices();
  const regencies = useRegencies();
  const problem = useFormProblem();
  const proposeTitle = useProposedTitle();
  const values = useForm<CreateDeckInput>({
    initialValues: { title: '', template: 'monthly', month: app.defaultMonth, issueId: null, areaId: null },
  });
  const create = useMutation(
    trpc.briefing.createDeck.mutationOptions({
      onSuccess: ({ deckId }) => navigate(`/briefing/dek/${deckId}`),
      onError: (error) => values.setErrors(problem.ofFields(error)),
    }),
  );
  const { template, month, issueId, areaId } = values.values;
  const proposed = proposeTitle(values.values);

  function sizeOf(each: DeckTemplate): string {
    const count = slidesOfTemplate(each, { issueId, areaId }).length;
    return count > 0 ? t('list.slides', { count }) : '';
  }

  function submit(): void {
    const input = { ...values.values, title: values.values.title.trim() || proposed };
    const errors = problem.validator(createDeckInput)(input);
    for (const need of templateNeeds[template])
      if (input[need] === null) errors[need] = t('errors:field.CHOICE_REQUIRED');
    values.setErrors(errors);
    if (Object.keys(errors).length === 0) create.mutate(input);
  }

  return (
    <Dialog opened onClose={onClose} title={t('new.title')} size="lg">
      <form
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Radio.Group
          label={t('new.template')}
          value={template}
          onChange={(value) => values.setFieldValue('template', deckTemplateSchema.parse(value))}
        >
          <div className={classes.templates}>
            {deckTemplates.map((each) => (
              <Radio.Card
                key={each}
                value={each}
                className={classes.template}
                data-autofocus={each === template || undefined}
              >
                <Radio.Indicator aria-hidden />
                <span>
                  <span className={classes.templateName}>{t(`template.${each}.name`)}</span>
                  <span className={classes.templateHint}>{[t(`template.${each}.hint`), sizeOf(each)].join(' ')}</span>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <div className={form.pair}>
          <MonthField
            label={t('deck.month')}
            value={month}
            onChange={(value) => value && values.setFieldValue('month', value)}
            required
          />
          {templateNeeds[template].includes('issueId') && (
            <Select
              label={t('settings.issue')}
              placeholder={t('settings.chooseIssue')}
              data={choices.issues}
              value={issueId}
              onChange={(value) => values.setFieldValue('issueId', issueIdSchema.safeParse(value).data ?? null)}
              error={values.errors.issueId}
              required
            />
          )}
          {templateNeeds[template].includes('areaId') && (
            <Select
              label={t('settings.area')}
              placeholder={t('new.chooseArea')}
              data={regencies}
              value={areaId}
              onChange={(value) => values.setFieldValue('areaId', value)}
              error={values.errors.areaId}
              searchable
              required
            />
          )}
        </div>
        <TextInput
          label={t('deck.title')}
          description={t('new.titleHint')}
          placeholder={proposed}
          maxLength={maxTitle}
          {...values.getInputProps('title')}
        />
        <FormFooter
          onCancel={onClose}
          submitLabel={t('new.do')}
          isPending={create.isPending}
          error={problem.ofForm(create.error)}
        />
      </form>
    </Dialog>
  );
}

/** "Rapat koordinasi bulanan, Agustus 2023": what the deck is called unless somebody says otherwise. */
function useProposedTitle(): (input: CreateDeckInput) => string {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const choices = useChoices();
  return ({ template, month, issueId, areaId }) => {
    const subject =
      template === 'issue' && issueId
        ? choices.issueName(issueId)
        : template === 'regency' && areaId
          ? choices.areaName(areaId)
          : t(`template.${template}.title`);
    return t('new.proposedTitle', { subject, month: formatMonth(month, locale) });
  };
}
