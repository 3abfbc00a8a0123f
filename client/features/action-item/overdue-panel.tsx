import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TextLink } from '#client/lib/text-link.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { Tag } from '#client/ui/tag.tsx';
import classes from './action-item.module.css';
import { namedKey } from './follow-up-filter.ts';
import { LateMark } from './marks.tsx';

const mostShown = 4;

/** What was agreed and is overdue, the longest first; for the overview of staff. */
export function OverduePanel() {
  const { t } = useTranslation('actionItem');
  const errorText = useErrorText();
  const clock = useClock();
  const overdue = useQuery(trpc.actionItem.list.queryOptions({ state: 'overdue' }));
  const items = overdue.data ?? [];
  return (
    <LoadedQuery query={overdue} waiting={<CardSkeleton height={180} />} failed={t('failed')} errorText={errorText}>
      <Panel
        title={items.length > 0 ? t('overview.title', { count: items.length }) : t('overview.none')}
        actions={<TextLink to="/tindak-lanjut">{t('overview.all')}</TextLink>}
      >
        {items.length === 0 && <p className={classes.quiet}>{t('overview.noneText')}</p>}
        <ul className={classes.brief}>
          {items.slice(0, mostShown).map((item) => (
            <li key={item.id}>
              <Link className={classes.briefText} to={`/tindak-lanjut?${namedKey}=${item.id}`}>
                {item.text}
              </Link>
              <span className={classes.facts}>
                <LateMark days={item.daysLate} />
                <span className={classes.owner}>{item.ownerAbbr}</span>
                <span>{t('due', { date: clock.date(item.dueDate, 'short') })}</span>
                {item.isSample && <Tag kind="sample" />}
              </span>
            </li>
          ))}
        </ul>
        {items.length > mostShown && (
          <p className={classes.quiet}>
            <TextLink to="/tindak-lanjut?keadaan=overdue">
              {t('overview.more', { count: items.length - mostShown })}
            </TextLink>
          </p>
        )}
      </Panel>
    </LoadedQuery>
  );
}
