import type { PlannedPoint, SeriesPoint } from '#shared/figure.ts';
import { extent, type KnownPoint, sortByMonth, splitRuns } from '#shared/series.ts';
import type { Area } from './kit.ts';
import { heldPoints, plotScale } from './plot-scale.ts';
import type { Ink, SceneItem } from './scene.ts';
import { line, outline } from './shapes.ts';

/** A line the size of a few words against its planned path: direction and distance, no axes. Missing months are gaps. */
export function sparkline(
  points: readonly SeriesPoint[],
  planned: readonly PlannedPoint[],
  area: Area,
  ink: Ink,
): SceneItem[] {
  const months = sortByMonth([...points, ...planned]).map(({ month }) => month);
  const [from, to] = [months[0], months.at(-1)];
  const known = heldPoints(points);
  const range = extent([
    ...known.map(({ value }) => value),
    ...planned.flatMap(({ value, low, high }) => [value, low, high]),
  ]);
  const last = known.at(-1);
  if (!from || !to || !range || !last) return [];
  const inset = 7;
  const inner = { x: area.x, y: area.y + inset, width: area.width - inset, height: area.height - 2 * inset };
  const scale = plotScale(inner, from, to, range[0], range[1]);
  const place = ({ month, value }: KnownPoint) => [scale.x(month), scale.y(value)] as const;
  const bands = sortByMonth(planned).flatMap(({ month, low, high }) =>
    low === null || high === null ? [] : [{ month, low, high }],
  );
  const path = bands.length > 0 ? [] : heldPoints(planned);
  return [
    ...(bands.length > 1
      ? [
          outline(
            [
              ...bands.map(({ month, high }) => [scale.x(month), scale.y(high)] as const),
              ...bands.toReversed().map(({ month, low }) => [scale.x(month), scale.y(low)] as const),
            ],
            { fill: 'status-on-track-bg' },
          ),
        ]
      : []),
    ...(path.length > 1 ? [line(path.map(place), { stroke: 'muted', strokeWidth: 1.5, dash: [5, 4] })] : []),
    ...splitRuns(points.map(({ month, value, basis }) => ({ month, value, provisional: basis === 'provisional' }))).map(
      ({ points: run, provisional }): SceneItem => {
        const [only] = run;
        if (run.length === 1 && only)
          return { type: 'circle', x: place(only)[0], y: place(only)[1], radius: 3, fill: ink };
        return line(run.map(place), { stroke: ink, strokeWidth: 3.5, ...(provisional && { dash: [2, 7] }) });
      },
    ),
    { type: 'circle', x: place(last)[0], y: place(last)[1], radius: 6, fill: ink },
  ];
}
