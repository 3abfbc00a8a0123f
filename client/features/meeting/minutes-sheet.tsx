import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { formatDateTime } from '#shared/date-format.ts';
import type { Meeting } from '#shared/meeting.ts';
import { useMeetingTime } from './meeting-words.tsx';
import { MinutesItems } from './minutes-items.tsx';
import classes from './minutes-sheet.module.css';

/** The minutes of a meeting as a document, for paper: what the browser prints or saves as PDF, to be signed. */
export function MinutesSheet({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meeting');
  const { app } = useSession();
  const locale = useLocale();
  const clock = useClock();
  const timeOf = useMeetingTime();
  const printedAt = formatDateTime(new Date().toISOString(), locale, app.timeZone, app.timeZoneLabel);
  const facts = [
    [t('minutes.dayDate'), `${weekday(meeting.date, locale)}, ${clock.date(meeting.date)}`],
    [t('minutes.time'), timeOf(meeting)],
    [t('minutes.place'), meeting.place],
    [t('minutes.kind'), `${t(`kind.${meeting.kind}`)}, ${t(`direction.${meeting.direction}`)}`],
  ].filter(([, value]) => value);
  return (
    <article className={classes.sheet}>
      <header className={classes.letterhead}>
        <p className={classes.government}>{t('minutes.government', { province: app.provinceName })}</p>
        <p className={classes.taskForce}>{t('minutes.taskForce')}</p>
      </header>
      <h1 className={classes.heading}>{t('minutes.heading')}</h1>
      <p className={classes.title}>{meeting.title}</p>
      {meeting.isSample && <p className={classes.sample}>{t('minutes.sample')}</p>}
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>{t('minutes.agenda')}</h2>
        {meeting.agenda.length === 0 && <p>{t('minutes.none')}</p>}
        <ol>
          {[...meeting.agenda.entries()].map(([index, item]) => (
            <li key={`${index} ${item}`}>{item}</li>
          ))}
        </ol>
      </section>
      <AttendanceSection meeting={meeting} />
      {meeting.carriedOver.length > 0 && (
        <section>
          <h2>{t('minutes.carried')}</h2>
          <MinutesItems caption={t('minutes.carried')} items={meeting.carriedOver} />
        </section>
      )}
      {meeting.summary.trim() !== '' && (
        <section>
          <h2>{t('minutes.summary')}</h2>
          <p className={classes.prose}>{meeting.summary}</p>
        </section>
      )}
      <section>
        <h2>{t('minutes.decisions')}</h2>
        {meeting.decisions.length === 0 && <p>{t('minutes.none')}</p>}
        <ol>
          {meeting.decisions.map((decision) => (
            <li key={decision.id}>
              {decision.text} <em>({t(`decisions.kind.${decision.kind}`).toLowerCase()})</em>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t('minutes.items')}</h2>
        {meeting.items.length === 0 ? (
          <p>{t('minutes.none')}</p>
        ) : (
          <MinutesItems caption={t('minutes.items')} items={meeting.items} />
        )}
      </section>
      <p className={classes.small}>{t('minutes.printedAt', { at: printedAt })}</p>
      <div className={classes.signatures}>
        {(['chair', 'secretary'] as const).map((role) => (
          <div key={role}>
            <p>{t(`minutes.${role}`)}</p>
            <p className={classes.line} />
            <p>{t('minutes.identity')}</p>
          </div>
        ))}
      </div>
    </article>
  );
}

function AttendanceSection({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meeting');
  const { attendance, presentCount, invitedCount } = meeting;
  const names = (isPresent: boolean) => attendance.filter((each) => each.isPresent === isPresent);
  return (
    <section>
      <h2>{t('minutes.attendance')}</h2>
      {invitedCount === 0 ? (
        <p>{t('minutes.none')}</p>
      ) : (
        <p>{t('minutes.attendanceSummary', { present: presentCount, invited: invitedCount })}</p>
      )}
      {([true, false] as const).map((isPresent) => {
        const rows = names(isPresent);
        if (rows.length === 0 || presentCount === 0) return null;
        return (
          <p key={String(isPresent)}>
            <strong>{t(isPresent ? 'minutes.presentList' : 'minutes.absentList')}:</strong>{' '}
            {rows.map((each) => each.name).join('; ')}.
          </p>
        );
      })}
    </section>
  );
}

/** `Senin`: the day of the week of a calendar date, which is the same in every time zone. */
function weekday(date: string, locale: 'id' | 'en'): string {
  const format = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}
