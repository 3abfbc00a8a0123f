import { IconChevronDown } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatOf, useFigureText } from '#client/lib/figure-text.ts';
import type { OpenOrigin } from '#client/lib/origin-context.ts';
import { NumberText } from '#client/ui/number-text.tsx';
import type { SlideContent } from '#shared/briefing/content.ts';
import { figureKey, figuresOf } from '#shared/briefing/figures.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './slide-paper.module.css';

interface SlideFiguresProps {
  slide: SlideContent;
  onOrigin: OpenOrigin;
}

/** The figures of a slide in a list, each leading to where it comes from. */
export function SlideFigures({ slide, onOrigin }: SlideFiguresProps) {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const text = useFigureText();
  const figures = useMemo(
    () => figuresOf(slide.body, slide.month).filter(({ role, value }) => role !== 'point' && value !== null),
    [slide],
  );
  if (figures.length === 0) return null;
  return (
    <details className={classes.figures}>
      <summary>
        {t('slide.figures', { count: figures.length })}
        <IconChevronDown className={classes.chevron} size={16} aria-hidden />
      </summary>
      <ul>
        {figures.map((figure) => (
          <li key={figureKey(figure)}>
            <span>
              {text.shortName(figure.indicator)}
              <span className={classes.where}>
                {figure.areaName} · {formatMonth(figure.month, locale, 'short')}
              </span>
            </span>
            <NumberText
              value={figure.value}
              format={formatOf(figure.indicator)}
              onOrigin={() =>
                onOrigin({ indicatorId: figure.indicator.id, areaId: figure.areaId, month: figure.month })
              }
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
