import { useTranslation } from 'react-i18next';
import { TextLink } from '#client/lib/text-link.tsx';
import { useClock } from '#client/lib/use-clock.ts';
import { FactList } from '#client/ui/fact-list.tsx';
import { Panel } from '#client/ui/panel.tsx';
import type { Meeting } from '#shared/meeting.ts';
import classes from './meeting.module.css';
import { useMeetingTime } from './meeting-words.tsx';

export function FactsPanel({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meeting');
  const clock = useClock();
  const timeOf = useMeetingTime();
  return (
    <Panel title={t('facts.title')}>
      <FactList
        facts={[
          { label: t('facts.when'), value: [clock.date(meeting.date), timeOf(meeting)].filter(Boolean).join(', ') },
          { label: t('facts.place'), value: meeting.place },
          {
            label: t('facts.kind'),
            value: `${t(`kind.${meeting.kind}`)}, ${t(`direction.${meeting.direction}`)} (${t(`directionHint.${meeting.direction}`)})`,
          },
          {
            label: t('facts.edition'),
            value: meeting.edition && (
              <TextLink to={`/briefing/edisi/${meeting.edition.id}`}>
                {t('facts.editionLink', meeting.edition)}
              </TextLink>
            ),
          },
        ]}
      />
    </Panel>
  );
}

export function AgendaPanel({ meeting }: { meeting: Pick<Meeting, 'agenda'> }) {
  const { t } = useTranslation('meeting');
  return (
    <Panel title={t('agenda.title')}>
      {meeting.agenda.length === 0 && <p className={classes.quiet}>{t('agenda.none')}</p>}
      <ol className={classes.agenda}>
        {[...meeting.agenda.entries()].map(([index, item]) => (
          <li key={`${index} ${item}`}>{item}</li>
        ))}
      </ol>
    </Panel>
  );
}

export function SummaryPanel({ meeting }: { meeting: Pick<Meeting, 'summary'> }) {
  const { t } = useTranslation('meeting');
  if (meeting.summary.trim() === '') return null;
  return (
    <Panel title={t('summary.title')}>
      <p className={classes.prose}>{meeting.summary}</p>
    </Panel>
  );
}
