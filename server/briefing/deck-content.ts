import { areaBrief } from '#server/figure/figure.service.ts';
import type { DeckContent, SlideBodyOf, SlideContent } from '#shared/briefing/content.ts';
import { findContradictions } from '#shared/briefing/contradiction.ts';
import type { Picture } from '#shared/briefing/edition.ts';
import { isEmptyBody } from '#shared/briefing/empty.ts';
import { figuresOf, weakestBasis } from '#shared/briefing/figures.ts';
import { footnotesOf, holdsSample } from '#shared/briefing/footnotes.ts';
import { proposeHeadline } from '#shared/briefing/headline.ts';
import { sourceLineOf } from '#shared/briefing/source-line.ts';
import type { Month } from '#shared/month.ts';
import type { BodyContext, SlideSpec } from './body-context.ts';
import { changesSince } from './changes-since.ts';
import { bodyContext, type ContentScene, currentDataVersion } from './content-scene.ts';
import type { DeckRow } from './deck.queries.ts';
import { getDeck } from './deck-access.ts';
import { type EditionRow, findLastEdition, findLastNumber } from './edition.queries.ts';
import { readContent } from './read-content.ts';
import { recapOf } from './recap.ts';
import { listSlides, type SlideRow } from './slide.queries.ts';
import { slideBody } from './slide-body.ts';
import { filterOf } from './slide-rows.ts';

/** A deck as it is at this moment, with all that its slides show. */
export interface LiveDeck {
  deck: DeckRow;
  slides: readonly SlideRow[];
  /** Of the edition that came before, whatever it was made of; 0 before the first. */
  lastNumber: number;
  /** Read before anything else: if it still holds afterwards, everything is of one state of the data. */
  dataVersion: number;
  content: DeckContent;
  pictures: Picture[];
}

/** @throws AppError DECK_NOT_FOUND */
export async function liveDeck(scene: ContentScene, deckId: string): Promise<LiveDeck> {
  const { db } = scene.handle;
  const dataVersion = await currentDataVersion(db);
  const deck = await getDeck(db, deckId);
  const [slides, lastNumber, lastEdition] = await Promise.all([
    listSlides(db, deckId),
    findLastNumber(db, deckId),
    findLastEdition(db, deck),
  ]);
  const context = await bodyContext(scene, { data: deck.data, dataVersion });
  const { catalogue, province, asOf, pictures } = context;
  const makeChanges = (_context: BodyContext, spec: SlideSpec) => changesBody(scene, dataVersion, lastEdition, spec);
  const made: SlideContent[] = [];
  for (const row of slides) made.push(await slideContent(context, deck, specOf(row, deck), makeChanges));
  const content: DeckContent = {
    format: 1,
    deckId,
    title: deck.title,
    province: areaBrief(province),
    month: deck.month,
    data: deck.data,
    asOf,
    timeZone: scene.config.timeZone,
    slides: made,
    recap: await recapOf(db, catalogue, { province, month: deck.month, scope: deck.data }),
  };
  return { deck, slides, lastNumber, dataVersion, content, pictures: pictures.pictures() };
}

function specOf(row: SlideRow, deck: { month: Month }): SlideSpec {
  const { id, kind, title, notes, body, pictureAlt } = row;
  const filter = filterOf(row);
  return { id, kind, filter, month: filter.month ?? deck.month, written: title, notes, words: body, pictureAlt };
}

async function slideContent(
  context: BodyContext,
  { data }: Pick<DeckRow, 'data'>,
  spec: SlideSpec,
  makeChanges: Parameters<typeof slideBody>[2],
): Promise<SlideContent> {
  const { id, filter, month, written, notes } = spec;
  const body = await slideBody(context, spec, makeChanges);
  return {
    id,
    filter,
    month,
    proposed: proposeHeadline(body, { month, data, provinceName: context.province.name }),
    written,
    contradictions: written === null ? [] : findContradictions(written, { body }),
    notes,
    isEmpty: isEmptyBody(body),
    source: sourceLineOf(body, month),
    footnotes: footnotesOf(body, month),
    basis: weakestBasis(figuresOf(body, month)),
    holdsSample: holdsSample(body),
    body,
  };
}

async function changesBody(
  scene: ContentScene,
  dataVersion: number,
  edition: EditionRow | undefined,
  { filter }: SlideSpec,
): Promise<SlideBodyOf<'changes'>> {
  if (!edition) return { kind: 'changes', since: null, changes: [] };
  const { number, frozenAt, month, sha256 } = edition;
  const compared = { frozenAt, content: readContent(edition.content, edition) };
  const { changes } = await changesSince(scene, compared, dataVersion);
  return {
    kind: 'changes',
    since: { number, frozenAt, month, sha256 },
    changes: changes.filter((change) => filter.issueId === null || change.issueId === filter.issueId),
  };
}
