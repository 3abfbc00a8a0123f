import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatMonth, formatMonthName } from '#shared/date-format.ts';
import type { Month } from '#shared/month.ts';
import classes from './month-picker.module.css';

type MonthGridProps = { value: Month; min?: Month; max?: Month; onChoose: (month: Month) => void };

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -3, ArrowDown: 3 };

/** A year and its twelve months; the arrow keys walk over the months, months out of range cannot be chosen. */
export function MonthGrid({ value, min, max, onChoose }: MonthGridProps) {
  const { t } = useTranslation('ui');
  const locale = useLocale();
  const [year, setYear] = useState(Number(value.slice(0, 4)));
  const grid = useRef<HTMLDivElement>(null);
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const isOut = (month: Month) => (min !== undefined && month < min) || (max !== undefined && month > max);

  function walk(event: KeyboardEvent, index: number): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = grid.current?.querySelectorAll('button');
    for (let at = index + step; buttons && at >= 0 && at < 12; at += step) {
      const button = buttons[at];
      if (button && !button.disabled) {
        button.focus();
        return;
      }
    }
  }

  return (
    <>
      <div className={classes.years}>
        <ActionIcon
          aria-label={t('month.previousYear')}
          disabled={min !== undefined && `${year - 1}-12` < min}
          onClick={() => setYear(year - 1)}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <span aria-live="polite">{year}</span>
        <ActionIcon
          aria-label={t('month.nextYear')}
          disabled={max !== undefined && `${year + 1}-01` > max}
          onClick={() => setYear(year + 1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.months} ref={grid}>
        {months.map((month, index) => (
          <button
            key={month}
            type="button"
            className={classes.month}
            aria-label={formatMonth(month, locale, 'long')}
            aria-pressed={month === value}
            data-autofocus={month === value || undefined}
            disabled={isOut(month)}
            onKeyDown={(event) => walk(event, index)}
            onClick={() => onChoose(month)}
          >
            {formatMonthName(month, locale)}
          </button>
        ))}
      </div>
    </>
  );
}
