import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClockUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { AppClientError } from '#client/lib/app-error.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useToday } from '#client/lib/use-today.ts';
import { formatDate } from '#shared/date-format.ts';
import { newId } from './presenter-session.ts';
import classes from './record-dialog.module.css';
import { beginDraft, draftOf } from './record-draft.ts';
import type { OutboxEntry } from './record-outbox.ts';
import { useRoom } from './room.ts';
import { StageDialog } from './stage-dialog.tsx';
import type { RecordedAtSlide } from './use-records.ts';

const icons = { kept: IconCheck, waiting: IconClockUp, refused: IconAlertTriangle } as const;

/** What was recorded at the slide, and everything that has not reached the server. */
export function RecordsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('presenter');
  const { presenter, records, run } = useRoom();
  const { presentation, state } = presenter;
  const { index } = state.show;
  const slideId = presentation.slides[index]?.id;
  const here = records.recorded.filter((each) => each.slideId === slideId);
  const { waiting, isSending } = records.state;
  const elsewhere = waiting.filter(({ input }) => input.slideId !== slideId || input.editionId !== presentation.id);
  const entryOf = (record: RecordedAtSlide) =>
    waiting.find(({ input }) => input.decision?.id === record.id || input.actionItem?.id === record.id);
  return (
    <StageDialog title={t('records.title', { number: index + 1 })} onClose={onClose}>
      {here.length === 0 && <p>{t('records.none')}</p>}
      <ul className={classes.list}>
        {here.map((record) => (
          <RecordLine key={record.id} record={record} entry={entryOf(record)} />
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <>
          <h3 className={classes.subtitle}>{t('records.elsewhere')}</h3>
          <ul className={classes.list}>
            {elsewhere.map((entry) => (
              <WaitingLine key={entry.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
      <div className={classes.buttons}>
        {waiting.length > 0 && (
          <Button mih={44} variant="default" loading={isSending} onClick={() => void records.outbox.flush()}>
            {t('records.send')}
          </Button>
        )}
        {records.isPossible && (
          <Button mih={44} onClick={() => run({ type: 'toggle', panel: 'record' })}>
            {t('records.add')}
          </Button>
        )}
      </div>
    </StageDialog>
  );
}

function RecordLine({ record, entry }: { record: RecordedAtSlide; entry: OutboxEntry | undefined }) {
  const { t } = useTranslation('presenter');
  const locale = useLocale();
  const { what, text, owner, dueDate, state } = record;
  const Icon = icons[state];
  return (
    <li className={classes.record}>
      <p>{text}</p>
      <div className={classes.facts}>
        <span>{t(`record.${what}`)}</span>
        {owner && dueDate && <span>{t('records.due', { owner, date: formatDate(dueDate, locale, 'short') })}</span>}
        <span className={classes.state} data-state={state}>
          <Icon size={15} aria-hidden /> {t(`records.state.${state}`)}
        </span>
      </div>
      {entry && <Mending entry={entry} />}
    </li>
  );
}

function WaitingLine({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation('presenter');
  const { decision, actionItem } = entry.input;
  const state = entry.problem === null ? 'waiting' : 'refused';
  const Icon = icons[state];
  return (
    <li className={classes.record}>
      {decision && <p>{decision.text}</p>}
      {actionItem && <p>{actionItem.text}</p>}
      <div className={classes.facts}>
        <span>{t('records.slide', entry.slide)}</span>
        <span className={classes.state} data-state={state}>
          <Icon size={15} aria-hidden /> {t(`records.state.${state}`)}
        </span>
      </div>
      <Mending entry={entry} />
    </li>
  );
}

/** What to do with a record that the server refused. */
function Mending({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['presenter', 'common']);
  const errorText = useErrorText();
  const today = useToday();
  const { presenter, records, run } = useRoom();
  const { slides, id } = presenter.presentation;
  const index = entry.input.editionId === id ? slides.findIndex((each) => each.id === entry.input.slideId) : -1;
  const slide = slides[index];
  if (entry.problem === null) return null;

  const mend = () => {
    if (!slide) return;
    const empty = beginDraft(slide, { today, meetingId: null, newId });
    records.drafts.set(slide.id, draftOf(entry.input, empty));
    run({ type: 'goTo', index });
    run({ type: 'toggle', panel: 'record' });
  };

  return (
    <>
      <p className={classes.problem}>{errorText(new AppClientError(entry.problem.code))}</p>
      <div className={classes.buttons}>
        {slide && (
          <Button mih={44} variant="default" onClick={mend}>
            {t('records.mend')}
          </Button>
        )}
        <Button mih={44} variant="default" onClick={() => void records.outbox.record(entry)}>
          {t('common:action.retry')}
        </Button>
        <Button mih={44} variant="default" onClick={() => records.outbox.discard(entry.id)}>
          {t('records.discard')}
        </Button>
      </div>
    </>
  );
}
