import type { SlideContent } from '#shared/briefing/content.ts';
import { figuresOf } from '#shared/briefing/figures.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { DecisionSettings, MeetingBrief, RecordAtSlideInput } from '#shared/meeting.ts';
import { daysBetween, lastDayOfMonth, monthOfDate } from '#shared/month.ts';

/** What the form of a record holds. Both parts stay while somebody changes their mind about which to record. */
export interface RecordDraft {
  what: 'decision' | 'actionItem' | 'both';
  kind: DecisionSettings['kind'];
  decisionText: string;
  itemText: string;
  issueId: IssueId | null;
  ownerAgencyId: string;
  dueDate: string;
  /** `indicatorId|areaId`, or '' for none. */
  figure: string;
  meetingId: string | null;
  /** Made once, so that a record that is sent twice is written once. */
  decisionId: string;
  itemId: string;
}

export interface FigureChoice {
  value: string;
  indicator: { nameId: string; nameEn: string };
  areaName: string;
}

/** The figures an action item can be about, the slide's own subject first. */
export function figureChoices(slide: SlideContent): FigureChoice[] {
  const ofSlide = figuresOf(slide.body, slide.month).toSorted(
    (left, right) => Number(right.role === 'headline') - Number(left.role === 'headline'),
  );
  const choices = new Map<string, FigureChoice>();
  for (const { indicator, areaId, areaName } of ofSlide) {
    const value = `${indicator.id}|${areaId}`;
    if (!choices.has(value)) choices.set(value, { value, indicator, areaName });
  }
  return [...choices.values()];
}

export function issueOf({ body, filter }: SlideContent): IssueId | null {
  return 'issue' in body ? body.issue.id : filter.issueId;
}

/** Of the meetings, the one that is held today, at best the one this edition was made for. */
export function meetingOfToday(
  meetings: readonly MeetingBrief[],
  today: string,
  editionId: string | null,
): MeetingBrief | undefined {
  const ofToday = meetings.filter(({ date }) => date === today);
  return ofToday.find((each) => each.editionId === editionId) ?? ofToday[0];
}

/** Meetings a record can still belong to: a quarter back and ahead, the nearest first. */
export function meetingChoices(meetings: readonly MeetingBrief[], today: string): MeetingBrief[] {
  const distance = ({ date }: MeetingBrief) => Math.abs(daysBetween(date, today));
  return meetings.filter((each) => distance(each) <= 92).toSorted((left, right) => distance(left) - distance(right));
}

export const dueSteps = ['week', 'fortnight', 'monthEnd'] as const;
export type DueStep = (typeof dueSteps)[number];

export function dueDateOf(step: DueStep, today: string): string {
  if (step === 'monthEnd') return lastDayOfMonth(monthOfDate(today));
  const days = step === 'week' ? 7 : 14;
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function beginDraft(
  slide: SlideContent,
  context: { today: string; meetingId: string | null; newId: () => string },
): RecordDraft {
  const [subject] = figuresOf(slide.body, slide.month).filter(({ role }) => role === 'headline');
  return {
    what: 'decision',
    kind: 'substantive',
    decisionText: '',
    itemText: '',
    issueId: issueOf(slide),
    ownerAgencyId: '',
    dueDate: dueDateOf('fortnight', context.today),
    figure: subject ? `${subject.indicator.id}|${subject.areaId}` : '',
    meetingId: context.meetingId,
    decisionId: context.newId(),
    itemId: context.newId(),
  };
}

export function inputOf(draft: RecordDraft, place: { editionId: string; slideId: string }): RecordAtSlideInput {
  const { what, kind, issueId, meetingId } = draft;
  const [indicatorId, areaId] = draft.figure.split('|');
  return {
    ...place,
    meetingId,
    decision: what === 'actionItem' ? null : { id: draft.decisionId, kind, text: draft.decisionText.trim(), issueId },
    actionItem:
      what === 'decision'
        ? null
        : {
            id: draft.itemId,
            text: draft.itemText.trim(),
            ownerAgencyId: draft.ownerAgencyId,
            dueDate: draft.dueDate,
            issueId,
            figure: indicatorId && areaId ? { indicatorId, areaId } : null,
          },
  };
}

/** A record that the server refused, back in the form. */
export function draftOf({ decision, actionItem, meetingId }: RecordAtSlideInput, empty: RecordDraft): RecordDraft {
  return {
    ...empty,
    what: decision && actionItem ? 'both' : actionItem ? 'actionItem' : 'decision',
    kind: decision?.kind ?? empty.kind,
    decisionText: decision?.text ?? '',
    decisionId: decision?.id ?? empty.decisionId,
    itemText: actionItem?.text ?? '',
    itemId: actionItem?.id ?? empty.itemId,
    issueId: decision ? decision.issueId : (actionItem?.issueId ?? null),
    ownerAgencyId: actionItem?.ownerAgencyId ?? '',
    dueDate: actionItem?.dueDate ?? empty.dueDate,
    figure: actionItem?.figure ? `${actionItem.figure.indicatorId}|${actionItem.figure.areaId}` : '',
    meetingId,
  };
}

/** Whether the form holds words that would be lost. */
export function isBegun({ decisionText, itemText }: RecordDraft): boolean {
  return decisionText.trim() !== '' || itemText.trim() !== '';
}
