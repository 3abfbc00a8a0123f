import { useTranslation } from 'react-i18next';
import type { OriginCell } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Section } from './section.tsx';
import { usePersonText } from './use-person-text.ts';

/** Why the cell was returned, and what was answered. */
export function CellThread({ items }: { items: OriginCell['thread'] }) {
  const { t } = useTranslation('origin');
  const personText = usePersonText();
  return (
    <Section title={t('thread.title')}>
      <ul className={classes.timeline}>
        {items.map((item) => (
          <li key={`${item.by.at} ${item.text}`} className={classes.event}>
            <p className={classes.eventTitle}>{t(`thread.${item.kind}`)}</p>
            <p className={classes.quote}>{item.text}</p>
            <p className={classes.quiet}>{personText(item.by)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
