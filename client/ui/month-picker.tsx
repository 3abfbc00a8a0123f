import { Popover } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatMonth } from '#shared/date-format.ts';
import { addMonths, type Month } from '#shared/month.ts';
import { MonthGrid } from './month-grid.tsx';
import classes from './month-picker.module.css';

type MonthPickerProps = {
  value: Month;
  onChange: (month: Month) => void;
  /** First and last month that can be chosen, both included. */
  min?: Month;
  max?: Month;
  disabled?: boolean;
};

/** ‹ Agustus 2023 › : steps at the sides, a year of months behind the name. */
export function MonthPicker({ value, onChange, min, max, disabled = false }: MonthPickerProps) {
  const { t } = useTranslation('ui');
  const locale = useLocale();
  const [opened, setOpened] = useState(false);
  const previous = addMonths(value, -1);
  const next = addMonths(value, 1);
  const hasPrevious = !disabled && (min === undefined || previous >= min);
  const hasNext = !disabled && (max === undefined || next <= max);

  return (
    <div className={classes.picker}>
      <button
        type="button"
        className={classes.step}
        disabled={!hasPrevious}
        aria-label={
          hasPrevious ? t('month.previous', { month: formatMonth(previous, locale, 'long') }) : t('month.noPrevious')
        }
        onClick={() => onChange(previous)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </button>
      <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal>
        <Popover.Target>
          <button
            type="button"
            className={classes.current}
            disabled={disabled}
            aria-label={t('month.choose', { month: formatMonth(value, locale, 'long') })}
            onClick={() => setOpened((open) => !open)}
          >
            {formatMonth(value, locale, 'long')}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('month.dialog')} p="sm">
          <MonthGrid
            value={value}
            min={min}
            max={max}
            onChoose={(month) => {
              setOpened(false);
              onChange(month);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <button
        type="button"
        className={classes.step}
        disabled={!hasNext}
        aria-label={hasNext ? t('month.next', { month: formatMonth(next, locale, 'long') }) : t('month.noNext')}
        onClick={() => onChange(next)}
      >
        <IconChevronRight size={16} aria-hidden />
      </button>
    </div>
  );
}
