import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { TargetPoint } from '#shared/figure.ts';
import type { OriginAnswer } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Section } from './section.tsx';

/** What was planned for the month, and the points of the plan with their legal basis. */
export function TargetFacts({ origin: { planned, targets, indicator, month } }: { origin: OriginAnswer }) {
  const { t } = useTranslation(['origin', 'figure']);
  const locale = useLocale();
  const text = useFigureText();
  const written = (point: Pick<TargetPoint, 'value' | 'low' | 'high'>) =>
    point.low !== null && point.high !== null
      ? t('target.band', { low: text.value(point.low, indicator), high: text.value(point.high, indicator) })
      : text.value(point.value, indicator);
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
                value: written({ ...planned, value: planned.value }),
              })}
            </p>
          )}
          <ul className={classes.targets}>
            {targets.map((target) => (
              <li key={`${target.kind} ${target.month} ${target.areaId}`}>
                {t(`target.${target.kind}`, { month: formatMonth(target.month, locale), value: written(target) })}
                <span className={classes.quiet}>
                  {[target.legalBasis, target.source, target.areaId === 'ID' && t('figure:target.national')]
                    .filter(Boolean)
                    .map((words) => ` · ${words}`)}
                </span>{' '}
                {target.isSample && <Tag kind="sample" />}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
