import { formatMonth } from '#shared/date-format.ts';
import type { DataScope } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';
import type { Month } from '#shared/month.ts';
import { inBoth } from './bilingual.ts';
import type { Bilingual, SlideBody, SlideBodyOf } from './content.ts';
import { areasHeadline, heatMapHeadline } from './headline-areas.ts';
import { cascadeHeadline } from './headline-cascade.ts';
import { inflationHeadline } from './headline-inflation.ts';
import {
  actionItemsHeadline,
  changesHeadline,
  completenessHeadline,
  obstaclesHeadline,
  situationHeadline,
  smallWinsHeadline,
} from './headline-lists.ts';
import { pathHeadline } from './headline-path.ts';
import { noFigures, ofArea, shortName, valueWords, withMonth } from './headline-words.ts';

export interface HeadlineContext {
  month: Month;
  data: DataScope;
  provinceName: string;
}

/**
 * The headline that a slide's numbers propose, in plain words of either language. Words that stand for a number are
 * used only where they are true of it; what is missing is said to be missing, and what cannot be compared is not.
 */
export function proposeHeadline(body: SlideBody, context: HeadlineContext): Bilingual {
  return inBoth((locale) => sentenceOf(body, context, locale));
}

function sentenceOf(body: SlideBody, context: HeadlineContext, locale: Locale): string {
  const { month } = context;
  const none = (name = '') => noFigures(name, month, locale);
  switch (body.kind) {
    case 'cover':
      return coverHeadline(context, locale);
    case 'situation':
      return situationHeadline(body, locale) ?? ofArea(body.area, none());
    case 'issue':
      return ofArea(body.area, issueHeadline(body, month, locale) ?? none(issueName(body, locale)));
    case 'regencies':
      return regenciesHeadline(body, locale) ?? none(issueName(body, locale));
    case 'heat_map':
      return heatMapHeadline(body, locale) ?? none();
    case 'tile_map':
      return tileMapHeadline(body, locale) ?? none(issueName(body, locale));
    case 'inflation':
      return inflationHeadline(body, context, locale) ?? none(issueName(body, locale));
    case 'two_truths':
      return twoTruthsHeadline(body, locale);
    case 'small_wins':
      return smallWinsHeadline(body, locale) ?? noNews(month, locale);
    case 'obstacles':
      return obstaclesHeadline(body, locale);
    case 'completeness':
      return completenessHeadline(body, locale) ?? noReports(month, locale);
    case 'action_items':
      return actionItemsHeadline(body, locale);
    case 'changes':
      return changesHeadline(body, locale);
    case 'text':
      return locale === 'id' ? 'Catatan' : 'Notes';
    case 'unavailable':
      return unavailableWords[body.reason][locale];
  }
}

function coverHeadline({ month, provinceName }: HeadlineContext, locale: Locale): string {
  const at = formatMonth(month, locale);
  return locale === 'id' ? `Penanganan 4+1 ${provinceName}, ${at}` : `The 4+1 programme in ${provinceName}, ${at}`;
}

function issueName({ issue }: { issue: SlideBodyOf<'issue'>['issue'] }, locale: Locale): string {
  return locale === 'id' ? issue.nameId : issue.nameEn;
}

function issueHeadline(
  { cascade, headline, issue }: SlideBodyOf<'issue'>,
  month: Month,
  locale: Locale,
): string | null {
  const fromCascade = cascade && cascadeHeadline(cascade, issue.id);
  if (fromCascade) return withMonth(fromCascade[locale], cascade.month, month, locale);
  const fromPath = pathHeadline(headline, locale);
  return fromPath && headline.figure ? withMonth(fromPath, headline.figure.month, month, locale) : null;
}

function regenciesHeadline({ regencies }: SlideBodyOf<'regencies'>, locale: Locale): string | null {
  return regencies && areasHeadline(regencies.rows, regencies.indicator, locale);
}

function tileMapHeadline({ regions, indicator }: SlideBodyOf<'tile_map'>, locale: Locale): string | null {
  const rows = regions.flatMap(({ area, cells }) => {
    const cell = cells.find((each) => each.indicatorId === indicator.id);
    return cell ? { area, figure: cell.figure, status: cell.status, targetGroup: null } : [];
  });
  return areasHeadline(rows, indicator, locale);
}

/** "Dua sumber, dua angka: Prevalensi survei 35,00 % dan Prevalensi e-PPGBM 25,20 %". */
function twoTruthsHeadline({ pairs }: SlideBodyOf<'two_truths'>, locale: Locale): string {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  const sides = pairs[0]?.sides.flatMap(({ indicator, figure, seriesNameId, seriesNameEn }) =>
    figure.value === null
      ? []
      : `${(pairs[0]?.kind === 'sources_differ' && say(seriesNameId ?? '', seriesNameEn ?? '')) || shortName(indicator, locale)} ${valueWords(figure.value, indicator, locale)}`,
  );
  const [one, other] = sides ?? [];
  if (!one || !other)
    return say('Tidak ada dua angka yang perlu dibaca berdampingan', 'No two figures to be read side by side');
  return say(`Dua ukuran dibaca berdampingan: ${one} dan ${other}`, `Two measures side by side: ${one} and ${other}`);
}

function noNews(month: Month, locale: Locale): string {
  const at = formatMonth(month, locale);
  return locale === 'id' ? `Belum ada kabar dari lapangan sampai ${at}` : `No news from the field up to ${at}`;
}

function noReports(month: Month, locale: Locale): string {
  const at = formatMonth(month, locale);
  return locale === 'id' ? `Tidak ada laporan yang diharapkan untuk ${at}` : `No reports are expected for ${at}`;
}

const unavailableWords: Record<SlideBodyOf<'unavailable'>['reason'], Bilingual> = {
  issue_not_chosen: { id: 'Isu slide ini belum dipilih', en: 'The issue of this slide has not been chosen' },
  issue_gone: { id: 'Isu slide ini sudah tidak ada', en: 'The issue of this slide no longer exists' },
  area_gone: { id: 'Wilayah slide ini sudah tidak ada', en: 'The area of this slide no longer exists' },
  indicator_gone: { id: 'Indikator slide ini sudah tidak ada', en: 'The indicator of this slide no longer exists' },
  month_not_open: { id: 'Bulan slide ini belum dibuka', en: 'The month of this slide is not open yet' },
  unreadable: { id: 'Isi slide ini tidak dapat dibaca', en: 'The content of this slide cannot be read' },
};
