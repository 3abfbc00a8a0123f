import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { useClock } from '#client/lib/use-clock.ts';
import type { EditionComparison } from '#shared/briefing/change.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './comparison.module.css';
import { shortHash } from './short-hash.ts';

/** The two sides, and how many figures differ. */
export function ComparisonSummary({ comparison: { from, to, changes } }: { comparison: EditionComparison }) {
  const { t } = useTranslation('briefing');
  const corrected = changes.filter(({ reasons }) => reasons.length > 0).length;
  return (
    <div className={classes.summary}>
      <Side side={from} label={t('compare.from')} />
      <IconArrowRight className={classes.arrow} size={22} aria-hidden />
      <Side side={to} label={t('compare.to')} />
      <p className={classes.count} role="status">
        {changes.length === 0 ? t('compare.countNone') : t('compare.count', { count: changes.length, corrected })}
      </p>
    </div>
  );
}

function Side({ side, label }: { side: EditionComparison['from']; label: string }) {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const clock = useClock();
  const name = side.number === null ? t('compare.now') : t('edition.name', { title: side.title, number: side.number });
  return (
    <div className={classes.side}>
      <span className={classes.label}>{label}</span>
      <strong>{side.editionId ? <TextLink to={`/briefing/edisi/${side.editionId}`}>{name}</TextLink> : name}</strong>
      <span className={classes.label}>
        {[formatMonth(side.month, locale), clock.time(side.at), side.sha256 && shortHash(side.sha256)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}
