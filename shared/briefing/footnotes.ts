import { formatMonth } from '#shared/date-format.ts';
import type { IndicatorBrief, SeriesBreak } from '#shared/figure.ts';
import { groupBy } from '#shared/group-by.ts';
import type { AreaLevel } from '#shared/indicator.ts';
import type { Locale } from '#shared/locale.ts';
import type { Month } from '#shared/month.ts';
import { formatNumber } from '#shared/number-format.ts';
import { inBoth, listSome } from './bilingual.ts';
import type { Bilingual, SlideBody } from './content.ts';
import { figuresOf, type SlideFigure } from './figures.ts';

/** Two lines below a slide can be read; more cannot. */
const mostCoverages = 3;

/** What must be said below the figures, most important first: coverage, age, sample data, provisional data, breaks. */
export function footnotesOf(body: SlideBody, month?: Month): Bilingual[] {
  const figures = figuresOf(body, month).filter((figure) => figure.value !== null);
  return [
    ...figureNotesOf(body, month),
    ...(holdsSample(body) ? [{ id: 'Memuat data contoh', en: 'Holds sample data' }] : []),
    ...(figures.some((figure) => figure.basis === 'provisional')
      ? [{ id: 'Memuat angka sementara yang belum diverifikasi', en: 'Holds provisional figures, not verified yet' }]
      : []),
    ...breaksOf(body).map(breakNote),
  ];
}

/** Of those the ones about single figures: how much they cover, what they cannot be compared with, how old they are. */
export function figureNotesOf(body: SlideBody, month?: Month): Bilingual[] {
  const figures = figuresOf(body, month).filter((figure) => figure.value !== null && figure.role !== 'point');
  return [...coverageNotes(figures), ...unevenNotes(body), ...ageNotes(figures, month)];
}

/** Whether anything on the slide is sample data. */
export function holdsSample(body: SlideBody): boolean {
  if (figuresOf(body, '').some((figure) => figure.value !== null && figure.isSample)) return true;
  return 'items' in body && body.items.some((item) => item.isSample);
}

const levelWords: Record<AreaLevel, Bilingual> = {
  nation: { id: 'negara', en: 'nations' },
  province: { id: 'provinsi', en: 'provinces' },
  regency: { id: 'kabupaten', en: 'regencies' },
  district: { id: 'kecamatan', en: 'districts' },
  village: { id: 'desa', en: 'villages' },
};

/** "58 dari 69 kecamatan". */
export function coverageWords(
  { held, expected }: Pick<SlideFigure, 'held' | 'expected'>,
  { collectLevel }: Pick<IndicatorBrief, 'collectLevel'>,
  locale: Locale,
): string {
  const [some, all] = [held, expected].map((count) => formatNumber(count, { locale, decimals: 0 }));
  return `${some} ${locale === 'id' ? 'dari' : 'of'} ${all} ${levelWords[collectLevel][locale]}`;
}

/** One line for all of them where they cover the same; else whose covers how much. */
function coverageNotes(shown: readonly SlideFigure[]): Bilingual[] {
  const partial = shown.filter((figure) => figure.basis !== 'published' && figure.held < figure.expected);
  const subject = partial.filter((figure) => figure.role === 'headline');
  const told = subject.length > 0 ? subject : partial;
  if (told.length === 0) return [];
  const areas = new Set(told.map((figure) => figure.areaId));
  const isOneIssue = new Set(told.map((figure) => figure.issueId)).size === 1;
  const isOneIndicator = new Set(told.map((figure) => figure.indicator.id)).size === 1;
  return [
    inBoth((locale) => {
      const coverages = new Set(told.map((figure) => coverageWords(figure, figure.indicator, locale)));
      const [only] = coverages;
      const data = locale === 'id' ? 'Data' : 'Data of';
      if (coverages.size === 1 && areas.size === 1) return `${data} ${only}`;
      const named = told.map((figure) => {
        const short = isOneIssue
          ? shortName(figure.indicator, locale)
          : `${figure.issueId} ${shortName(figure.indicator, locale).toLowerCase()}`;
        const name = areas.size === 1 ? short : isOneIndicator ? figure.areaName : `${figure.areaName} (${short})`;
        return `${name} ${coverageWords(figure, figure.indicator, locale)}`;
      });
      const incomplete = locale === 'id' ? 'Data belum lengkap' : 'Incomplete data';
      return `${incomplete}: ${listSome([...new Set(named)], mostCoverages, locale)}`;
    }),
  ];
}

/** Of an issue's stages: one of which no share could be shown. A card says beside its own share that coverage differs. */
function unevenNotes(body: SlideBody): Bilingual[] {
  const shares = body.kind === 'issue' ? (body.cascade?.shares ?? []).filter((share) => share.value !== null) : [];
  const isLeftOut = [...groupBy(shares, (share) => share.part).values()].some((ofStage) =>
    ofStage.every((share) => !share.isComparable),
  );
  return isLeftOut
    ? [
        {
          id: 'Sebagian tahap tidak mencakup wilayah yang sama; bagian di antaranya tidak dihitung',
          en: 'Some stages do not cover the same areas; shares between them are not worked out',
        },
      ]
    : [];
}

/** The headlines that are older than the month asked for. */
function ageNotes(shown: readonly SlideFigure[], month: Month | undefined): Bilingual[] {
  if (month === undefined) return [];
  const old = shown.filter((figure) => figure.role === 'headline' && figure.month < month);
  if (old.length === 0) return [];
  return [
    inBoth((locale) => {
      const named = old.map((figure) => `${shortName(figure.indicator, locale)} ${formatMonth(figure.month, locale)}`);
      return `${locale === 'id' ? 'Angka terakhir' : 'Latest figures'}: ${listSome(named, mostCoverages, locale)}`;
    }),
  ];
}

function breaksOf(body: SlideBody): readonly SeriesBreak[] {
  if (body.kind === 'issue') return body.headline.trajectory.breaks;
  return body.kind === 'inflation' ? (body.inflation?.breaks ?? []) : [];
}

function breakNote({ month, labelId, labelEn }: SeriesBreak): Bilingual {
  return {
    id: `Putus deret ${formatMonth(month, 'id')}: ${labelId}`,
    en: `Series break ${formatMonth(month, 'en')}: ${labelEn}`,
  };
}

function shortName(indicator: IndicatorBrief, locale: Locale): string {
  return locale === 'id' ? indicator.shortNameId : indicator.shortNameEn;
}
