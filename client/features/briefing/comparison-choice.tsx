import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClock } from '#client/lib/use-clock.ts';
import type { EditionHead } from '#shared/briefing/edition.ts';
import classes from './comparison.module.css';

interface ComparisonChoiceProps {
  editions: readonly EditionHead[];
  fromId: string | null;
  /** Null is now. */
  toId: string | null;
  onChoose: (fromId: string, toId: string | null) => void;
}

const now = 'now';

/** Which two states: any edition with any other, or with the state of things now. */
export function ComparisonChoice({ editions, fromId, toId, onChoose }: ComparisonChoiceProps) {
  const { t } = useTranslation('briefing');
  const clock = useClock();
  const choices = editions.map(({ id, title, number, frozenAt }) => ({
    value: id,
    label: `${t('edition.name', { title, number })} · ${clock.time(frozenAt)}`,
  }));
  return (
    <search className={classes.choose} aria-label={t('compare.choose')} data-no-print>
      <Select
        label={t('compare.from')}
        data={choices.filter(({ value }) => value !== toId)}
        value={fromId}
        onChange={(value) => value && onChoose(value, toId)}
        allowDeselect={false}
        searchable
      />
      <Select
        label={t('compare.to')}
        data={[{ value: now, label: t('compare.now') }, ...choices.filter(({ value }) => value !== fromId)]}
        value={toId ?? now}
        onChange={(value) => fromId && value && onChoose(fromId, value === now ? null : value)}
        allowDeselect={false}
        searchable
      />
    </search>
  );
}
