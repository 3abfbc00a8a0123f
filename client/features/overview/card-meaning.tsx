import { useTranslation } from 'react-i18next';
import { useFigureText } from '#client/lib/figure-text.ts';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { IssueCard } from '#shared/overview.ts';
import classes from './issue-cards.module.css';

interface CardMeaningProps {
  card: IssueCard;
  standIn?: string;
}

/** What the large number counts: "anak diintervensi, dari 16.377 sasaran (55,5 %)". */
export function CardMeaning({ card, standIn }: CardMeaningProps) {
  const { t } = useTranslation('overview');
  const formatValue = useFormatValue();
  const text = useFigureText();
  const { headline, reached, nation } = card;
  const { indicator } = headline;
  const what = indicator.isPercentage
    ? text.name(indicator)
    : t('card.count', { unit: text.unit(indicator), stage: text.shortName(indicator).toLowerCase() });
  const of =
    reached &&
    t(reached.share.isComparable ? 'card.of' : 'card.ofUneven', {
      whole: text.valueWithUnit(reached.share.whole.value, reached.indicator),
      percent: formatValue(reached.share.value, { percent: true, decimals: 1 }),
    });
  return (
    <>
      <p className={classes.line}>
        {[what, of].filter(Boolean).join(', ')}
        {standIn && ` (${standIn})`}
      </p>
      {nation && nation.value !== null && (
        <p className={classes.line}>{t('card.nation', { value: text.value(nation.value, indicator) })}</p>
      )}
    </>
  );
}
