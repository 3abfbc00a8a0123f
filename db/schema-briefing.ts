import type { ActionItemState } from '#shared/action-item-brief.ts';
import type { ExportJob, ExportKind } from '#shared/briefing/export.ts';
import type { SlideKind } from '#shared/briefing/slide.ts';
import type { DataScope } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Locale } from '#shared/locale.ts';
import type { Flag } from './schema.ts';

export interface DeckTable {
  id: string;
  title: string;
  month: string;
  data: DataScope;
  hideEmpty: Flag;
  isSample: Flag;
  createdById: string | null;
  updatedById: string | null;
  version: number;
  /** A deleted deck leaves its editions. */
  deletedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface DeckSlideTable {
  id: string;
  deckId: string;
  /** Order within the deck, with gaps. */
  position: number;
  kind: SlideKind;
  title: string | null;
  notes: string;
  body: string;
  issueId: string | null;
  areaId: string | null;
  month: string | null;
  pictureAlt: string;
  version: number;
  /** Set when the slide was dropped; it can be put back. */
  removedAt: string | null;
  updatedAt: string;
}

/** Never updated, save that `deckId` stays when its deck is deleted. */
export interface EditionTable {
  id: string;
  deckId: string | null;
  number: number;
  title: string;
  month: string;
  data: DataScope;
  frozenAt: string;
  frozenById: string | null;
  frozenByName: string;
  slideCount: number;
  holdsSample: Flag;
  /** Canonical JSON, exactly the bytes the hash covers. */
  content: string;
  sha256: string;
}

export interface EditionPictureTable {
  editionId: string;
  sha256: string;
  contentType: string;
  base64: string;
}

export interface MeetingTable {
  id: string;
  title: string;
  date: string;
  startTime: string | null;
  endTime: string | null;
  place: string;
  kind: 'formal' | 'informal';
  direction: 'vertical' | 'horizontal';
  summary: string;
  editionId: string | null;
  isSample: Flag;
  createdById: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface MeetingAgendaItemTable {
  id: string;
  meetingId: string;
  position: number;
  text: string;
}

export interface MeetingAttendanceTable {
  id: string;
  meetingId: string;
  agencyId: string | null;
  name: string;
  isPresent: Flag;
}

export interface DecisionTable {
  id: string;
  meetingId: string | null;
  kind: 'primary' | 'substantive';
  text: string;
  issueId: IssueId | null;
  /** The slide it was recorded at, with what it was called then. */
  editionId: string | null;
  slideId: string | null;
  slideNumber: number | null;
  slideHeadline: string | null;
  decidedOn: string;
  recordedById: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface ActionItemTable {
  id: string;
  meetingId: string | null;
  decisionId: string | null;
  text: string;
  issueId: IssueId | null;
  ownerAgencyId: string;
  dueDate: string;
  state: ActionItemState;
  closedOn: string | null;
  closingNote: string | null;
  /** The figure it is about, as it was when the item was recorded (scaled). */
  indicatorId: string | null;
  areaId: string | null;
  figureMonth: string | null;
  figureValue: number | null;
  /** Its line (NULL: reported), and how many cells it held: only like is compared with like. */
  figureSeriesId: string | null;
  figureHeld: number | null;
  editionId: string | null;
  slideId: string | null;
  slideNumber: number | null;
  slideHeadline: string | null;
  isSample: Flag;
  createdById: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface ActionItemNoteTable {
  id: string;
  actionItemId: string;
  fromState: ActionItemState | null;
  toState: ActionItemState;
  note: string;
  /** Both set where the due date was moved. */
  dueFrom: string | null;
  dueTo: string | null;
  actorId: string | null;
  at: string;
}

/** Who holds the address may read one person's calendar; only its hash is kept. */
export interface CalendarFeedTable {
  userId: string;
  tokenHash: string;
  createdAt: string;
}

export interface ExportJobTable {
  id: string;
  editionId: string;
  kind: ExportKind;
  locale: Locale;
  paper: 'A4' | 'F4';
  slideId: string | null;
  state: ExportJob['state'];
  progress: number;
  fileName: string;
  /** Path below the data folder's exports/. */
  storageKey: string | null;
  byteSize: number | null;
  failure: ExportJob['failure'];
  requestedById: string | null;
  workerId: string | null;
  heartbeatAt: string | null;
  createdAt: string;
  finishedAt: string | null;
}
