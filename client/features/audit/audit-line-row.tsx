import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import { useSession } from '#client/lib/session.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { formatDateTime } from '#shared/date-format.ts';
import classes from './audit.module.css';
import type { AuditLine } from './audit-types.ts';
import { cellOf } from './line-data.ts';
import { subjectPath } from './subject-link.ts';
import type { LineWords } from './use-line-words.ts';

interface AuditLineRowProps {
  line: AuditLine;
  words: LineWords;
  onSubject: (subject: { subjectType: string; subjectId: string }) => void;
}

export function AuditLineRow({ line, words, onSubject }: AuditLineRowProps) {
  const { t } = useTranslation('audit');
  const { app } = useSession();
  const locale = useLocale();
  const openOrigin = useOrigin();
  const { seq, at, subjectType, subjectId } = line;
  const path = subjectPath(line);
  const cell = subjectType === 'entry' ? cellOf(line.data) : undefined;
  const subject = words.subject;
  return (
    <li className={classes.line}>
      <div className={classes.when}>
        <time dateTime={at}>{formatDateTime(at, locale, app.timeZone, app.timeZoneLabel, 'short')}</time>
        <span>{line.actorName ?? t('system')}</span>
        <span>{t('number', { seq })}</span>
      </div>
      <div className={classes.what}>
        <p>
          <strong>{words.event}</strong> · {subject}
        </p>
        {words.details.length > 0 && (
          <dl className={classes.details}>
            {words.details.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <div className={classes.links}>
        {path && (
          <TextLink to={path}>
            {t('open')}
            <span className="sr-only"> {subject}</span>
          </TextLink>
        )}
        {cell && openOrigin && (
          <UnstyledButton className={classes.link} onClick={() => openOrigin(cell)}>
            {t('origin')}
            <span className="sr-only"> {subject}</span>
          </UnstyledButton>
        )}
        <UnstyledButton
          className={classes.link}
          aria-label={t('historyOf', { subject })}
          onClick={() => onSubject({ subjectType, subjectId })}
        >
          {t('history')}
        </UnstyledButton>
      </div>
    </li>
  );
}
