import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './line-plot.module.css';
import type { PlotRow, PlotSeries } from './plot-model.ts';

type PlotTooltipProps = { row: PlotRow | undefined; series: readonly PlotSeries[]; format?: ValueFormat };

/** All figures of the month under the pointer; one that is missing says so. */
export function PlotTooltip({ row, series, format }: PlotTooltipProps) {
  const { t } = useTranslation('charts');
  const locale = useLocale();
  const formatValue = useFormatValue();
  if (!row) return null;
  return (
    <div className={classes.tooltip} role="status">
      <p className={classes.tooltipTitle}>{formatMonth(row.month, locale)}</p>
      {series.map((each) => {
        const point = row.cells[each.key];
        if (!point) return null;
        const marks = [
          point.provisional && t('line.inTooltip.provisional'),
          point.sample && t('line.inTooltip.sample'),
        ];
        return (
          <p key={each.key} className={classes.tooltipRow}>
            <span
              className={classes.swatch}
              style={{ borderColor: each.color, borderTopStyle: each.dash ? 'dashed' : 'solid' }}
            />
            {each.label}
            <strong>{formatValue(point.value, format)}</strong>
            {point.value !== null && marks.some(Boolean) && (
              <span className={classes.quiet}>{marks.filter(Boolean).join(', ')}</span>
            )}
          </p>
        );
      })}
    </div>
  );
}
