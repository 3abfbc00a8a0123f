import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useToday } from '#client/lib/use-today.ts';
import type { SlideContent } from '#shared/briefing/content.ts';
import { formatDate } from '#shared/date-format.ts';
import { issueIdSchema, issueIds } from '#shared/indicator.ts';
import { decisionKinds } from '#shared/meeting.ts';
import classes from './record-dialog.module.css';
import { dueDateOf, dueSteps, figureChoices, meetingChoices, type RecordDraft } from './record-draft.ts';
import { useRoom } from './room.ts';

interface RecordFieldsProps {
  slide: SlideContent;
  draft: RecordDraft;
  /** By the path in what is sent: `decision.text`. */
  errors: Record<string, string>;
  change: (part: Partial<RecordDraft>) => void;
}

const whats = ['decision', 'actionItem', 'both'] as const;

/** Choices and dates are the browser's own fields: they open in whichever window they stand in, and without a network. */
export function RecordFields({ slide, draft, errors, change }: RecordFieldsProps) {
  const { t } = useTranslation(['presenter', 'common']);
  return (
    <>
      <SegmentedControl
        aria-label={t('record.what')}
        fullWidth
        data={whats.map((value) => ({ value, label: t(`record.${value}`) }))}
        value={draft.what}
        onChange={(value) => change({ what: whats.find((each) => each === value) ?? 'decision' })}
      />
      {draft.what !== 'actionItem' && <DecisionFields draft={draft} errors={errors} change={change} />}
      {draft.what !== 'decision' && <ItemFields slide={slide} draft={draft} errors={errors} change={change} />}
      <div className={classes.pair}>
        <NativeSelect
          label={t('record.issue')}
          data={[
            { value: '', label: t('record.issueNone') },
            ...issueIds.map((id) => ({ value: id, label: t(`common:issue.${id.toLowerCase()}`) })),
          ]}
          value={draft.issueId ?? ''}
          onChange={({ currentTarget: { value } }) => change({ issueId: issueIdSchema.safeParse(value).data ?? null })}
        />
        <MeetingField draft={draft} change={change} />
      </div>
    </>
  );
}

function DecisionFields({ draft, errors, change }: Omit<RecordFieldsProps, 'slide'>) {
  const { t } = useTranslation('presenter');
  return (
    <>
      <Textarea
        label={t('record.decisionText')}
        data-autofocus
        rows={3}
        required
        value={draft.decisionText}
        error={errors['decision.text']}
        onChange={({ currentTarget: { value } }) => change({ decisionText: value })}
      />
      <SegmentedControl
        aria-label={t('record.kind')}
        fullWidth
        data={decisionKinds.toReversed().map((value) => ({ value, label: t(`record.${value}`) }))}
        value={draft.kind}
        onChange={(value) => change({ kind: value === 'primary' ? 'primary' : 'substantive' })}
      />
    </>
  );
}

function ItemFields({ slide, draft, errors, change }: RecordFieldsProps) {
  const { t } = useTranslation('presenter');
  const locale = useLocale();
  const today = useToday();
  const figures = useMemo(() => figureChoices(slide), [slide]);
  return (
    <>
      <Textarea
        label={t('record.itemText')}
        data-autofocus={draft.what === 'actionItem' || undefined}
        rows={draft.what === 'both' ? 2 : 3}
        required
        value={draft.itemText}
        error={errors['actionItem.text']}
        onChange={({ currentTarget: { value } }) => change({ itemText: value })}
      />
      <OwnerField draft={draft} errors={errors} change={change} />
      <div className={classes.due}>
        <TextInput
          type="date"
          label={t('record.dueDate')}
          // Browsers write dates in an order of their own; this one cannot be misread.
          description={formatDateIf(draft.dueDate, locale)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          min={today}
          value={draft.dueDate}
          error={errors['actionItem.dueDate']}
          onChange={({ currentTarget: { value } }) => change({ dueDate: value })}
        />
        {dueSteps.map((step) => {
          const date = dueDateOf(step, today);
          return (
            <Button
              key={step}
              variant={draft.dueDate === date ? 'light' : 'default'}
              aria-pressed={draft.dueDate === date}
              mih={44}
              px="sm"
              title={formatDate(date, locale)}
              onClick={() => change({ dueDate: date })}
            >
              {t(`record.due.${step}`)}
            </Button>
          );
        })}
      </div>
      <NativeSelect
        label={t('record.figure')}
        data={[
          { value: '', label: t('record.figureNone') },
          ...figures.map(({ value, indicator, areaName }) => ({
            value,
            label: `${locale === 'en' ? indicator.nameEn : indicator.nameId} · ${areaName}`,
          })),
        ]}
        value={draft.figure}
        error={errors['actionItem.figure']}
        onChange={({ currentTarget: { value } }) => change({ figure: value })}
      />
    </>
  );
}

function formatDateIf(date: string, locale: 'id' | 'en'): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDate(date, locale) : '';
}

function OwnerField({ draft, errors, change }: Omit<RecordFieldsProps, 'slide'>) {
  const { t } = useTranslation('presenter');
  const { agencies } = useRoom().records;
  const { issueId } = draft;
  const ofIssue = agencies.filter(({ issueIds: tasks }) => issueId !== null && tasks.includes(issueId));
  const others = agencies.filter((each) => !ofIssue.includes(each));
  const options = (list: typeof agencies) =>
    list.map(({ agencyId, abbr, name }) => ({ value: agencyId, label: abbr === name ? abbr : `${abbr} – ${name}` }));
  return (
    <NativeSelect
      label={t('record.owner')}
      required
      data={[
        { value: '', label: t('record.ownerNone') },
        ...(ofIssue.length > 0
          ? [
              { group: t('record.ownerOfIssue'), items: options(ofIssue) },
              { group: t('record.ownerOther'), items: options(others) },
            ]
          : options(others)),
      ]}
      value={draft.ownerAgencyId}
      error={errors['actionItem.ownerAgencyId']}
      onChange={({ currentTarget: { value } }) => change({ ownerAgencyId: value })}
    />
  );
}

function MeetingField({ draft, change }: Pick<RecordFieldsProps, 'draft' | 'change'>) {
  const { t } = useTranslation('presenter');
  const locale = useLocale();
  const today = useToday();
  const { meetings } = useRoom().records;
  return (
    <NativeSelect
      label={t('record.meeting')}
      data={[
        { value: '', label: t('record.meetingNone') },
        ...meetingChoices(meetings, today).map(({ id, title, date }) => ({
          value: id,
          label: `${formatDate(date, locale, 'short')} · ${title}`,
        })),
      ]}
      value={draft.meetingId ?? ''}
      onChange={({ currentTarget: { value } }) => change({ meetingId: value === '' ? null : value })}
    />
  );
}
