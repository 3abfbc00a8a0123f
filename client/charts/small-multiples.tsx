import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { NumberText } from '#client/ui/number-text.tsx';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Month } from '#shared/month.ts';
import { extent, isKnown, type MonthPoint, niceTicks, sortByMonth } from '#shared/series.ts';
import { ChartFrame, type FrameInfo } from './chart-frame.tsx';
import type { ChartTable } from './chart-table.ts';
import { SmallLine } from './small-line.tsx';
import classes from './small-multiples.module.css';

export type SmallMultiple = {
  key: string;
  label: string;
  points: readonly MonthPoint[];
  maxGapMonths?: number;
};

export type SmallMultiplesProps = {
  frame: FrameInfo;
  items: readonly SmallMultiple[];
  /** The same faint line behind each chart: the province. */
  reference?: { label: string; points: readonly MonthPoint[] };
  breakMonths?: readonly string[];
  format?: ValueFormat;
  accent?: string;
  zeroBased?: boolean;
  onItem?: (key: string) => void;
  /** Turns the latest figure of each chart into a button; told with its month. */
  onValue?: (key: string, month: Month) => void;
};

/** A small chart an area, all on one scale and one time axis, so that they can be compared at a glance. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { frame, items, reference, breakMonths, format, accent, zeroBased = true, onItem, onValue } = props;
  const { t } = useTranslation('charts');
  const locale = useLocale();
  const formatValue = useFormatValue();
  const points = [...items.flatMap((item) => item.points), ...(reference?.points ?? [])];
  const months = [...new Set(sortByMonth(points).map((point) => point.month))];
  const range = extent(points.map((point) => point.value)) ?? [0, 1];
  const ticks = niceTicks(zeroBased ? Math.min(0, range[0]) : range[0], Math.max(zeroBased ? 0 : range[1], range[1]));
  const scale = { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, first: months[0], last: months.at(-1) };
  const table = smallMultiplesTable(items, months, format, t('column.month'));

  return (
    <ChartFrame frame={frame} table={table}>
      <ul className={classes.grid}>
        {items.map((item) => {
          const last = sortByMonth(item.points).filter(isKnown).at(-1);
          const missing = item.points.filter((point) => point.value === null).length;
          const summary = last
            ? t('smallMultiples.item', {
                area: item.label,
                value: formatValue(last.value, format),
                month: formatMonth(last.month, locale),
              })
            : t('smallMultiples.itemEmpty', { area: item.label });
          return (
            <li key={item.key} className={classes.item}>
              <div className={classes.head}>
                {onItem ? (
                  <button type="button" className={classes.name} onClick={() => onItem(item.key)}>
                    {item.label}
                  </button>
                ) : (
                  <span className={classes.name}>{item.label}</span>
                )}
                {last ? (
                  <span className={classes.value}>
                    <NumberText
                      value={last.value}
                      format={format}
                      onOrigin={onValue && (() => onValue(item.key, last.month))}
                    />
                  </span>
                ) : (
                  <span className={classes.missing}>{t('noData')}</span>
                )}
              </div>
              <SmallLine
                label={missing > 0 ? `${summary}, ${t('smallMultiples.missing', { count: missing })}` : summary}
                points={item.points}
                maxGapMonths={item.maxGapMonths}
                reference={reference?.points}
                breakMonths={breakMonths}
                scale={scale}
                accent={accent}
              />
            </li>
          );
        })}
      </ul>
      <p className={classes.scale}>
        {t('smallMultiples.scale', { low: formatValue(scale.low, format), high: formatValue(scale.high, format) })}
        {reference && ` ${reference.label}: ┄`}
      </p>
    </ChartFrame>
  );
}

function smallMultiplesTable(
  items: readonly SmallMultiple[],
  months: readonly string[],
  format: ValueFormat | undefined,
  monthLabel: string,
): ChartTable {
  const values = items.map((item) => new Map(item.points.map((point) => [point.month, point.value])));
  return {
    columns: [
      { key: 'month', label: monthLabel, isMonth: true },
      ...items.map(({ key, label }) => ({ key, label, format })),
    ],
    rows: months.map((month) => ({
      key: month,
      cells: [month, ...values.map((byMonth) => byMonth.get(month) ?? null)],
    })),
  };
}
