import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { useFigureText } from '#client/lib/figure-text.ts';
import { StatusIcon } from '#client/ui/status-icon.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { Headline, TargetPoint } from '#shared/figure.ts';
import type { IssueCard } from '#shared/overview.ts';
import classes from './issue-cards.module.css';

/** Target with its year and legal basis, how many left the status, and the official outcome beside it. */
export function CardFoot({ card: { headline, left, outcome } }: { card: IssueCard }) {
  const { t } = useTranslation(['overview', 'figure']);
  const text = useFigureText();
  return (
    <ul className={classes.foot}>
      <li>
        {headline.target ? <TargetWords target={headline.target} headline={headline} /> : t('figure:target.none')}
      </li>
      {left && (
        <li>
          <FigureNumber figure={left.figure} indicator={left.indicator} />{' '}
          {t('card.left', { stage: text.shortName(left.indicator).toLowerCase() })}
        </li>
      )}
      {outcome && <Outcome outcome={outcome} />}
    </ul>
  );
}

function TargetWords({ target, headline }: { target: TargetPoint; headline: Headline }) {
  const { t } = useTranslation('figure');
  const locale = useLocale();
  const text = useFigureText();
  const { indicator } = headline;
  const words =
    target.low !== null && target.high !== null
      ? t('target.band', { low: text.value(target.low, indicator), high: text.value(target.high, indicator) })
      : t('target.to', {
          value: text.value(target.value, indicator),
          month: formatMonth(target.month, locale, 'short'),
        });
  // The card says once that it holds sample data.
  const basis = target.isSample && headline.figure?.isSample ? [] : text.basis(target);
  return <>{[words, ...basis].join(' · ')}</>;
}

function Outcome({ outcome }: { outcome: Headline }) {
  const { t } = useTranslation('charts');
  const locale = useLocale();
  const text = useFigureText();
  const { figure, indicator, status } = outcome;
  if (!figure) return null;
  const period = figure.periodLabel ?? formatMonth(figure.month, locale, 'short');
  return (
    <li>
      {text.shortName(indicator)} <FigureNumber figure={figure} indicator={indicator} />{' '}
      <span className={classes.outcomeState}>
        ({period})
        {status.status !== 'no_data' && (
          <>
            <StatusIcon status={status.status} size={12} /> {t(`status.${status.status}`)}
          </>
        )}
      </span>
    </li>
  );
}
