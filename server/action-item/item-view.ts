import type { Actor } from '#server/context.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import { daysLateOf } from '#shared/action-item.ts';
import type { BriefedActionItem, FollowedFigure } from '#shared/action-item-brief.ts';
import type { ActionItem, ActionItemNote, RecordedSlide } from '#shared/meeting.ts';
import { mayChange, mayProgress, mayRemove } from './access.ts';
import type { ListedItem, NoteRow } from './action-item.queries.ts';

/** An item as a slide shows it. */
export function briefedItem(
  item: ListedItem,
  figures: ReadonlyMap<string, FollowedFigure>,
  today: string,
): BriefedActionItem {
  return {
    id: item.id,
    text: item.text,
    state: item.state,
    issueId: item.issueId,
    ownerAgencyId: item.ownerAgencyId,
    ownerAbbr: item.ownerAbbr,
    ownerName: item.ownerName,
    dueDate: item.dueDate,
    daysLate: daysLateOf(item, today),
    meetingTitle: item.meetingTitle,
    meetingDate: item.meetingDate,
    figure: figures.get(item.id) ?? null,
    isSample: item.isSample === 1,
  };
}

export interface ItemView {
  reference: Reference;
  actor: Actor;
  today: string;
  figures: ReadonlyMap<string, FollowedFigure>;
  notes: ReadonlyMap<string, readonly NoteRow[]>;
}

/** An item with its history and what the reader may do with it. */
export function wholeItem(item: ListedItem, { reference, actor, today, figures, notes }: ItemView): ActionItem {
  return {
    ...briefedItem(item, figures, today),
    meetingId: item.meetingId,
    decisionId: item.decisionId,
    decisionText: item.decisionText,
    slide: slideOf(item),
    closingNote: item.closingNote,
    closedOn: item.closedOn,
    notes: (notes.get(item.id) ?? []).map(toNote),
    mayProgress: mayProgress(reference, actor, item, today),
    mayChange: mayChange(actor, item),
    mayRemove: mayRemove(actor, item, today, item.dueDate),
    createdAt: item.createdAt,
    version: item.version,
  };
}

/** Where something was recorded, if it was while presenting. */
export function slideOf(
  row: Pick<ListedItem, 'editionId' | 'slideId' | 'slideNumber' | 'slideHeadline'>,
): RecordedSlide | null {
  const { editionId, slideId, slideNumber, slideHeadline } = row;
  if (editionId === null || slideId === null || slideNumber === null) return null;
  return { editionId, slideId, number: slideNumber, headline: slideHeadline ?? '' };
}

function toNote(row: NoteRow): ActionItemNote {
  const { id, fromState, toState, note, dueFrom, dueTo, byName, at } = row;
  const dueDate = dueFrom !== null && dueTo !== null ? { from: dueFrom, to: dueTo } : null;
  return { id, from: fromState, to: toState, note, dueDate, byName, at };
}
