import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { nameOf, originOf, shortNameOf, statusText, valueText } from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit } from '#shared/briefing/scene/kit.ts';
import { type PlotLine, plot } from '#shared/briefing/scene/plot.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { lines, richLines, richText, text } from '#shared/briefing/scene/shapes.ts';
import { badgeWidth, statusBadge } from '#shared/briefing/scene/status-badge.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { FigureSeries } from '#shared/figure.ts';
import { isKnown } from '#shared/series.ts';
import { runRateWords } from './run-rate-words.ts';

type IssueHeadline = SlideBodyOf<'issue'>['headline'];

/** Title with status, the figures against the path to the target, and the run-rate sentence. */
export function trajectoryItems({ headline, issue }: SlideBodyOf<'issue'>, area: Area, kit: Kit): SceneItem[] {
  const { trajectory, indicator, status } = headline;
  const { locale, words } = kit;
  const word = statusText(status, kit);
  const badge = Math.min(badgeWidth(word), area.width * 0.55);
  const short = shortNameOf(indicator, locale);
  const hasPlan = trajectory.planned.some(({ value, low }) => value !== null || low !== null);
  const title = wrapText(
    hasPlan ? words.trajectory.title(short) : words.trajectory.titleAlone(short),
    area.width - badge - 16,
    { size: 22, weight: 700 },
    2,
  );
  const top = area.y + 22 + (title.length - 1) * 28;
  const sentence = richLines(runRateWords(headline, kit) ?? '', area.width, 20, 3);
  const plotArea = {
    x: area.x,
    y: top + 24,
    width: area.width,
    height: area.y + area.height - top - 24 - (sentence.length > 0 ? sentence.length * 27 + 8 : 0),
  };
  const band = trajectory.planned.filter(({ low, high }) => low !== null && high !== null);
  const last = band.at(-1);
  const chart = plot(
    {
      lines: linesOf(headline, issueInk(issue.id), kit),
      band,
      bandLabel:
        last?.low != null && last.high != null
          ? words.trajectory.band(valueText(last.low, indicator, locale), valueText(last.high, indicator, locale))
          : undefined,
      written: indicator,
      from: trajectory.from,
      to: trajectory.to,
    },
    plotArea,
    kit,
  );
  return [
    ...lines(area.x, area.y + 22, title, 28, { size: 22, weight: 700 }),
    ...statusBadge(status.status, word, area.x + area.width - badge, area.y - 3, badge).items,
    ...(chart ?? [text(plotArea.x, plotArea.y + 40, words.trajectory.none, { size: 22, fill: 'muted' })]),
    ...richText(area.x, area.y + area.height - (sentence.length - 1) * 27 - 4, sentence, 27),
  ];
}

function linesOf(
  { trajectory, indicator, figure, status }: IssueHeadline,
  ink: ReturnType<typeof issueInk>,
  kit: Kit,
): PlotLine[] {
  const { locale, words } = kit;
  const isBand = status.plannedLow !== null || trajectory.planned.some(({ low }) => low !== null);
  // The target that the drawn path leads to, not one beyond the last month.
  const targets = trajectory.targets.filter(({ kind }) => kind === 'target');
  const target = targets.findLast(({ month }) => month <= trajectory.to) ?? targets[0];
  const plan: PlotLine[] =
    isBand || !trajectory.planned.some(isKnown)
      ? []
      : [
          {
            points: trajectory.planned,
            ink: 'muted',
            strokeWidth: 2,
            dash: [7, 6],
            isPlan: true,
            label: target && {
              text: words.trajectory.plan(
                valueText(target.value, indicator, locale),
                formatMonth(target.month, locale, 'short'),
              ),
              ink: 'muted',
              weight: 400,
            },
          },
        ];
  const ordered = orderedSeries(trajectory.series, figure?.seriesId ?? null).slice(0, 3);
  const observed = ordered.map((series, index): PlotLine => {
    const known = series.points.filter(({ month, value }) => value !== null && month <= trajectory.to).at(-1);
    const number = valueText(known?.value ?? null, indicator, locale);
    return {
      points: series.points.map(({ month, value, basis }) => ({ month, value, provisional: basis === 'provisional' })),
      ink: index === 0 ? ink : 'muted',
      strokeWidth: index === 0 ? 5 : 3,
      breaks: index === 0 ? trajectory.breaks : [],
      label: {
        text: index === 0 ? number : `${seriesName(series, kit)} ${number}`,
        name: index === 0 ? undefined : seriesName(series, kit),
        ink: index === 0 ? ink : 'muted',
        weight: index === 0 ? 700 : 400,
        size: index === 0 ? 26 : 20,
      },
      origin: index === 0 ? originOf(figure) : undefined,
    };
  });
  return [...plan, ...observed.toReversed()];
}

/** The series that the headline belongs to comes first. */
function orderedSeries(series: readonly FigureSeries[], seriesId: string | null): FigureSeries[] {
  const isOwn = (each: FigureSeries) => (seriesId === null ? each.kind === 'reported' : each.id === seriesId);
  const held = series.filter(({ points }) => points.some(isKnown));
  return [...held.filter(isOwn), ...held.filter((each) => !isOwn(each))];
}

function seriesName(series: FigureSeries, { locale, words }: Kit): string {
  return series.nameId === null || series.nameEn === null
    ? (series.source ?? words.truths.reported)
    : nameOf({ nameId: series.nameId, nameEn: series.nameEn }, locale);
}
