import { loadCatalogue } from '#server/figure/figure.service.ts';
import type { EditionComparison } from '#shared/briefing/change.ts';
import { compareFigures, type FigureComparison } from '#shared/briefing/comparison.ts';
import type { SlideContent } from '#shared/briefing/content.ts';
import type { Edition } from '#shared/briefing/edition.ts';
import { figuresOfSlides } from '#shared/briefing/figures.ts';
import { changesSince } from './changes-since.ts';
import { type ContentScene, currentDataVersion } from './content-scene.ts';
import { openEdition } from './edition.service.ts';
import { ledgerBetween } from './ledger.ts';

/**
 * What differs between two editions, or between an edition and now, and why: the corrections made between the two.
 * @param input `toId` null is the state of things now
 * @throws AppError EDITION_NOT_FOUND
 */
export async function compareEditions(
  scene: ContentScene,
  { fromId, toId }: { fromId: string; toId: string | null },
): Promise<EditionComparison> {
  const from = await openEdition(scene.handle.db, fromId);
  if (toId === null) return compareWithNow(scene, from);
  const to = await openEdition(scene.handle.db, toId);
  const between = { from: from.head.frozenAt, to: to.head.frozenAt };
  const catalogue = await loadCatalogue(scene.handle.db);
  const comparison: FigureComparison = compareFigures(
    figuresOfSlides(from.content.slides),
    figuresOfSlides(to.content.slides),
    await ledgerBetween(scene.handle.db, catalogue, between),
    between,
  );
  return {
    from: sideOf(from),
    to: sideOf(to),
    ...comparison,
    slides: {
      added: missingFrom(from, to),
      removed: missingFrom(to, from),
    },
  };
}

async function compareWithNow(scene: ContentScene, from: Edition): Promise<EditionComparison> {
  const at = new Date().toISOString();
  const dataVersion = await currentDataVersion(scene.handle.db);
  const comparison = await changesSince(scene, { frozenAt: from.head.frozenAt, content: from.content }, dataVersion);
  const { title, month } = from.head;
  return {
    from: sideOf(from),
    to: { editionId: null, number: null, title, month, at, sha256: null },
    ...comparison,
    // Now is the edition's own slides, made anew.
    slides: { added: [], removed: [] },
  };
}

function sideOf({ head }: Edition): EditionComparison['from'] {
  const { id, number, title, month, frozenAt, sha256 } = head;
  return { editionId: id, number, title, month, at: frozenAt, sha256 };
}

/** Headlines of the slides that the one edition lacks and the other has. */
function missingFrom({ content: one }: Edition, { content: other }: Edition): string[] {
  const known = new Set(one.slides.map((slide) => slide.id));
  return other.slides.filter((slide) => !known.has(slide.id)).map(headlineOf);
}

function headlineOf({ written, proposed }: SlideContent): string {
  return written ?? proposed.id;
}
