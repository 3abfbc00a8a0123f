import { useTranslation } from 'react-i18next';
import { useFormatValue } from '#client/ui/value-format.ts';
import classes from './completeness-bar.module.css';

export type CompletenessCounts = { verified: number; submitted: number; returned: number; missing: number };

export type CompletenessBarProps = {
  counts: CompletenessCounts;
  /** "96 dari 152 masuk (82 %)" above the bar. */
  showLead?: boolean;
  /** Only the bar, with its words for the screen reader: for rows of a table. */
  compact?: boolean;
};

const PARTS = [
  { key: 'verified', color: 'var(--status-on-track)' },
  { key: 'submitted', color: 'var(--chart-submitted)' },
  { key: 'returned', color: 'var(--returned)' },
  { key: 'missing', color: 'var(--chart-hatch)' },
] as const;

/** How much of what was expected has come: a bar in four parts, and the same in words. */
export function CompletenessBar({ counts, showLead = false, compact = false }: CompletenessBarProps) {
  const { t } = useTranslation('charts');
  const formatValue = useFormatValue();
  const expected = PARTS.reduce((sum, part) => sum + counts[part.key], 0);
  const received = counts.verified + counts.submitted;
  return (
    <div>
      {showLead && expected > 0 && (
        <p className={classes.lead}>
          {t('completeness.percent', {
            received: formatValue(received),
            expected: formatValue(expected),
            percent: formatValue((received / expected) * 100, { percent: true }),
          })}
        </p>
      )}
      <div className={compact ? `${classes.bar} ${classes.thin}` : classes.bar} aria-hidden>
        {PARTS.filter((part) => counts[part.key] > 0).map((part) => (
          <span
            key={part.key}
            className={classes.segment}
            data-part={part.key}
            style={{ flexGrow: counts[part.key], background: part.color }}
          />
        ))}
      </div>
      <ul className={compact ? 'sr-only' : classes.words}>
        {PARTS.map((part) => (
          <li key={part.key} className={classes.word}>
            <span className={classes.swatch} style={{ background: part.color }} aria-hidden />
            {t(`completeness.${part.key}`)} {formatValue(counts[part.key])}
          </li>
        ))}
      </ul>
    </div>
  );
}
