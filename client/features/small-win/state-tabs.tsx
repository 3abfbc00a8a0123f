import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { useFormatValue } from '#client/ui/value-format.ts';
import { type SmallWinState, smallWinStates } from '#shared/small-win.ts';
import classes from './state-tabs.module.css';

interface StateTabsProps {
  value: SmallWinState | undefined;
  onChange: (state: SmallWinState | undefined) => void;
}

/** How many records are in which state, as far as the person sees them; a press shows only those. */
export function StateTabs({ value, onChange }: StateTabsProps) {
  const { t } = useTranslation('smallWins');
  const formatValue = useFormatValue();
  const { data: counts } = useQuery(trpc.smallWin.counts.queryOptions());
  if (!counts) return null;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = smallWinStates.filter((state) => counts[state] > 0 || state === value);
  return (
    <fieldset className={classes.tabs}>
      <legend className="sr-only">{t('filter.states')}</legend>
      <button type="button" className={classes.tab} aria-pressed={!value} onClick={() => onChange(undefined)}>
        {t('filter.all')} <span className={classes.count}>{formatValue(total)}</span>
      </button>
      {shown.map((state) => (
        <button
          key={state}
          type="button"
          className={classes.tab}
          aria-pressed={value === state}
          onClick={() => onChange(value === state ? undefined : state)}
        >
          {t(`state.${state}`)} <span className={classes.count}>{formatValue(counts[state])}</span>
        </button>
      ))}
    </fieldset>
  );
}
