import { useTranslation } from 'react-i18next';
import type { IndicatorBrief } from '#shared/figure.ts';
import type { OriginCell } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Section } from './section.tsx';
import { useCellText } from './use-cell-text.ts';
import { usePersonText } from './use-person-text.ts';

interface RevisionsProps {
  items: OriginCell['revisions'];
  indicator: IndicatorBrief;
}

/** Every change of the cell, in the order of the answer. */
export function Revisions({ items, indicator }: RevisionsProps) {
  const { t } = useTranslation('origin');
  const cellText = useCellText(indicator);
  const personText = usePersonText();
  return (
    <Section title={t('revisions.title')}>
      <ol className={classes.timeline}>
        {items.map((item) => {
          const isSame = item.from !== null && item.from.kind === item.to.kind && item.from.value === item.to.value;
          // A figure that was set aside changed nothing: it stands alone.
          const isAlone = isSame || item.action === 'set_aside';
          return (
            <li key={`${item.version} ${item.action} ${item.by.at}`} className={classes.event}>
              <p className={classes.eventTitle}>
                {t(`revisions.action.${item.action}`)}{' '}
                <strong>
                  {isAlone || item.from === null
                    ? cellText(item.to)
                    : t('revisions.fromTo', { from: cellText(item.from), to: cellText(item.to) })}
                </strong>
              </p>
              {item.reason && <p className={classes.quote}>{item.reason}</p>}
              {item.note && <p className={classes.quiet}>{item.note}</p>}
              <p className={classes.quiet}>{personText(item.by)}</p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
