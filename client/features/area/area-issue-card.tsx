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
import type { AreaIssue } from '#shared/area-page.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Month } from '#shared/month.ts';
import classes from './area-issue-card.module.css';
import { MiniCascade } from './mini-cascade.tsx';

interface AreaIssueCardProps {
  item: AreaIssue;
  areaId: string;
  month: Month;
}

/** One issue in this area: the figure, its path, and the stages behind it. */
export function AreaIssueCard({ item, areaId, month }: AreaIssueCardProps) {
  const { t } = useTranslation(['area', 'figure']);
  const locale = useLocale();
  const text = useFigureText();
  const monthSearch = useMonthSearch();
  const { issue, headline, cascade } = item;
  const { indicator, figure, status, change, trajectory } = headline;
  const isNotCollected = status.reason === 'not_collected' && figure === null;
  const main =
    trajectory.series.find((series) =>
      figure?.seriesId ? series.id.startsWith(`${figure.seriesId}|`) : series.kind === 'reported',
    ) ?? trajectory.series[0];
  const facts = [
    figure && text.coverage(figure, indicator),
    text.cutOff(headline.cutOff),
    figure && figure.month !== month && t('figure:older', { month: formatMonth(figure.month, locale) }),
    change && text.change(change, indicator).text,
  ].filter(Boolean);
  return (
    <li className={classes.card} style={{ borderTopColor: issueColor(issue.id) }} data-panel>
      <h3 className={classes.head}>
        <Link to={`/isu/${issue.slug}${monthSearch}`} className={classes.issue}>
          {text.name(issue)}
        </Link>
      </h3>
      {isNotCollected ? (
        <p className={classes.quiet}>{t('issues.none')}</p>
      ) : (
        <>
          <p className={classes.name}>
            {text.name(indicator)}
            {!indicator.isPercentage && ` (${text.unit(indicator)})`}
          </p>
          <FigureNumber figure={figure} indicator={indicator} missingAt={{ areaId, month }} size="large" />
          <p className={classes.quiet}>{facts.join(' · ')}</p>
          <div className={classes.state}>
            <FigureStatus status={status} />
            {figure?.basis === 'provisional' && <Tag kind="provisional" />}
            {figure?.isSample && <Tag kind="sample" />}
          </div>
          {main && (
            <div className={classes.line}>
              <Sparkline
                label={text.name(indicator)}
                points={chartPoints(main.points)}
                trajectory={trajectory.planned.filter((point) => point.month <= month)}
                format={formatOf(indicator)}
                accent={issue.id}
                breakMonths={trajectory.breaks.map((each) => each.month)}
                maxGapMonths={indicator.periodicity === 'monthly' ? 1 : 24}
              />
            </div>
          )}
          {cascade && <MiniCascade cascade={cascade} issueId={issue.id} areaId={areaId} />}
        </>
      )}
    </li>
  );
}
