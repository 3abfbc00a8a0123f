import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { OriginAnswer } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Section } from './section.tsx';

/** What was planned for the month, and the points of the plan with their legal basis. */
export function TargetFacts({ origin: { planned, targets, indicator, month } }: { origin: OriginAnswer }) {
  const { t } = useTranslation('origin');
  const locale = useLocale();
  const text = useFigureText();
  return (
    <Section title={t('target.title')}>
      {targets.length === 0 ? (
        <p className={classes.text}>{t('target.none')}</p>
      ) : (
        <>
          {planned && planned.value !== null && (
            <p className={classes.text}>
              {t('target.planned', {
                month: formatMonth(month, locale),
                value: text.targetValue({ ...planned, value: planned.value }, indicator),
              })}
            </p>
          )}
          <ul className={classes.targets}>
            {targets.map((target) => (
              <li key={`${target.kind} ${target.month} ${target.areaId}`}>
                {t(`target.${target.kind}`, {
                  month: formatMonth(target.month, locale),
                  value: text.targetValue(target, indicator),
                })}
                <span className={classes.quiet}>{text.basis(target).map((words) => ` · ${words}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
