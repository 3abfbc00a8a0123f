import { Alert, Button, Group, MultiSelect, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconHistory, IconMoodSad, IconMoodSmile, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/lib/session.ts';
import { DateField } from '#client/ui/date-field.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { currentDate } from '#shared/month.ts';
import { maxSmallWinAreas, newsSchema, type SmallWinDetail, storyLength, titleLength } from '#shared/small-win.ts';
import { ClaimFields } from './claim-fields.tsx';
import { EvidenceEditor } from './evidence-editor.tsx';
import classes from './small-win-form.module.css';
import { useChoices } from './use-choices.ts';
import { type SmallWinFormState, useSmallWinForm } from './use-small-win-form.ts';

/** Writing a small win, on a phone in the field first. */
export function SmallWinForm({ win }: { win: SmallWinDetail | null }) {
  const { t } = useTranslation('smallWins');
  const { app } = useSession();
  const choices = useChoices();
  const today = currentDate(new Date(), app.timeZone);
  const state = useSmallWinForm(win, today, (id) => choices.indicators.find((each) => each.id === id)?.decimals ?? 0);
  const { values, change, problems, busy } = state;
  const problemText = (code: string | undefined) =>
    code === undefined ? undefined : t([`problem.${code}`, 'problem.OTHER']);

  return (
    <form
      ref={state.form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void state.save(false);
      }}
    >
      {/* What was typed while the record is on its way would be neither in it nor kept. */}
      <fieldset className={classes.body} disabled={busy !== undefined}>
        {state.isRestored && <Restored onDiscard={state.discard} />}
        <Panel title={t('form.what')}>
          <div className={classes.fields}>
            <NewsField value={values.news} onChange={(news) => change({ news })} />
            <TextInput
              label={t('form.titleLabel')}
              description={t('form.titleHint')}
              value={values.title}
              onChange={(event) => change({ title: event.currentTarget.value })}
              error={problemText(problems.title)}
              maxLength={titleLength.max}
              required
              size="md"
            />
            <Textarea
              label={t('form.story')}
              description={t('form.storyHint')}
              value={values.story}
              onChange={(event) => change({ story: event.currentTarget.value })}
              error={problemText(problems.story)}
              maxLength={storyLength.max}
              autosize
              minRows={5}
              maxRows={18}
              size="md"
            />
          </div>
        </Panel>
        <Panel title={t('form.evidence')}>
          <EvidenceEditor evidence={state.evidence} smallWinId={state.savedId} isBusy={busy !== undefined} />
        </Panel>
        <Panel title={t('form.where')}>
          <div className={classes.grid}>
            <DateField
              label={t('form.date')}
              value={values.date}
              onChange={(date) => change({ date })}
              error={problemText(problems.date)}
              max={today}
              required
            />
            <Select
              label={t('form.issue')}
              placeholder={t('form.issueHint')}
              data={choices.issues}
              value={values.issueId}
              onChange={(issueId) => change({ issueId, claimIndicatorId: null })}
              error={problemText(problems.issueId)}
              required
              size="md"
            />
            <MultiSelect
              className={classes.wide}
              label={t('form.areas')}
              placeholder={values.areaIds.length === 0 ? t('form.areasHint') : undefined}
              data={choices.areas}
              value={values.areaIds}
              onChange={(areaIds) => change({ areaIds })}
              error={problemText(problems.areaIds)}
              maxValues={maxSmallWinAreas}
              nothingFoundMessage={t('filter.areaNothing')}
              searchable
              hidePickedOptions
              required
              size="md"
            />
          </div>
        </Panel>
        <Panel title={t('form.claim')}>
          <div className={classes.fields}>
            <ClaimFields state={state} choices={choices} problemText={problemText} />
          </div>
        </Panel>
      </fieldset>
      <Ending state={state} isReturned={win?.state === 'returned'} />
    </form>
  );
}

function Restored({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation('smallWins');
  return (
    <Alert variant="default" icon={<IconHistory aria-hidden />}>
      <Group justify="space-between">
        <span>{t('form.restored')}</span>
        <Button variant="default" size="sm" onClick={onDiscard}>
          {t('form.discard')}
        </Button>
      </Group>
    </Alert>
  );
}

function NewsField({ value, onChange }: { value: 'good' | 'bad'; onChange: (news: 'good' | 'bad') => void }) {
  const { t } = useTranslation('smallWins');
  const label = (news: 'good' | 'bad', Icon: typeof IconMoodSmile) => (
    <span className={classes.news}>
      <Icon size={20} aria-hidden />
      {t(`news.${news}`)}
    </span>
  );
  return (
    <SegmentedControl
      aria-label={t('form.news')}
      value={value}
      onChange={(next) => onChange(newsSchema.parse(next))}
      size="md"
      fullWidth
      data={[
        { value: 'good', label: label('good', IconMoodSmile) },
        { value: 'bad', label: label('bad', IconMoodSad) },
      ]}
    />
  );
}

function Ending({ state, isReturned }: { state: SmallWinFormState; isReturned: boolean }) {
  const { t } = useTranslation('smallWins');
  const { busy, failure, save } = state;
  return (
    <div className={classes.ending}>
      {failure !== undefined && (
        <Alert className={classes.failure} variant="default" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {failure}
        </Alert>
      )}
      <div className={classes.buttons}>
        <Button type="submit" variant="default" size="md" loading={busy === 'save'} disabled={busy === 'submit'}>
          {isReturned ? t('form.saveReturned') : t('form.save')}
        </Button>
        <Button
          type="button"
          size="md"
          leftSection={<IconSend size={18} aria-hidden />}
          loading={busy === 'submit'}
          disabled={busy === 'save'}
          onClick={() => save(true)}
        >
          {t('form.saveAndSubmit')}
        </Button>
      </div>
    </div>
  );
}
