import type { KnownPoint, Run } from '#shared/series.ts';

type LineRunsProps = {
  runs: readonly Run[];
  x: (month: string) => number;
  y: (value: number) => number;
  colour: string;
};

/** A series without axes: a line for every run of months, broken where months are missing, dotted while provisional. */
export function LineRuns({ runs, x, y, colour }: LineRunsProps) {
  return runs.map((run) =>
    run.points.length > 1 ? (
      <polyline
        key={run.points[0]?.month}
        data-part="run"
        points={polyline(run.points, x, y)}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        strokeLinejoin="round"
        strokeLinecap="round"
        strokeDasharray={run.provisional ? '1 4' : undefined}
      />
    ) : (
      run.points.map((point) => (
        <circle key={point.month} data-part="run" cx={x(point.month)} cy={y(point.value)} r={1.8} fill={colour} />
      ))
    ),
  );
}

/** Points as `<polyline points>` wants them. */
export function polyline(
  points: readonly Pick<KnownPoint, 'month' | 'value'>[],
  x: LineRunsProps['x'],
  y: LineRunsProps['y'],
): string {
  return points.map((point) => `${x(point.month).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ');
}
