import type { SlideContent } from '#shared/briefing/content.ts';
import { figureNotesOf } from '#shared/briefing/footnotes.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Locale } from '#shared/locale.ts';
import { formatNumber } from '#shared/number-format.ts';
import { nameOf } from './figure-words.ts';
import { type Area, issueInk, type Kit, momentOf } from './kit.ts';
import { type Ink, type SceneItem, type SlideMark, slideHeight, slideWidth } from './scene.ts';
import { fittedText, line, lines, rect, text } from './shapes.ts';
import { plainBadge, statusBadge } from './status-badge.ts';
import { textWidth } from './text-metrics.ts';
import { ellipsise, fitText, wrapText } from './wrap.ts';

export const margin = 56;
export const contentWidth = slideWidth - 2 * margin;

const footLine = 668;
const noteSize = 15;

/** The headline that is shown: the person's own words, else those proposed. */
export function headlineOf(slide: SlideContent, { locale }: Kit): string {
  return slide.written ?? slide.proposed[locale];
}

/** The slide's paper. */
export function paper(): SceneItem {
  return rect(0, 0, slideWidth, slideHeight, { fill: 'paper' });
}

interface Head {
  items: SceneItem[];
  /** In words: kicker and headline. */
  words: string[];
  bottom: number;
}

/** What the slide is about, its headline, and marks of provisional and sample data. */
export function head(slide: SlideContent, kit: Kit): Head {
  const marks = dataMarks(slide, kit);
  const kicker = kickerOf(slide, kit);
  const room = contentWidth - marks.width - 24;
  const size = 22;
  const lead = ellipsise(kicker.lead, room, { size, weight: 700 });
  const leadWidth = textWidth(lead, size, 700);
  const space = textWidth(' ', size, 400);
  const rest = ellipsise(kicker.rest, room - leadWidth - space, { size, weight: 400 });
  const headline = headlineOf(slide, kit);
  const fitted = fitText(headline, contentWidth, 700, [
    { size: 46, maxLines: 1 },
    { size: 42, maxLines: 1 },
    { size: 46, maxLines: 2 },
    { size: 42, maxLines: 2 },
    { size: 38, maxLines: 2 },
    { size: 34, maxLines: 2 },
    { size: 34, maxLines: 3 },
  ]);
  const lineHeight = Math.round(fitted.size * 1.16);
  const first = 62 + Math.round(fitted.size * 1.16) + 4;
  const last = first + (fitted.lines.length - 1) * lineHeight;
  const warning = contradictionOf(slide, kit);
  const warningItems = warning ? [...statusBadge('attention', warning, margin, last + 18, contentWidth).items] : [];
  return {
    items: [
      text(margin, 62, lead, { size, weight: 700, fill: kicker.ink }),
      ...(rest === '' || rest === '…' ? [] : [text(margin + leadWidth + space, 62, rest, { size, fill: 'muted' })]),
      ...marks.items,
      ...lines(margin, first, fitted.lines, lineHeight, { size: fitted.size, weight: 700 }),
      ...warningItems,
    ],
    words: [`${kicker.lead} ${kicker.rest}`.trim(), ...marks.words, headline, ...(warning ? [warning] : [])],
    bottom: last + Math.round(fitted.size * 0.22) + (warning ? 48 : 0),
  };
}

interface Kicker {
  lead: string;
  rest: string;
  ink: Ink;
}

function kickerOf({ body, month }: SlideContent, { locale, words }: Kit): Kicker {
  const when = formatMonth(month, locale);
  const rest = (...parts: (string | null | undefined)[]) =>
    parts.flatMap((part) => (part ? [`· ${part}`] : [])).join(' ');
  switch (body.kind) {
    case 'issue':
      return {
        lead: nameOf(body.issue, locale),
        rest: rest(body.area.name, when, body.coordinator && words.coordinator(body.coordinator.abbr)),
        ink: issueInk(body.issue.id),
      };
    case 'regencies':
    case 'tile_map':
    case 'inflation':
    case 'two_truths':
      return { lead: nameOf(body.issue, locale), rest: rest(when), ink: issueInk(body.issue.id) };
    case 'situation':
      return { lead: body.area.name, rest: rest(when), ink: 'primary' };
    case 'unavailable':
      return { lead: words.slideKind[body.wanted], rest: rest(when), ink: 'primary' };
    case 'cover':
      return { lead: words.taskForce, rest: rest(body.province.name), ink: 'primary' };
    case 'text':
      return { lead: words.taskForce, rest: rest(when), ink: 'primary' };
    default:
      return { lead: words.slideKind[body.kind], rest: rest(when), ink: 'primary' };
  }
}

/** At the upper right: whether some figures are not verified yet, or invented for demonstration. */
export function dataMarks(slide: SlideContent, { words }: Kit) {
  const shown = [
    ...(slide.basis === 'provisional' ? [words.mark.provisional] : []),
    ...(slide.holdsSample ? [words.mark.sample] : []),
  ];
  let right = slideWidth - margin;
  const items = shown.toReversed().flatMap((word) => {
    const badge = plainBadge(word, right, 38);
    right -= badge.width + 10;
    return badge.items;
  });
  return { items, width: slideWidth - margin - right, words: shown };
}

/** Of the numbers in the headline that the data do not bear out, the first. */
function contradictionOf(slide: SlideContent, { locale, words }: Kit): string | undefined {
  const [first] = slide.written === null ? [] : slide.contradictions;
  return first && words.contradiction(first.written, first.held?.[locale] ?? null);
}

/** Footnotes, a line, the source at the left and the edition's mark at the right. */
export function foot(
  slide: SlideContent,
  mark: SlideMark,
  kit: Kit,
): { items: SceneItem[]; words: string[]; top: number } {
  const { locale } = kit;
  const markText = markOf(mark, kit);
  const markWidth = textWidth(markText, noteSize, 400);
  const source = sourceLines(slide.source[locale], contentWidth - markWidth - 32);
  const notes = notesOf(slide, locale);
  const noteLines = noteRows(notes);
  const noteTop = footLine - 12 - (noteLines.length - 1) * 19;
  const quiet = { size: noteSize, fill: 'muted' as const };
  return {
    items: [
      ...lines(margin, noteTop, noteLines, 19, quiet),
      line(
        [
          [margin, footLine],
          [slideWidth - margin, footLine],
        ],
        { strokeWidth: 1.5 },
      ),
      ...lines(margin, footLine + 22, source, 19, quiet),
      fittedText(slideWidth - margin, footLine + 22, markText, contentWidth, { ...quiet, anchor: 'end' }),
    ],
    words: [...notes, slide.source[locale]].filter((each) => each !== ''),
    top: noteLines.length > 0 ? noteTop - 26 : footLine - 14,
  };
}

const noteType = { size: noteSize, weight: 400 } as const;

/** Two lines, of which the second may go below the edition's mark. */
function sourceLines(source: string, besideMark: number): string[] {
  const [first = '', ...others] = wrapText(source, besideMark, noteType);
  return [...(first === '' ? [] : [first]), ...wrapText(others.join(' '), contentWidth, noteType, 1)];
}

/** What the body does not say itself: the cards of the situation have their own coverage and their own months. */
function notesOf({ footnotes, body, month }: SlideContent, locale: Locale): string[] {
  const said = body.kind === 'situation' ? figureNotesOf(body, month).map((note) => note[locale]) : [];
  return footnotes.map((note) => note[locale]).filter((note) => note !== '' && !said.includes(note));
}

/** Whole statements as far as two lines hold them, the first ones first; only one that is longer by itself is cut. */
function noteRows(notes: readonly string[]): string[] {
  let rows: string[] = [];
  let shown = '';
  for (const note of notes) {
    const longer = shown === '' ? note : `${shown} · ${note}`;
    const wrapped = wrapText(longer, contentWidth, noteType);
    if (wrapped.length > 2 && shown !== '') continue;
    shown = longer;
    rows = wrapText(longer, contentWidth, noteType, 2);
  }
  return rows;
}

function markOf({ edition, page, pages }: SlideMark, kit: Kit): string {
  const number = (value: number) => formatNumber(value, { locale: kit.locale, decimals: 0 });
  const place = `${number(page)}/${number(pages)}`;
  if (edition === null) return kit.words.mark.draft(place);
  const { frozenAt, sha256 } = edition;
  return kit.words.mark.edition(momentOf(frozenAt, kit), `${sha256.slice(0, 4)}…${sha256.slice(-4)}`, place);
}

/** What lies between head and foot. */
export function bodyArea(headBottom: number, footTop: number): Area {
  const y = headBottom + 26;
  return { x: margin, y, width: contentWidth, height: footTop - y };
}
