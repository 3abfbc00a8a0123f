import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFigureText } from '#client/lib/figure-text.ts';
import type { Change, IndicatorBrief } from '#shared/figure.ts';
import classes from './issue-cards.module.css';

const arrows = { up: IconArrowUpRight, down: IconArrowDownRight, unchanged: IconArrowRight } as const;

/** "naik 729 sejak Sep 2026"; no direction where the two months do not cover the same. */
export function CardChange({ change, indicator }: { change: Change; indicator: IndicatorBrief }) {
  const { t } = useTranslation('figure');
  const { direction, text } = useFigureText().change(change, indicator);
  if (direction === null) {
    return (
      <p className={classes.line} title={t('change.notComparableHint')}>
        {text}
      </p>
    );
  }
  const Arrow = arrows[direction];
  return (
    <p className={`${classes.line} ${classes.change}`}>
      <Arrow size={13} aria-hidden />
      {text}
    </p>
  );
}
