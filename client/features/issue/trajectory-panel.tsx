import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureSource } from '#client/lib/figure-source.ts';
import { chartPoints, formatOf, useFigureText } from '#client/lib/figure-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { ChartSkeleton } from '#client/ui/skeletons.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { FigureSeries, Headline } from '#shared/figure.ts';
import type { TrajectoryAnswer } from '#shared/issue-page.ts';
import type { Month } from '#shared/month.ts';
import classes from './issue-layout.module.css';
import { possibleValue, useRunRateSentence } from './use-run-rate-sentence.ts';

const TrajectoryChart = lazy(() =>
  import('#client/charts/trajectory-chart.tsx').then((module) => ({ default: module.TrajectoryChart })),
);

/** Nearer than this the line would hide the figure it starts from; the sentence below says it. */
const leastProjectedMonths = 3;

interface TrajectoryPanelProps {
  headline: Headline & { trajectory: TrajectoryAnswer };
  issueId: string;
  /** The month asked for. */
  month: Month;
}

/** A figure month by month against its path, and where the present pace leads. */
export function TrajectoryPanel({ headline, issueId, month }: TrajectoryPanelProps) {
  const { t } = useTranslation('issue');
  const locale = useLocale();
  const text = useFigureText();
  const sourceOf = useFigureSource();
  const runRateSentence = useRunRateSentence();
  const { indicator, figure, trajectory } = headline;
  const planned = trajectory.planned.filter((point) => point.value !== null);
  const title = t(planned.length > 1 ? 'trajectory.title' : 'trajectory.titleAlone', {
    indicator: text.name(indicator),
  });
  const [main, second, ...others] = mainFirst(trajectory.series, figure?.seriesId ?? null);
  if (!main) {
    return (
      <Panel title={title} headingLevel={3}>
        <EmptyState title={t('trajectory.empty')}>{t('trajectory.emptyHint')}</EmptyState>
      </Panel>
    );
  }

  const lineOf = (series: FigureSeries) => ({
    label: series.nameId === null ? text.shortName(indicator) : text.name(named(series)),
    points: chartPoints(withoutEmptyEnds(series.points)),
    maxGapMonths: indicator.periodicity === 'monthly' ? 1 : 24,
  });
  const goal = trajectory.targets.filter((target) => target.kind === 'target' && target.month <= trajectory.to).at(-1);
  const sources = [main, ...(second ? [second] : [])].flatMap(({ source }) => (source === null ? [] : [source]));
  const notes = [
    runRateSentence(headline, month),
    others.length > 0 && t('trajectory.more', { count: others.length }),
  ].filter(Boolean);
  return (
    <div className={classes.chartPlace}>
      <Suspense
        fallback={
          <Panel title={title} headingLevel={3}>
            <ChartSkeleton height={260} />
          </Panel>
        }
      >
        <TrajectoryChart
          frame={{
            title,
            unit: text.unit(indicator),
            headingLevel: 3,
            ...sourceOf([figure]),
            ...(sources.length > 0 && { source: [...new Set(sources)].join('; ') }),
            sample: main.points.some((point) => point.isSample && point.value !== null),
            note: notes.length > 0 && notes.join(' '),
          }}
          accent={issueId}
          format={formatOf(indicator)}
          actual={lineOf(main)}
          second={second && lineOf(second)}
          trajectory={
            planned.length > 1
              ? {
                  label: t('trajectory.plan'),
                  points: planned,
                  endLabel:
                    goal &&
                    t(goal.areaId === 'ID' ? 'trajectory.nationalPlanEnd' : 'trajectory.planEnd', {
                      value: text.value(goal.value, indicator),
                      month: formatMonth(goal.month, locale, 'short'),
                    }),
                }
              : undefined
          }
          projection={projectionOf(headline, {
            label: t('trajectory.projection'),
            end: (value) => t('trajectory.projectionEnd', { value: text.value(value, indicator) }),
          })}
          breaks={trajectory.breaks.map(({ month: from, labelId, labelEn }) => ({
            month: from,
            label: locale === 'en' ? labelEn : labelId,
            keys: ['actual', 'second'],
          }))}
          untilMonth={trajectory.to}
        />
      </Suspense>
    </div>
  );
}

function named({ nameId, nameEn }: FigureSeries) {
  return { nameId: nameId ?? '', nameEn: nameEn ?? '' };
}

/** The line of the figure shown comes first, then the others by how much they hold. */
function mainFirst(series: readonly FigureSeries[], seriesId: string | null): FigureSeries[] {
  const isMain = (each: FigureSeries) =>
    seriesId === null ? each.kind === 'reported' : each.id.startsWith(`${seriesId}|`);
  const held = (each: FigureSeries) => each.points.filter((point) => point.value !== null).length;
  return [...series].sort((a, b) => Number(isMain(b)) - Number(isMain(a)) || held(b) - held(a));
}

/** Months before the first figure are no gap. */
function withoutEmptyEnds(points: FigureSeries['points']): FigureSeries['points'] {
  const first = points.findIndex((point) => point.value !== null);
  return first < 0 ? [] : points.slice(first);
}

/** From the latest figure to where its pace leads by the month of the target; nothing when that is near. */
function projectionOf(
  { figure, indicator, trajectory: { runRate } }: TrajectoryPanelProps['headline'],
  words: { label: string; end: (value: number) => string },
) {
  if (
    !figure ||
    figure.value === null ||
    !runRate ||
    runRate.projected === null ||
    runRate.monthsLeft < leastProjectedMonths
  )
    return undefined;
  const projected = possibleValue(runRate.projected, indicator);
  return {
    label: words.label,
    points: [
      { month: figure.month, value: figure.value },
      { month: runRate.targetMonth, value: projected },
    ],
    endLabel: words.end(projected),
  };
}
