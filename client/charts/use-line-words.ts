import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import { formatMonth } from '#shared/date-format.ts';
import { isKnown, sortByMonth } from '#shared/series.ts';
import type { ChartTable } from './chart-table.ts';
import { lineTable } from './line-table.ts';
import type { PlotBand, PlotSeries } from './plot-model.ts';

/** A line chart in words: one sentence a series, and the table behind the chart. */
export function useLineWords(
  series: readonly PlotSeries[],
  band: PlotBand | undefined,
  format: ValueFormat | undefined,
): { summary: string; table: ChartTable } {
  const { t } = useTranslation('charts');
  const locale = useLocale();
  const formatValue = useFormatValue();
  const sentences = series.map((each) => {
    const known = sortByMonth(each.points).filter(isKnown);
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return t('line.summaryEmpty', { label: each.label });
    return t('line.summary', {
      label: each.label,
      first: formatValue(first.value, format),
      firstMonth: formatMonth(first.month, locale),
      last: formatValue(last.value, format),
      lastMonth: formatMonth(last.month, locale),
    });
  });
  const table = lineTable(series, band, format, {
    month: t('column.month'),
    state: t('column.state'),
    verified: t('frame.state.verified'),
    provisional: t('frame.state.provisional'),
    sample: t('frame.sample'),
    bandLow: t('column.bandLow'),
    bandHigh: t('column.bandHigh'),
  });
  return { summary: sentences.join(' '), table };
}
