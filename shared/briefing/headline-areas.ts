import { compareValue } from '#shared/comparison.ts';
import type { AreaBrief, Figure, IndicatorBrief, StatusAnswer } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';
import { formatPercent } from '#shared/number-format.ts';
import type { Status } from '#shared/status.ts';
import { listWords } from './bilingual.ts';
import type { SlideBodyOf } from './content.ts';
import { haveOneBase } from './headline-words.ts';

export interface RankedArea {
  area: AreaBrief;
  figure: Figure | null;
  status: StatusAnswer;
  targetGroup: Figure | null;
}

const mostNames = 2;

/** Areas by their standing: "3 dari 6 kabupaten kritis, Mamasa paling tertinggal". Null without a figure. */
export function areasHeadline(rows: readonly RankedArea[], indicator: IndicatorBrief, locale: Locale): string | null {
  const held = rows.filter((row) => row.figure?.value != null);
  if (held.length === 0) return null;
  const sentence = standingSentence(rows, locale) ?? extremesSentence(held, indicator, locale);
  const missing = rows.length - held.length;
  const unassessed = held.filter((row) => row.status.status === 'no_data').length;
  if (sentence === null) {
    const counts = `${held.length} ${locale === 'id' ? 'dari' : 'of'} ${rows.length}`;
    return locale === 'id' ? `${counts} kabupaten sudah ada angkanya` : `${counts} regencies have figures`;
  }
  const isAssessed = unassessed < held.length;
  const rest = [
    ...(unassessed > 0 && isAssessed
      ? [locale === 'id' ? `${unassessed} belum dapat dinilai` : `${unassessed} not assessed yet`]
      : []),
    ...(missing > 0 ? [locale === 'id' ? `${missing} belum ada angka` : `${missing} without figures`] : []),
  ];
  return rest.length === 0 ? sentence : `${sentence}; ${rest.join(', ')}`;
}

function standingSentence(rows: readonly RankedArea[], locale: Locale): string | null {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  const withStatus = (...wanted: Status[]) => rows.filter((row) => wanted.includes(row.status.status));
  const [critical, attention, good] = [
    withStatus('critical'),
    withStatus('attention'),
    withStatus('achieved', 'on_track'),
  ];
  const all = rows.length;
  if (critical.length + attention.length + good.length === 0) return null;
  if (critical.length > 0) {
    return `${say(`${critical.length} dari ${all} kabupaten kritis`, `${critical.length} of ${all} regencies critical`)}${worstOf(critical, locale)}`;
  }
  if (attention.length > 0) {
    const isAllAssessed = attention.length + good.length === all;
    if (isAllAssessed) {
      return say(
        `Tidak ada kabupaten yang kritis, ${attention.length} dari ${all} perlu perhatian`,
        `No regency is critical, ${attention.length} of ${all} need attention`,
      );
    }
    return say(
      `${attention.length} dari ${all} kabupaten perlu perhatian`,
      `${attention.length} of ${all} regencies need attention`,
    );
  }
  if (good.length === all) {
    return say(`Semua ${all} kabupaten sesuai jalur atau sudah tercapai`, `All ${all} regencies on track or achieved`);
  }
  return say(
    `${good.length} dari ${all} kabupaten sesuai jalur atau sudah tercapai`,
    `${good.length} of ${all} regencies on track or achieved`,
  );
}

/** The names where they are few, else the one that is furthest behind its path, if it is one. */
function worstOf(critical: readonly RankedArea[], locale: Locale): string {
  if (critical.length <= mostNames)
    return `: ${listWords(
      critical.map((row) => row.area.name),
      locale,
    )}`;
  const worst = lowest(critical, (row) => row.status.share);
  if (!worst) return '';
  return locale === 'id' ? `, ${worst.area.name} paling tertinggal` : `, ${worst.area.name} furthest behind`;
}

/** Highest and lowest of rates, never of counts: a count favours the large. Only within one month and one source. */
function extremesSentence(held: readonly RankedArea[], indicator: IndicatorBrief, locale: Locale): string | null {
  const lines = new Set(held.map(({ figure }) => `${figure?.month}|${figure?.seriesId}`));
  if (lines.size > 1) return null;
  const rateOf = ({ figure, targetGroup }: RankedArea): number | null => {
    if (!figure) return null;
    if (indicator.isPercentage) return figure.isComparable ? figure.value : null;
    if (!targetGroup || !haveOneBase(figure, targetGroup)) return null;
    return compareValue({ value: figure.value, population: null, targetGroup: targetGroup.value }, 'pct_of_target');
  };
  const low = lowest(held, rateOf);
  const high = lowest(held, (row) => {
    const rate = rateOf(row);
    return rate === null ? null : -rate;
  });
  const [least, most] = [low && rateOf(low), high && rateOf(high)];
  if (!low || !high || low === high || least === null || most === null) return null;
  const decimals = indicator.isPercentage ? indicator.decimals : 1;
  const [from, to] = [most, least].map((rate) => formatPercent(rate, { locale, decimals }));
  if (locale === 'id') {
    const of = indicator.isPercentage ? '' : ' sasaran';
    return `${high.area.name} tertinggi (${from}${of}), ${low.area.name} terendah (${to})`;
  }
  return `${high.area.name} highest (${from}${indicator.isPercentage ? '' : ' of the target group'}), ${low.area.name} lowest (${to})`;
}

/** The only row with the least measure; null where several share it or fewer than two have one. */
function lowest(rows: readonly RankedArea[], measure: (row: RankedArea) => number | null): RankedArea | null {
  const measured = rows.flatMap((row) => {
    const value = measure(row);
    return value === null ? [] : [{ row, value }];
  });
  const least = Math.min(...measured.map((each) => each.value));
  const those = measured.filter((each) => each.value === least);
  return measured.length > 1 && those.length === 1 ? (those[0]?.row ?? null) : null;
}

/** Over all issues: "Mamasa paling banyak kritis: 3 dari 5 isu". Null where no cell has a figure. */
export function heatMapHeadline({ regions, indicators }: SlideBodyOf<'heat_map'>, locale: Locale): string | null {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  const cells = regions.flatMap((region) => region.cells);
  if (!cells.some((cell) => cell.figure?.value != null)) return null;
  if (cells.every((cell) => cell.status.status === 'no_data')) {
    return say(
      'Belum ada kabupaten yang dapat dinilai terhadap jalurnya',
      'No regency can be compared with its path yet',
    );
  }
  const counted = regions.map(({ area, cells: own }) => ({
    name: area.name,
    critical: own.filter((cell) => cell.status.status === 'critical').length,
  }));
  const most = Math.max(...counted.map((each) => each.critical));
  const assessed = cells.filter((cell) => cell.status.status !== 'no_data').length;
  if (most === 0) {
    if (assessed === cells.length) return say('Tidak ada kabupaten yang kritis', 'No regency is critical');
    return say(
      `Tidak ada yang kritis di antara ${assessed} angka kabupaten yang dapat dinilai`,
      `Nothing critical among the ${assessed} regency figures that can be assessed`,
    );
  }
  const those = counted.filter((each) => each.critical === most).map((each) => each.name);
  const count = say(
    `kritis pada ${most} dari ${indicators.length} isu`,
    `critical on ${most} of ${indicators.length} issues`,
  );
  if (those.length === 1) return say(`${those[0]} paling banyak ${count}`, `${those[0]} is most often ${count}`);
  if (those.length > mostNames) {
    return say(`${those.length} kabupaten masing-masing ${count}`, `${those.length} regencies each ${count}`);
  }
  return `${listWords(those, locale)} ${say('masing-masing', 'each')} ${count}`;
}
