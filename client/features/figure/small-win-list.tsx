import { IconAlertTriangle, IconCheck, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { issueColor } from '#client/theme.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatDate } from '#shared/date-format.ts';
import type { SmallWinBrief } from '#shared/figure.ts';
import classes from './small-win-list.module.css';

interface SmallWinListProps {
  wins: readonly SmallWinBrief[];
  /** On the page of an issue its name need not be repeated. */
  showIssue?: boolean;
}

/** What went well or badly in the field, each claim held against the verified figure. */
export function SmallWinList({ wins, showIssue = true }: SmallWinListProps) {
  const { t } = useTranslation(['figure', 'common']);
  const locale = useLocale();
  return (
    <Panel title={t('wins.title')} actions={<TextLink to="/small-wins">{t('wins.all')}</TextLink>}>
      {wins.length === 0 ? (
        <EmptyState title={t('wins.empty')}>{t('wins.emptyHint')}</EmptyState>
      ) : (
        <ul className={classes.list}>
          {wins.map((win) => (
            <li key={win.id} className={classes.win} style={{ borderLeftColor: issueColor(win.issueId) }}>
              <Link to={`/small-wins/${win.id}`} className={classes.title}>
                {win.title}
              </Link>
              <p className={classes.facts}>
                <NewsMark news={win.news} />
                <span>
                  {[
                    showIssue && t(`common:issue.${win.issueId.toLowerCase()}`),
                    win.areas.map((area) => area.name).join(', '),
                    formatDate(win.date, locale),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {win.isSample && <Tag kind="sample" />}
              </p>
              <Claim win={win} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function NewsMark({ news }: Pick<SmallWinBrief, 'news'>) {
  const { t } = useTranslation('figure');
  const Icon = news === 'good' ? IconMoodSmile : IconMoodSad;
  return (
    <span className={classes.mark}>
      <Icon size={14} aria-hidden />
      {t(`wins.${news}`)}
    </span>
  );
}

function Claim({ win: { claim } }: { win: SmallWinBrief }) {
  const { t } = useTranslation('figure');
  const text = useFigureText();
  if (!claim) return null;
  const claimed = text.valueWithUnit(claim.claimed, claim.indicator);
  if (claim.differs === false) {
    return (
      <p className={classes.agrees}>
        <IconCheck size={14} aria-hidden />
        {t('wins.matches')}
      </p>
    );
  }
  return (
    <p className={classes.differs}>
      <IconAlertTriangle size={14} aria-hidden />
      {claim.differs === null
        ? t('wins.unheld', { claimed })
        : t('wins.differs', { claimed, held: text.valueWithUnit(claim.held, claim.indicator) })}
    </p>
  );
}
