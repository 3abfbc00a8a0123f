import type { SlideContent } from '#shared/briefing/content.ts';
import type { Edition } from '#shared/briefing/edition.ts';
import { nameOf } from '#shared/briefing/scene/figure-words.ts';
import { issueInk, type Kit, momentOf, wordsOf } from '#shared/briefing/scene/kit.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Locale } from '#shared/locale.ts';
import { Canvas } from './canvas.ts';
import type { ChartSpec } from './chart-spec.ts';
import { finishPackage } from './finish-package.ts';
import { heatMapSlide, tileMapSlide } from './slide-areas.ts';
import { inflationSlide, issueSlide, regenciesSlide, situationSlide, twoTruthsSlide } from './slide-figures.ts';
import {
  actionItemsSlide,
  changesSlide,
  completenessSlide,
  type IssueNames,
  obstaclesSlide,
  smallWinsSlide,
} from './slide-lists.ts';
import { coverSlide, emptySlide, textSlide } from './slide-words.ts';
import { coverName, hex, masterName, newPresentation, page } from './template.ts';
import { fileWords } from './words.ts';

export interface BuildOptions {
  locale: Locale;
  /** Told how far it is, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** Drawing the slides is most of the work; packing them is the rest. */
const drawingShare = 0.7;

/**
 * The edition as a PowerPoint file: charts and tables that can be edited, speaker notes, and on each slide its source
 * and the edition's mark. Pure: everything comes from the edition.
 */
export async function buildPptx(edition: Edition, { locale, onProgress }: BuildOptions): Promise<Uint8Array> {
  const { content, head, pictures } = edition;
  const deck = newPresentation({ title: head.title, author: head.frozenByName });
  const charts = new Map<string, ChartSpec>();
  const issueNames = new Map(
    content.recap.columns.map(({ issueId, issueNameId, issueNameEn }) => [
      issueId,
      nameOf({ nameId: issueNameId, nameEn: issueNameEn }, locale),
    ]),
  );
  const byHash = new Map(pictures.map((picture) => [picture.sha256, picture]));
  for (const [index, slide] of content.slides.entries()) {
    const kit: Kit = { locale, words: wordsOf[locale], month: slide.month, timeZone: content.timeZone };
    const isCover = slide.body.kind === 'cover';
    const canvas = new Canvas(deck.addSlide({ masterName: isCover ? coverName : masterName }), kit, charts, byHash);
    drawFrame(canvas, slide, editionMark(edition, index + 1, kit));
    drawBody(canvas, slide, issueNames);
    canvas.notes(notesOf(slide, kit));
    onProgress?.((drawingShare * (index + 1)) / content.slides.length);
  }
  const file = await deck.write({ outputType: 'uint8array', compression: false });
  if (!(file instanceof Uint8Array)) throw new TypeError('the presentation was not written as bytes');
  const finished = finishPackage(file, charts, locale);
  onProgress?.(1);
  return finished;
}

/** "Edisi 28 Agustus 2023 07.40 WITA · 4f9c…a21e · 3/14". */
function editionMark({ head, content }: Edition, number: number, kit: Kit): string {
  const hash = `${head.sha256.slice(0, 4)}…${head.sha256.slice(-4)}`;
  return kit.words.mark.edition(momentOf(head.frozenAt, kit), hash, `${number}/${content.slides.length}`);
}

function drawFrame(canvas: Canvas, slide: SlideContent, mark: string): void {
  const { kit } = canvas;
  const { locale, words } = kit;
  const headline = slide.written ?? slide.proposed[locale];
  if (slide.body.kind === 'cover') {
    canvas.coverTitle(headline);
  } else {
    canvas.title(headline);
    const { lead, color } = kickerOf(slide, kit);
    canvas.text(lead, { x: page.margin, y: 0.32, w: 9, h: 0.32 }, { size: 14, bold: true, color });
    const marks = [
      ...(slide.basis === 'provisional' ? [words.mark.provisional] : []),
      ...(slide.holdsSample ? [words.mark.sample] : []),
    ];
    canvas.text(
      marks.join(' · '),
      { x: 9.7, y: 0.32, w: 3.03, h: 0.32 },
      { size: 12, bold: true, color: hex('status-attention-fg'), align: 'right' },
    );
    canvas.text(
      clipped(slide.footnotes.map((note) => note[locale]).join(' · ')),
      { x: page.margin, y: 6.5, w: page.contentWidth, h: 0.4 },
      { size: 11, color: hex('muted'), valign: 'bottom' },
    );
  }
  const x = slide.body.kind === 'cover' ? 0.95 : page.margin;
  canvas.text(
    clipped(slide.source[locale], mostSource),
    { x, y: 7.03, w: 7.4, h: 0.35 },
    { size: 10, color: hex('muted') },
  );
  canvas.text(mark, { x: 8.1, y: 7.03, w: 4.633, h: 0.35 }, { size: 10, color: hex('muted'), align: 'right' });
}

/** Two lines of its size beside the mark. */
const mostSource = 190;

/** Two lines below the slide; all of it is in the notes. */
function clipped(text: string, most = 300): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

function kickerOf({ body, month }: SlideContent, { locale, words }: Kit): { lead: string; color: string } {
  const when = formatMonth(month, locale);
  if ('issue' in body) {
    const area = 'area' in body ? ` · ${body.area.name}` : '';
    return { lead: `${nameOf(body.issue, locale)}${area} · ${when}`, color: hex(issueInk(body.issue.id)) };
  }
  const kind = body.kind === 'unavailable' ? body.wanted : body.kind;
  const lead = kind === 'text' ? words.taskForce : words.slideKind[kind];
  const area = 'area' in body ? ` · ${body.area.name}` : '';
  return { lead: `${lead}${area} · ${when}`, color: hex('primary') };
}

/** The speaker's own notes, then what must be known about the slide. */
function notesOf(slide: SlideContent, { locale }: Kit): string {
  const { contradictions, footnotes, source, notes } = slide;
  const warnings = contradictions.map(
    ({ written, held }) => `${fileWords[locale].contradiction}: “${written}”${held ? ` (${held[locale]})` : ''}`,
  );
  return [notes, ...warnings, ...footnotes.map((note) => note[locale]), source[locale]]
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function drawBody(canvas: Canvas, slide: SlideContent, issueNames: IssueNames): void {
  const { body } = slide;
  if (body.kind !== 'cover' && emptySlide(canvas, slide)) return;
  switch (body.kind) {
    case 'cover':
      coverSlide(canvas, body);
      break;
    case 'situation':
      situationSlide(canvas, body);
      break;
    case 'issue':
      issueSlide(canvas, body);
      break;
    case 'regencies':
      regenciesSlide(canvas, body);
      break;
    case 'heat_map':
      heatMapSlide(canvas, body);
      break;
    case 'tile_map':
      tileMapSlide(canvas, body);
      break;
    case 'inflation':
      inflationSlide(canvas, body);
      break;
    case 'two_truths':
      twoTruthsSlide(canvas, body);
      break;
    case 'small_wins':
      smallWinsSlide(canvas, body);
      break;
    case 'obstacles':
      obstaclesSlide(canvas, body, issueNames);
      break;
    case 'completeness':
      completenessSlide(canvas, body, issueNames);
      break;
    case 'action_items':
      actionItemsSlide(canvas, body);
      break;
    case 'changes':
      changesSlide(canvas, body);
      break;
    case 'text':
      textSlide(canvas, body);
      break;
    case 'unavailable':
      break;
  }
}
