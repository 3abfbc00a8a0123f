import type { SetResult } from './measure.ts';
import type { Ratio } from './ratios.ts';

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  console.log(`\n${title}`);
  for (const row of [head, ...rows]) console.log(`  ${line(row).join('  ')}`);
}

const unknown = { wall: Number.NaN, cpu: Number.NaN };

const whole = (value: number) => Math.round(value).toString();
const tenth = (value: number) => value.toFixed(1);

export function printResults(sets: readonly SetResult[], ratios: readonly Ratio[]): void {
  for (const set of sets) {
    const name = `${set.name} (${set.figures.toLocaleString('en')} figures)`;
    const operations = ['overview', 'issue', 'save', 'submit'];
    table(
      `In process, ${name}`,
      ['', 'µs', 'CPU µs', 'raw µs', 'raw CPU µs', '× raw'],
      operations.map((operation) => {
        const own = set.inProcess[operation] ?? unknown;
        const raw = set.inProcess[`${operation}, raw`] ?? unknown;
        const shown = [own.wall, own.cpu, raw.wall, raw.cpu].map(whole);
        return [operation, ...shown, tenth(own.wall / raw.wall)];
      }),
    );
    table(
      `Over HTTP, 16 connections, ${name}`,
      ['', 'requests/s', 'p50 ms', 'p99 ms'],
      Object.entries(set.http).map(([scenario, { requestsPerSecond, p50, p99 }]) => [
        scenario,
        whole(requestsPerSecond),
        tenth(p50),
        tenth(p99),
      ]),
    );
    if (set.pages.length > 0) {
      table(
        `Pages just after a change, one at a time, ${name}`,
        ['', 'p50 ms', 'p99 ms'],
        set.pages.map(({ page, p50, p99 }) => [page, tenth(p50), tenth(p99)]),
      );
    }
    if (set.briefing) {
      const { freeze, open, saveAlone, saveWhileExporting, exports } = set.briefing;
      const times = { 'freeze the monthly deck': freeze, 'open an edition': open };
      const saves = { 'entry save': saveAlone, 'entry save while files are made': saveWhileExporting };
      table(
        `Briefing room, ${name}`,
        ['', 'p50 ms', 'p99 ms'],
        Object.entries({ ...times, ...saves }).map(([what, { p50, p99 }]) => [what, tenth(p50), tenth(p99)]),
      );
      table(
        'Files of an edition',
        ['', 'ms'],
        Object.entries(exports).map(([kind, milliseconds]) => [kind, whole(milliseconds)]),
      );
    }
    console.log(`\n  start to first answer ${whole(set.startUp)} ms, peak memory ${whole(set.peakMemory)} MB`);
  }
  console.log();
  for (const { what, value, unit, bound, limit, holds } of ratios) {
    const shown = unit === '×' ? value.toFixed(2) : whole(value);
    console.log(`${holds ? 'PASS' : 'FAIL'}  ${what}: ${shown} ${unit} (at ${bound} ${limit})`);
  }
}
