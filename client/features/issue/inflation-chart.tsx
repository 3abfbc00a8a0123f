import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { BandLine } from '#client/charts/band-chart.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { chartPoints, formatOf, useFigureText } from '#client/lib/figure-text.ts';
import { Panel } from '#client/ui/panel.tsx';
import { ChartSkeleton } from '#client/ui/skeletons.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { FigureSeries } from '#shared/figure.ts';
import type { InflationAnswer } from '#shared/issue-page.ts';
import { bandSteps } from './band-steps.ts';
import classes from './issue-layout.module.css';

const BandChart = lazy(() => import('#client/charts/band-chart.tsx').then((module) => ({ default: module.BandChart })));

interface InflationChartProps {
  inflation: InflationAnswer;
  provinceId: string;
  provinceName: string;
}

/** Year-on-year inflation of the province and its CPI cities beside the nation, in and out of the target band. */
export function InflationChart({ inflation, provinceId, provinceName }: InflationChartProps) {
  const { t } = useTranslation('issue');
  const locale = useLocale();
  const text = useFigureText();
  const formatValue = useFormatValue();
  const { indicators, series, areas, planned, breaks, differenceToNation } = inflation;
  const indicator = indicators.yoy;
  const title = titleOf();
  const steps = bandSteps(planned);
  const last = steps.at(-1);
  const band = last && {
    label: t('inflation.band', {
      low: formatValue(last.low, { decimals: 1 }),
      high: formatValue(last.high, { decimals: 1, percent: true }),
    }),
    steps,
  };
  // The first line of an area is its usual source; further prints are in the origin of each number.
  const lines = areas.flatMap(({ area }): BandLine[] => {
    const own = series.filter((each) => each.areaId === area.id && each.points.some((point) => point.value !== null));
    const [usual] = own;
    if (!usual) return [];
    return [
      {
        key: area.id,
        label: area.name,
        points: chartPoints(usual.points),
        role: area.level === 'nation' ? 'reference' : area.id === provinceId ? 'main' : 'other',
      },
    ];
  });
  return (
    <div className={classes.chartPlace}>
      <Suspense
        fallback={
          <Panel title={title} headingLevel={3}>
            <ChartSkeleton height={300} />
          </Panel>
        }
      >
        <BandChart
          frame={{
            title,
            subtitle: text.name(indicator),
            unit: text.unit(indicator),
            headingLevel: 3,
            source: sourceOf(series),
            sample: series.some((each) => each.points.some((point) => point.isSample && point.value !== null)),
          }}
          lines={lines}
          band={band}
          breaks={breaks
            .filter((each) => each.indicatorId === indicator.id)
            .map(({ month, labelId, labelEn }) => ({ month, label: locale === 'en' ? labelEn : labelId }))}
          format={formatOf(indicator)}
          height={300}
        />
      </Suspense>
    </div>
  );

  function titleOf(): string {
    if (differenceToNation === null) return t('inflation.bandTitle', { area: provinceName });
    const value = formatValue(Math.abs(differenceToNation), { decimals: indicator.decimals });
    const word = differenceToNation > 0 ? 'above' : differenceToNation < 0 ? 'below' : 'same';
    return t(`inflation.${word}`, { area: provinceName, value });
  }
}

function sourceOf(series: readonly FigureSeries[]): string | undefined {
  const sources = new Set(series.flatMap(({ source }) => (source === null ? [] : [source])));
  return sources.size > 0 ? [...sources].join('; ') : undefined;
}
