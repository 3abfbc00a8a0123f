import { formatMonth } from '#shared/date-format.ts';
import type { Headline, StatusAnswer } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';
import { formatNumber } from '#shared/number-format.ts';
import { differenceWords, shortName, valueWords } from './headline-words.ts';

/** A headline figure against its path: "Diintervensi 9.085 anak, tertinggal 1.815 anak dari jalur target". */
export function pathHeadline({ indicator, figure, status, change }: Headline, locale: Locale): string | null {
  if (figure?.value == null) return null;
  const subject = `${shortName(indicator, locale)} ${valueWords(figure.value, indicator, locale)}`;
  const standing = standingWords(figure.value, indicator, status, locale) ?? changeWords(indicator, change, locale);
  return standing === null ? subject : `${subject}, ${standing}`;
}

type Indicator = Headline['indicator'];

function standingWords(value: number, indicator: Indicator, status: StatusAnswer, locale: Locale): string | null {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  if (status.status === 'no_data') {
    return status.reason === 'incomplete'
      ? say('belum cukup lengkap untuk dinilai', 'too incomplete to be assessed')
      : null;
  }
  if (indicator.direction === 'band') return bandWords(value, status, locale);
  if (status.status === 'achieved') return say('target sudah tercapai', 'target reached');
  if (status.status === 'on_track') return say('sesuai jalur target', 'on the target path');
  const behind = shortfallWords(value, indicator, status, locale);
  if (behind === null)
    return status.status === 'critical' ? say('kritis', 'critical') : say('perlu perhatian', 'needs attention');
  const text = say(`tertinggal ${behind} dari jalur target`, `${behind} behind the target path`);
  return status.status === 'critical' ? `${say('kritis', 'critical')}: ${text}` : text;
}

/** How far the figure is on the wrong side of its path; null where it is not, or by nothing that could be written. */
function shortfallWords(value: number, indicator: Indicator, { planned }: StatusAnswer, locale: Locale): string | null {
  if (planned === null) return null;
  const shortfall = indicator.direction === 'lower' ? value - planned : planned - value;
  return shortfall > 0 ? differenceWords(shortfall, indicator, locale) : null;
}

const slack = 1e-9;

/** As many decimals as a limit has: 2, 2,5, 1,75. */
function placesOf(limit: number): number {
  return [0, 1, 2, 3].find((places) => Math.abs(limit - Number(limit.toFixed(places))) < slack) ?? 4;
}

/** On which side of its band a figure stands: "di dalam sasaran 2–4 %". Null without a band. */
export function bandWords(value: number, { plannedLow, plannedHigh }: StatusAnswer, locale: Locale): string | null {
  if (plannedLow === null || plannedHigh === null) return null;
  const limit = (each: number) => formatNumber(each, { locale, decimals: placesOf(each) });
  const band =
    locale === 'id'
      ? `sasaran ${limit(plannedLow)}–${limit(plannedHigh)}\u00A0%`
      : `the target band of ${limit(plannedLow)}–${limit(plannedHigh)}%`;
  if (value < plannedLow - slack) return locale === 'id' ? `di bawah ${band}` : `below ${band}`;
  if (value > plannedHigh + slack) return locale === 'id' ? `di atas ${band}` : `above ${band}`;
  return locale === 'id' ? `di dalam ${band}` : `inside ${band}`;
}

/** "naik 1.785 anak sejak Juli 2023"; nothing where the two months cannot be compared. */
function changeWords(indicator: Indicator, change: Headline['change'], locale: Locale): string | null {
  if (!change?.isComparable) return null;
  const since = formatMonth(change.fromMonth, locale);
  const amount = differenceWords(change.value, indicator, locale);
  if (amount === null) return locale === 'id' ? `tetap sejak ${since}` : `unchanged since ${since}`;
  const isUp = change.value > 0;
  if (locale === 'id') return `${isUp ? 'naik' : 'turun'} ${amount} sejak ${since}`;
  return `${isUp ? 'up' : 'down'} ${amount} since ${since}`;
}
