import { z } from 'zod';
import {
  type DeckContent,
  deckContentSchema,
  recapSchema,
  type SlideContent,
  slideContentSchema,
} from '#shared/briefing/content.ts';
import { noFilter, slideKindSchema } from '#shared/briefing/slide.ts';
import type { EditionRow } from './edition.queries.ts';

/** What is known of an edition beside its content. */
type KnownHead = Pick<EditionRow, 'deckId' | 'title' | 'month' | 'data' | 'frozenAt'>;

/**
 * The content of an edition from the text that is kept. What cannot be read (the text was altered, or its form is one
 * that this release does not know) is left out slide by slide; each such slide holds its place and says so.
 */
export function readContent(text: string, head: KnownHead): DeckContent {
  const stored = parseJson(text);
  const whole = deckContentSchema.safeParse(stored);
  return whole.success ? whole.data : readInPart(stored, head);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const record = z.record(z.string(), z.unknown()).catch({});
const list = z.array(z.unknown()).catch([]);

function readInPart(stored: unknown, head: KnownHead): DeckContent {
  const content = record.parse(stored);
  const { shape } = deckContentSchema;
  const slides = list.parse(content.slides);
  // Nothing at all can be read: one slide that says so is better than none.
  const shown = slides.length > 0 ? slides : [undefined];
  return {
    format: 1,
    deckId: shape.deckId.catch(head.deckId ?? '').parse(content.deckId),
    title: shape.title.catch(head.title).parse(content.title),
    province: shape.province.catch(unknownArea).parse(content.province),
    month: shape.month.catch(head.month).parse(content.month),
    data: shape.data.catch(head.data).parse(content.data),
    asOf: shape.asOf.catch(head.frozenAt.slice(0, 10)).parse(content.asOf),
    timeZone: shape.timeZone.catch('Asia/Makassar').parse(content.timeZone),
    slides: shown.map((slide, index) => readSlide(slide, index, head)),
    recap: recapSchema.catch({ month: head.month, columns: [], rows: [], signatories: [] }).parse(content.recap),
  };
}

const unknownArea = {
  id: '',
  parentId: null,
  level: 'province' as const,
  name: '',
  population: null,
  tileRow: null,
  tileColumn: null,
  isCpiCity: false,
};

function readSlide(stored: unknown, index: number, { month }: KnownHead): SlideContent {
  const whole = slideContentSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const slide = record.parse(stored);
  const { shape } = slideContentSchema;
  const nothing = { id: '', en: '' };
  return {
    id: shape.id.catch(`unreadable-${index + 1}`).parse(slide.id),
    filter: shape.filter.catch(noFilter).parse(slide.filter),
    month: shape.month.catch(month).parse(slide.month),
    proposed: shape.proposed.catch(nothing).parse(slide.proposed),
    written: shape.written.catch(null).parse(slide.written),
    contradictions: shape.contradictions.catch([]).parse(slide.contradictions),
    notes: shape.notes.catch('').parse(slide.notes),
    isEmpty: false,
    source: shape.source.catch(nothing).parse(slide.source),
    footnotes: shape.footnotes.catch([]).parse(slide.footnotes),
    basis: shape.basis.catch(null).parse(slide.basis),
    holdsSample: shape.holdsSample.catch(false).parse(slide.holdsSample),
    body: {
      kind: 'unavailable',
      wanted: slideKindSchema.catch('text').parse(record.parse(slide.body).kind),
      reason: 'unreadable',
    },
  };
}
