import { useTranslation } from 'react-i18next';
import { useFigureText } from '#client/lib/figure-text.ts';
import type { IndicatorBrief } from '#shared/figure.ts';
import type { OriginCell } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Section } from './section.tsx';
import { useCellText } from './use-cell-text.ts';
import { usePersonText } from './use-person-text.ts';

interface RestatementsProps {
  items: OriginCell['restatements'];
  indicator: IndicatorBrief;
}

/** Changes after verification, with what they did to the province's total. */
export function Restatements({ items, indicator }: RestatementsProps) {
  const { t } = useTranslation('origin');
  const text = useFigureText();
  const cellText = useCellText(indicator);
  const personText = usePersonText();
  return (
    <Section title={t('restatements.title')}>
      <ul className={classes.timeline}>
        {items.map((item) => (
          <li key={item.by.at} className={classes.event}>
            <p className={classes.eventTitle}>
              <strong>{t('revisions.fromTo', { from: cellText(item.from), to: cellText(item.to) })}</strong>
            </p>
            {item.reason && <p className={classes.quote}>{item.reason}</p>}
            {item.provinceBefore !== null && item.provinceAfter !== null && (
              <p className={classes.quiet}>
                {t('restatements.effect', {
                  from: text.value(item.provinceBefore, indicator),
                  to: text.value(item.provinceAfter, indicator),
                })}
              </p>
            )}
            <p className={classes.quiet}>{personText(item.by)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
