import type { Locale } from '#shared/locale.ts';
import type { Month } from '#shared/month.ts';
import type { SlideBodyOf } from './content.ts';
import { bandWords } from './headline-path.ts';
import { differenceWords, valueWords, withMonth } from './headline-words.ts';

/**
 * "Inflasi Sulawesi Barat 3,20 %, 1,10 poin persen di atas nasional dan di dalam sasaran 2–4 %". The nation is compared
 * with only in the same month. Null without a figure.
 */
export function inflationHeadline(
  { headline, inflation }: SlideBodyOf<'inflation'>,
  context: { month: Month; provinceName: string },
  locale: Locale,
): string | null {
  const { figure, indicator, status } = headline;
  if (figure?.value == null) return null;
  const { value } = figure;
  const here = inflation?.areas.find(({ area }) => area.id === figure.areaId)?.area.name ?? context.provinceName;
  const nation = inflation?.areas.find(({ area }) => area.level === 'nation')?.figures.yoy;
  const isSame = nation?.value != null && nation.month === figure.month && nation.indicatorId === figure.indicatorId;
  const besideNation = isSame && nation.value !== null ? nationWords(value - nation.value, indicator, locale) : null;
  const standings = [besideNation, bandWords(value, status, locale)].filter((words) => words !== null);
  const subject = `${locale === 'id' ? `Inflasi ${here}` : `Inflation in ${here}`} ${valueWords(value, indicator, locale)}`;
  const sentence =
    standings.length === 0 ? subject : `${subject}, ${standings.join(locale === 'id' ? ' dan ' : ' and ')}`;
  return withMonth(sentence, figure.month, context.month, locale);
}

function nationWords(
  difference: number,
  indicator: SlideBodyOf<'inflation'>['headline']['indicator'],
  locale: Locale,
): string {
  const amount = differenceWords(difference, indicator, locale);
  if (amount === null) return locale === 'id' ? 'sama dengan nasional' : 'the same as the nation';
  if (locale === 'id') return `${amount} di ${difference > 0 ? 'atas' : 'bawah'} nasional`;
  return `${amount} ${difference > 0 ? 'above' : 'below'} the nation`;
}
