import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { FigureStatus } from '#client/lib/figure-status.tsx';
import { useFigureText } from '#client/lib/figure-text.ts';
import { issueColor } from '#client/theme.ts';
import { Tag } from '#client/ui/tag.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Headline } from '#shared/figure.ts';
import type { IssuePage } from '#shared/issue-page.ts';
import classes from './issue-hero.module.css';

/** The issue in two figures: what the task force counts, and what the official statistics find. */
export function IssueHero({ page }: { page: IssuePage }) {
  const { issue, headline, outcome } = page;
  return (
    <div className={classes.hero} style={{ borderTopColor: issueColor(issue.id) }} data-panel>
      <HeroFigure headline={headline} page={page} />
      {outcome && <HeroFigure headline={outcome} page={page} isOutcome />}
    </div>
  );
}

interface HeroFigureProps {
  headline: Headline;
  page: IssuePage;
  isOutcome?: boolean;
}

function HeroFigure({ headline, page, isOutcome = false }: HeroFigureProps) {
  const { t } = useTranslation(['issue', 'figure']);
  const locale = useLocale();
  const text = useFigureText();
  const formatValue = useFormatValue();
  const { figure, indicator, status, change, cutOff } = headline;
  const share =
    indicator.direction !== 'band' && status.share !== null && status.share >= 0
      ? t('figure:ofPath', { percent: formatValue(status.share * 100, { percent: true }) })
      : undefined;
  const facts = [
    figure && text.coverage(figure, indicator),
    text.cutOff(cutOff),
    figure && figure.month !== page.month && t('figure:older', { month: formatMonth(figure.month, locale) }),
    change && text.change(change, indicator).text,
  ].filter(Boolean);
  return (
    <div className={classes.figure}>
      <p className={classes.name}>
        {isOutcome && <span className={classes.kind}>{t('hero.outcome')}</span>}
        {text.name(indicator)}
        {!indicator.isPercentage && <> ({text.unit(indicator)})</>}
      </p>
      <div className={classes.row}>
        <FigureNumber
          figure={figure}
          indicator={indicator}
          missingAt={{ areaId: page.province.id, month: page.month }}
          size="large"
        />
        <FigureStatus status={status} />
        <span className={classes.quiet}>{status.zone ? t(`figure:zone.${status.zone}`) : share}</span>
        {figure?.basis === 'provisional' && <Tag kind="provisional" />}
        {figure?.isSample && <Tag kind="sample" />}
      </div>
      <p className={classes.quiet}>{facts.join(' · ')}</p>
    </div>
  );
}
