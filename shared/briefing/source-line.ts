import { formatDate, formatMonth } from '#shared/date-format.ts';
import type { CutOff } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';
import type { Month } from '#shared/month.ts';
import { inBoth } from './bilingual.ts';
import type { Bilingual, SlideBody, SlideBodyOf } from './content.ts';
import { figuresOf, type SlideFigure, weakestBasis } from './figures.ts';

const mostSources = 3;

/**
 * Who the figures come from and how far they go: "Sumber: laporan OPD penanggung jawab wilayah, terverifikasi · s.d.
 * minggu II Agustus 2023". Empty where a slide shows nothing that has a source.
 */
export function sourceLineOf(body: SlideBody, month: Month): Bilingual {
  return inBoth((locale) => {
    const [source, reach] = sourceAndReach(body, month, locale);
    if (source === '') return '';
    const head = locale === 'id' ? 'Sumber' : 'Source';
    return reach === '' ? `${head}: ${source}` : `${head}: ${source} · ${reach}`;
  });
}

function sourceAndReach(body: SlideBody, month: Month, locale: Locale): [source: string, reach: string] {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  switch (body.kind) {
    case 'cover':
    case 'text':
    case 'unavailable':
      return ['', ''];
    case 'completeness':
      return [
        say('catatan pelaporan Satgas 4+1', 'reporting record of the 4+1 task force'),
        body.total?.dueDate
          ? say(`tenggat ${formatDate(body.total.dueDate, 'id')}`, `due ${formatDate(body.total.dueDate, 'en')}`)
          : formatMonth(month, locale),
      ];
    case 'action_items':
      return [
        say('daftar tindak lanjut rapat koordinasi', 'follow-up list of the coordination meetings'),
        say(`keadaan ${formatDate(body.asOf, 'id')}`, `as of ${formatDate(body.asOf, 'en')}`),
      ];
    case 'changes':
      return changesSource(body, locale);
    case 'small_wins':
      return [say('small wins yang sudah diverifikasi', 'verified small wins'), upTo(month, locale)];
    case 'obstacles':
      return obstaclesSource(body, month, locale);
    default:
      return figuresSource(body, month, locale);
  }
}

function changesSource({ since }: SlideBodyOf<'changes'>, locale: Locale): [string, string] {
  const source =
    locale === 'id' ? 'perbandingan dengan edisi terdahulu dan buku koreksi' : 'earlier edition and restatement ledger';
  if (!since) return [source, ''];
  const number = locale === 'id' ? `sejak edisi ${since.number}` : `since edition ${since.number}`;
  return [source, `${number}, ${formatMonth(since.month, locale)}`];
}

function obstaclesSource(body: SlideBodyOf<'obstacles'>, month: Month, locale: Locale): [string, string] {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  const parts = [
    ...(body.critical.length > 0 ? [figuresSource(body, month, locale)[0]] : []),
    ...(body.items.length > 0 ? [say('small wins yang sudah diverifikasi', 'verified small wins')] : []),
    ...(body.lateReports.length > 0 ? [say('catatan pelaporan Satgas 4+1', 'reporting record of the task force')] : []),
  ];
  return [parts.filter((part) => part !== '').join('; '), formatMonth(month, locale)];
}

function figuresSource(body: SlideBody, month: Month, locale: Locale): [string, string] {
  const figures = figuresOf(body, month).filter((figure) => figure.value !== null);
  const shown = figures.filter((figure) => figure.role !== 'point');
  const used = shown.length > 0 ? shown : figures;
  if (used.length === 0) return ['', ''];
  const reported = used.filter((figure) => figure.basis !== 'published');
  const published = [...new Set(used.flatMap(({ basis, source }) => (basis === 'published' && source ? source : [])))];
  const parts = [
    ...(reported.length > 0 ? [reportsWords(reported, locale)] : []),
    ...(published.length > 0 ? [someSources(published, locale)] : []),
    ...(reported.length + published.length === 0
      ? [locale === 'id' ? 'angka resmi terbitan' : 'official publication']
      : []),
  ];
  return [parts.join('; '), reachOf(body, used, month, locale)];
}

/** Names of sources hold commas of their own. */
function someSources(sources: readonly string[], locale: Locale): string {
  const rest = sources.length - mostSources;
  const more = locale === 'id' ? `${rest} sumber lain` : `${rest} more sources`;
  return [...sources.slice(0, mostSources), ...(rest > 0 ? [more] : [])].join('; ');
}

function reportsWords(reported: readonly SlideFigure[], locale: Locale): string {
  const isProvisional = weakestBasis(reported) === 'provisional';
  if (locale === 'id') {
    return `laporan OPD penanggung jawab wilayah, ${isProvisional ? 'sementara' : 'terverifikasi'}`;
  }
  return `reports of the agencies responsible for the areas, ${isProvisional ? 'provisional' : 'verified'}`;
}

/** How far the figures go: the cut-off that the reports or the publication name, else their month. */
function reachOf(body: SlideBody, figures: readonly SlideFigure[], month: Month, locale: Locale): string {
  const headline = 'headline' in body ? body.headline : null;
  const cutOff = headline?.figure ? headline.cutOff : null;
  const named = cutOff && cutOffWords(cutOff, locale);
  if (named) return named;
  const latest = figures.reduce((found, figure) => (figure.month > found ? figure.month : found), '');
  return upTo(latest === '' ? month : latest, locale);
}

/** A label is Indonesian, as the agency wrote it; English readers get the date where one is known. */
function cutOffWords({ label, date }: CutOff, locale: Locale): string | null {
  if (date && (locale === 'en' || !label)) {
    return locale === 'id' ? `s.d. ${formatDate(date, 'id')}` : `up to ${formatDate(date, 'en')}`;
  }
  return label;
}

function upTo(month: Month, locale: Locale): string {
  return locale === 'id' ? `s.d. ${formatMonth(month, 'id')}` : `up to ${formatMonth(month, 'en')}`;
}
