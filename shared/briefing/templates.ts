import { type IssueId, issueIds } from '#shared/indicator.ts';
import type { DeckTemplate } from './deck.ts';
import { noFilter, type SlideFilter, type SlideKind, type SlideSettings, slideKindFilters } from './slide.ts';

/** What a ready-made deck is about; a template that needs neither ignores both. */
export interface TemplateSubject {
  issueId: IssueId | null;
  areaId: string | null;
}

/** Which subject must be chosen before a template can be made. */
export const templateNeeds: Record<DeckTemplate, readonly (keyof TemplateSubject)[]> = {
  monthly: [],
  issue: ['issueId'],
  regency: ['areaId'],
  inflation: [],
  empty: [],
};

/** Issues counted in people and households: they have a cascade and can be compared between regencies. */
const countedIssues = issueIds.filter((id) => id !== 'INF');

/** The slides a deck begins with, in the order of a meeting: where we stand, each issue, who is behind, what is to be done. */
export function slidesOfTemplate(template: DeckTemplate, subject: TemplateSubject): SlideSettings[] {
  switch (template) {
    case 'monthly':
      return monthlyMeeting();
    case 'issue':
      return subject.issueId === 'INF' ? inflationMeeting() : oneIssue(subject.issueId);
    case 'regency':
      return oneRegency(subject.areaId);
    case 'inflation':
      return inflationMeeting();
    case 'empty':
      return [];
  }
}

function monthlyMeeting(): SlideSettings[] {
  return [
    slide('cover'),
    slide('situation'),
    slide('changes'),
    ...countedIssues.flatMap((issueId) => [slide('issue', { issueId }), slide('regencies', { issueId })]),
    slide('inflation'),
    slide('heat_map'),
    slide('small_wins'),
    slide('obstacles'),
    slide('completeness'),
    slide('action_items'),
  ];
}

function oneIssue(issueId: IssueId | null): SlideSettings[] {
  return [
    slide('cover'),
    slide('issue', { issueId }),
    slide('regencies', { issueId }),
    slide('tile_map', { issueId }),
    slide('two_truths', { issueId }),
    slide('changes', { issueId }),
    slide('small_wins', { issueId }),
    slide('obstacles', { issueId }),
    slide('completeness', { issueId }),
    slide('action_items', { issueId }),
  ];
}

function oneRegency(areaId: string | null): SlideSettings[] {
  return [
    slide('cover'),
    slide('situation', { areaId }),
    ...countedIssues.map((issueId) => slide('issue', { issueId, areaId })),
    slide('small_wins', { areaId }),
    slide('obstacles', { areaId }),
    slide('heat_map'),
    slide('action_items'),
  ];
}

function inflationMeeting(): SlideSettings[] {
  const issueId: IssueId = 'INF';
  return [
    slide('cover'),
    slide('inflation'),
    slide('issue', { issueId }),
    slide('two_truths', { issueId }),
    slide('changes', { issueId }),
    slide('small_wins', { issueId }),
    slide('obstacles', { issueId }),
    slide('completeness', { issueId }),
    slide('action_items', { issueId }),
  ];
}

function slide(kind: SlideKind, filter: Partial<SlideFilter> = {}): SlideSettings {
  return { kind, title: null, notes: '', filter: keptFilter(kind, { ...noFilter, ...filter }), body: '' };
}

/** Only what means something on this kind of slide. */
export function keptFilter(kind: SlideKind, filter: SlideFilter): SlideFilter {
  const { takes } = slideKindFilters[kind];
  return {
    issueId: takes.includes('issueId') ? filter.issueId : null,
    areaId: takes.includes('areaId') ? filter.areaId : null,
    month: takes.includes('month') ? filter.month : null,
  };
}

/** Kinds on which a person writes words of their own below the headline, and puts a picture. */
export function takesWords(kind: SlideKind): boolean {
  return kind === 'cover' || kind === 'text';
}
