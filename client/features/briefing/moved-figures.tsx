import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './freeze-dialog.module.css';
import type { Moved } from './freeze-summary.ts';
import { useSlideWords } from './use-slide-words.ts';

const most = 12;

/** Which figures changed between looking and freezing. */
export function MovedFigures({ moved: { figures, slides } }: { moved: Moved }) {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const text = useFigureText();
  const words = useSlideWords();
  return (
    <div className={classes.moved} role="alert">
      <p className={classes.movedTitle}>
        <IconAlertTriangle size={18} aria-hidden />
        {t('freeze.moved')}
      </p>
      {figures.length > 0 ? (
        <ul>
          {figures.slice(0, most).map((change) => (
            <li key={`${change.indicator.id}.${change.areaId}.${change.month}.${change.seriesId}`}>
              {text.shortName(change.indicator)}, {change.areaName}, {formatMonth(change.month, locale)}:{' '}
              <strong>
                {text.value(change.before?.value ?? null, change.indicator)} →{' '}
                {text.value(change.after?.value ?? null, change.indicator)}
              </strong>
            </li>
          ))}
        </ul>
      ) : (
        <ul>
          {slides.slice(0, most).map((slide) => (
            <li key={slide.id}>{words.headline(slide)}</li>
          ))}
        </ul>
      )}
      {figures.length > most && <p>{t('freeze.movedMore', { count: figures.length - most })}</p>}
      {figures.length === 0 && <p>{t('freeze.movedWithoutFigures')}</p>}
      <p>{t('freeze.movedAsk')}</p>
    </div>
  );
}
