import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Sparkline } from '#client/charts/sparkline.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { FigureStatus } from '#client/lib/figure-status.tsx';
import { chartPoints, formatOf, useFigureText } from '#client/lib/figure-text.ts';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { issueColor } from '#client/theme.ts';
import { Tag } from '#client/ui/tag.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Month } from '#shared/month.ts';
import type { IssueCard as IssueCardData } from '#shared/overview.ts';
import { CardChange } from './card-change.tsx';
import { CardFoot } from './card-foot.tsx';
import { CardMeaning } from './card-meaning.tsx';
import classes from './issue-cards.module.css';

interface IssueCardProps {
  card: IssueCardData;
  /** The month asked for; the headline may be of an earlier one. */
  month: Month;
  provinceId: string;
  /** The name of the area whose figure stands in for the province's. */
  standIn?: string;
}

/** One issue at a glance: how much, of how many, which way it moves, whether that is enough. */
export function IssueCard({ card, month, provinceId, standIn }: IssueCardProps) {
  const { t } = useTranslation(['overview', 'figure']);
  const locale = useLocale();
  const text = useFigureText();
  const monthSearch = useMonthSearch();
  const { issue, headline, sparkline } = card;
  const { indicator, figure } = headline;
  const isOlder = figure !== null && figure.month !== month;
  return (
    <li className={classes.card}>
      <h2 className={classes.head}>
        <Link to={`/isu/${issue.slug}${monthSearch}`} className={classes.issue}>
          <span className={classes.square} style={{ background: issueColor(issue.id) }} aria-hidden />
          {text.name(issue)}
        </Link>
      </h2>
      <div className={classes.number}>
        <FigureNumber figure={figure} indicator={indicator} missingAt={{ areaId: provinceId, month }} size="large" />
        {figure?.basis === 'provisional' && <Tag kind="provisional" />}
        {figure?.isSample && <Tag kind="sample" />}
      </div>
      <div className={classes.words}>
        <CardMeaning card={card} standIn={standIn} />
        {isOlder && (
          <p className={classes.line} title={t('figure:olderHint', { asked: formatMonth(month, locale) })}>
            {t('figure:older', { month: formatMonth(figure.month, locale) })}
          </p>
        )}
        {headline.change && <CardChange change={headline.change} indicator={indicator} />}
      </div>
      <div className={classes.spark}>
        <Sparkline
          label={text.name(indicator)}
          points={chartPoints(sparkline.points)}
          trajectory={sparkline.planned}
          format={formatOf(indicator)}
          accent={issue.id}
          height={36}
        />
      </div>
      <CardState card={card} />
      <CardFoot card={card} />
    </li>
  );
}

function CardState({ card: { headline } }: { card: IssueCardData }) {
  const { t } = useTranslation(['overview', 'figure']);
  const formatValue = useFormatValue();
  const { status, indicator } = headline;
  const share =
    indicator.direction === 'band' || status.share === null || status.share < 0
      ? undefined
      : formatValue(status.share * 100, { percent: true });
  return (
    <div className={classes.state}>
      <FigureStatus status={status} />
      {share && <span title={t('figure:ofPath', { percent: share })}>{t('card.ofPath', { percent: share })}</span>}
    </div>
  );
}
