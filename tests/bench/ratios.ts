import type { SetResult } from './measure.ts';

export interface Ratio {
  what: string;
  value: number;
  unit: '×' | 'ms' | 'MB';
  limit: number;
  /** Whether the value must stay below the limit or reach it. */
  bound: 'most' | 'least';
  holds: boolean;
}

/** A file takes a second or more: were a save to wait for a part of one, it would take longer than this. */
const LONGEST_SAVE_WHILE_EXPORTING_MS = 100;

function ratio(what: string, value: number, unit: Ratio['unit'], bound: Ratio['bound'], limit: number): Ratio {
  return { what, value, unit, limit, bound, holds: bound === 'most' ? value <= limit : value >= limit };
}

/** What the application promises about its speed, as ratios within one run. */
export function judge(small: SetResult, large: SetResult): Ratio[] {
  const cpu = (set: SetResult, name: string) => set.inProcess[name]?.cpu ?? Number.NaN;
  const growth = (name: string) => cpu(large, name) / cpu(small, name);
  const slowest = small.pages.reduce((worst, page) => (page.p99 > worst.p99 ? page : worst));
  const againstEmpty = (set: SetResult, name: keyof SetResult['http']) =>
    set.http[name].requestsPerSecond / set.http.empty.requestsPerSecond;
  return [
    ratio('overview computed, large / small', growth('overview'), '×', 'most', 1.2),
    ratio('issue page computed, large / small', growth('issue'), '×', 'most', 1.2),
    ...[small, large].flatMap((set) => [
      ratio(`overview / empty procedure, requests/s, ${set.name}`, againstEmpty(set, 'overview'), '×', 'least', 1),
      ratio(`entry save / empty procedure, requests/s, ${set.name}`, againstEmpty(set, 'save'), '×', 'least', 0.4),
    ]),
    ratio(`slowest page in the small set at p99 (${slowest.page})`, slowest.p99, 'ms', 'most', 50),
    ratio(
      'entry save while files are made, at p99',
      small.briefing?.saveWhileExporting.p99 ?? Number.NaN,
      'ms',
      'most',
      LONGEST_SAVE_WHILE_EXPORTING_MS,
    ),
    ...[small, large].map((set) => ratio(`peak memory under load, ${set.name}`, set.peakMemory, 'MB', 'most', 200)),
  ];
}
