import type { Attachment } from '#shared/attachment.ts';
import type { Slide, SlideSettings } from '#shared/briefing/slide.ts';
import { keptFilter, takesWords } from '#shared/briefing/templates.ts';
import { type IssueId, issueIdSchema } from '#shared/indicator.ts';
import type { SlideRow } from './slide.queries.ts';

/** An issue that this release does not know any more is none. */
function issueOf({ issueId }: Pick<SlideRow, 'issueId'>): IssueId | null {
  return issueIdSchema.nullable().catch(null).parse(issueId);
}

export function filterOf(row: Pick<SlideRow, 'issueId' | 'areaId' | 'month'>): Slide['filter'] {
  return { issueId: issueOf(row), areaId: row.areaId, month: row.month };
}

/** @param files the slide's, oldest first: the picture uploaded last is shown */
export function toSlide(row: SlideRow, files: readonly Attachment[]): Slide {
  const { id, kind, title, notes, body, version, pictureAlt } = row;
  const pictureId = files.findLast((file) => file.isPhoto)?.id ?? null;
  return { id, kind, title, notes, body, filter: filterOf(row), version, pictureId, pictureAlt };
}

/** What a person decided about a slide, as it is kept: filters and words that mean nothing on its kind are left out. */
export function columnsOf({ kind, title, notes, filter, body }: SlideSettings) {
  return { kind, title, notes, body: takesWords(kind) ? body : '', ...keptFilter(kind, filter) };
}

export function newSlideRow(
  settings: SlideSettings,
  place: { id: string; deckId: string; position: number; at: string },
): SlideRow {
  const { id, deckId, position, at } = place;
  return {
    id,
    deckId,
    position,
    ...columnsOf(settings),
    pictureAlt: '',
    version: 1,
    removedAt: null,
    updatedAt: at,
  };
}
