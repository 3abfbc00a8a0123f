import type { verification as source } from '#client/i18n/id/verification.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const verification: Translation<typeof source> = {
  title: 'Verification',
  description: 'Reports that wait for your decision.',
  loadFailed: 'The verification desk cannot be loaded',
  desk: {
    lead_one: "{{count}} report waits. Your own agency's are not shown: somebody else verifies them.",
    lead_other:
      "{{count}} reports wait, the longest waiting first. Your own agency's are not shown: somebody else verifies them.",
    emptyTitle: 'No report waits for verification',
    emptyText: "Reports submitted by other agencies appear here. Your own agency's are verified by somebody else.",
    today: 'Came in today',
    waiting_one: 'Waiting for {{count}} day',
    waiting_other: 'Waiting for {{count}} days',
    submitted_one: '{{count}} cell submitted by {{name}}, {{time}}',
    submitted_other: '{{count}} cells submitted by {{name}}, {{time}}',
  },
  ledger: {
    page: 'Restatement ledger',
    loadFailed: 'The restatement ledger could not be loaded',
    title: 'Verified figures that were corrected',
    subtitle: "What changed, by whom, why, and its effect on the province's total.",
    caption: 'Restatements, the latest first',
    at: 'When',
    what: 'Figure',
    change: 'From → to',
    reason: 'Reason',
    correctedBy: 'corrected by {{name}}',
    verifiedBy: 'verified by {{name}}',
    effect: "Effect on the province's total",
    effectText: '{{before}} → {{after}} ({{change}})',
    notAdded: 'not added up',
    kind: {
      number: 'number',
      not_reported: 'no data yet',
      not_applicable: 'not applicable',
    },
    emptyTitle: 'No corrections yet',
    emptyText: 'Verified figures that are changed later are recorded here with the reason.',
  },
};
