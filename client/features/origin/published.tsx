import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { OriginAnswer } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Section } from './section.tsx';

/** What sources have printed for the same indicator, area and month: side by side, none chosen, none averaged. */
export function Published({ origin: { published, indicator } }: { origin: OriginAnswer }) {
  const { t } = useTranslation(['origin', 'figure']);
  const locale = useLocale();
  const text = useFigureText();
  return (
    <Section title={t('published.title')}>
      {published.length > 1 && <p className={classes.quiet}>{t('published.several', { count: published.length })}</p>}
      <ul className={classes.published}>
        {published.map((figure) => (
          <li key={`${figure.seriesId} ${figure.source} ${figure.value}`} className={classes.print}>
            <strong className={classes.printValue}>{text.valueWithUnit(figure.value, indicator)}</strong>
            <span>{locale === 'en' ? figure.seriesNameEn : figure.seriesNameId}</span>
            <span className={classes.quiet}>
              {[
                figure.source,
                figure.periodLabel ?? formatMonth(figure.month, locale),
                figure.cutOff && text.cutOff({ label: null, date: figure.cutOff }),
                figure.confidence && t(`figure:confidence.${figure.confidence}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {figure.note && <span className={classes.quiet}>{figure.note}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
