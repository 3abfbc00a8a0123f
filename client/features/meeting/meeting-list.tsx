import { IconAlertOctagonFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useToday } from '#client/lib/use-today.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatDate } from '#shared/date-format.ts';
import type { MeetingBrief } from '#shared/meeting.ts';
import classes from './meeting.module.css';
import { useMeetingExport } from './meeting-export.ts';
import { KindMarks, useMeetingTime } from './meeting-words.tsx';

/** Meetings ahead, the nearest first, then those that were held, the latest first. */
export function MeetingList({ createButton }: { createButton: ReactNode }) {
  const { t } = useTranslation('meeting');
  const errorText = useErrorText();
  const today = useToday();
  const meetings = useQuery(trpc.meeting.list.queryOptions({ span: 'all' }));
  const exportOf = useMeetingExport();
  const all = meetings.data ?? [];
  const upcoming = all.filter((meeting) => meeting.date >= today).toReversed();
  const past = all.filter((meeting) => meeting.date < today);
  return (
    <LoadedQuery query={meetings} waiting={<CardSkeleton height={150} />} failed={t('failed')} errorText={errorText}>
      <section>
        <h2 className={classes.sectionTitle}>{t('list.upcoming')}</h2>
        {upcoming.length === 0 && (
          <EmptyState title={t('list.none')} action={createButton}>
            {t('list.noneText')}
          </EmptyState>
        )}
        <Cards meetings={upcoming} />
      </section>
      <section>
        <h2 className={classes.sectionTitle}>{t('list.past')}</h2>
        {past.length === 0 && <EmptyState title={t('list.nonePast')}>{t('list.nonePastText')}</EmptyState>}
        <Cards meetings={past} />
      </section>
      {all.length > 0 && (
        <TableDownload
          isQuiet
          about={{ title: t('tabs.meetings'), sample: all.some((meeting) => meeting.isSample) }}
          table={() => exportOf(all)}
        />
      )}
    </LoadedQuery>
  );
}

function Cards({ meetings }: { meetings: readonly MeetingBrief[] }) {
  return (
    <ul className={classes.list}>
      {meetings.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} />
      ))}
    </ul>
  );
}

function MeetingCard({ meeting }: { meeting: MeetingBrief }) {
  const { t } = useTranslation('meeting');
  const timeOf = useMeetingTime();
  const today = useToday();
  const isToday = meeting.date === today;
  const { decisionCount, actionItems, presentCount, invitedCount } = meeting;
  const where = [timeOf(meeting), meeting.place].filter(Boolean).join(' · ');
  return (
    <li className={classes.card} data-today={isToday || undefined}>
      <DayBlock date={meeting.date} />
      <div className={classes.words}>
        <h3 className={classes.cardTitle}>
          <Link to={`/koordinasi/${meeting.id}`} className={classes.cardLink}>
            {meeting.title}
          </Link>
        </h3>
        {where !== '' && <p className={classes.quiet}>{where}</p>}
        <div className={classes.marks}>
          {isToday && <Tag kind="verified">{t('list.today')}</Tag>}
          <KindMarks meeting={meeting} />
        </div>
        <div className={classes.counts}>
          {decisionCount > 0 && <span>{t('list.decisions', { count: decisionCount })}</span>}
          {actionItems.total > 0 && (
            <span>{t('list.items', { count: actionItems.total, closed: actionItems.closed })}</span>
          )}
          {actionItems.overdue > 0 && (
            <StatusBadge
              tone="critical"
              label={t('list.overdue', { count: actionItems.overdue })}
              icon={<IconAlertOctagonFilled size={13} aria-hidden />}
            />
          )}
          {presentCount > 0 && <span>{t('list.present', { present: presentCount, invited: invitedCount })}</span>}
          {presentCount === 0 && invitedCount > 0 && <span>{t('list.invited', { count: invitedCount })}</span>}
        </div>
      </div>
    </li>
  );
}

/** The date as a leaf of a calendar; read out as a date. */
function DayBlock({ date }: { date: string }) {
  const locale = useLocale();
  const [day, month, year] = formatDate(date, locale, 'short').split(' ');
  return (
    <time className={classes.day} dateTime={date}>
      <strong>{day}</strong>
      <span>{month}</span>
      <span>{year}</span>
    </time>
  );
}
