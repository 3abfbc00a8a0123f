import { z } from 'zod';

/**
 * What the audit log knows: events are noun + past tense, and what each carries is fixed here, so that a log line can
 * be read back years later. No personal data beyond ids; figures are scaled integers.
 */
const cell = z.object({ indicatorId: z.string(), month: z.string(), areaId: z.string() });
const figure = z.object({ kind: z.string().nullable(), value: z.number().nullable() });
const change = z.record(z.string(), z.unknown());

export const auditEventSchemas = {
  'entry.saved': cell.extend({ from: figure, to: figure, version: z.number(), reason: z.string().nullable() }),
  'entry.corrected': cell.extend({ from: figure, to: figure, version: z.number(), reason: z.string().nullable() }),
  'entry.set_aside': cell.extend({ mine: figure, kept: figure, version: z.number() }),
  'entry.verified': cell.extend({ from: figure, to: figure }),
  'entry.returned': cell.extend({ reason: z.string() }),
  'entry.commented': cell,
  'report.submitted': z.object({ cells: z.number(), missing: z.number(), warnings: z.number() }),
  'report.verified': z.object({ cells: z.number() }),
  'report.returned': z.object({ cells: z.number() }),
  'report.reassigned': z.object({ fromAgencyId: z.string(), toAgencyId: z.string(), cells: z.number() }),
  /** `figures` is a digest of every cell that the import wrote in the report (`figuresDigest`). */
  'report.imported': z.object({
    importId: z.string(),
    new: z.number(),
    changed: z.number(),
    corrections: z.number(),
    figures: z.string(),
  }),
  'report.cut_off_changed': z.object({ cutOffDate: z.string().nullable(), cutOffLabel: z.string().nullable() }),
  'history.imported': z.object({
    rows: z.number(),
    new: z.number(),
    changed: z.number(),
    corrections: z.number(),
    same: z.number(),
    refused: z.number(),
    reports: z.number(),
    fromMonth: z.string(),
    toMonth: z.string(),
    fingerprint: z.string(),
  }),
  'small_win.created': change,
  'small_win.changed': change,
  'small_win.submitted': change,
  'small_win.returned': change,
  'small_win.verified': change,
  'small_win.published': change,
  'small_win.unpublished': change,
  'small_win.deleted': change,
  'attachment.added': change,
  'attachment.removed': change,
  'deck.created': change,
  'deck.changed': change,
  'deck.deleted': change,
  'slide.added': change,
  'slide.changed': change,
  'slide.moved': change,
  'slide.removed': change,
  'slide.restored': change,
  'edition.frozen': z.object({ deckId: z.string(), number: z.number(), month: z.string(), sha256: z.string() }),
  'export.requested': change,
  'meeting.created': change,
  'meeting.changed': change,
  'meeting.deleted': change,
  'decision.recorded': change,
  'decision.changed': change,
  'decision.deleted': change,
  'action_item.recorded': change,
  'action_item.changed': change,
  'action_item.progressed': change,
  'action_item.deleted': change,
  'calendar_feed.made': change,
  'calendar_feed.revoked': change,
  'notification.made': z.object({ people: z.number(), notices: z.number(), mails: z.number() }),
  'notification.mailed': z.object({ userId: z.string(), state: z.string(), attempts: z.number() }),
  'notification.settings_changed': change,
  'agency.created': change,
  'agency.changed': change,
  'agency.closed': change,
  'agency.reopened': change,
  'agency.deleted': change,
  'assignment.created': change,
  'assignment.changed': change,
  'assignment.ended': change,
  'assignment.deleted': change,
  'indicator.changed': change,
  'indicator.rule_changed': change,
  'issue.changed': change,
  'target.created': change,
  'target.changed': change,
  'target.deleted': change,
  'deadline.created': change,
  'deadline.changed': change,
  'deadline.deleted': change,
  'setting.changed': change,
  'user.invited': change,
  'user.created': change,
  'user.changed': change,
  'user.disabled': change,
  'user.enabled': change,
  'user.password_reset_link_made': change,
  'user.password_changed': change,
  'user.two_factor_changed': change,
  'link.revoked': change,
  'session.started': change,
  'session.ended': change,
  'session.revoked': change,
  'data.seeded': change,
  'data.restored': change,
} as const;

export type AuditEventName = keyof typeof auditEventSchemas;

export type AuditEvent = {
  [Name in AuditEventName]: {
    event: Name;
    subjectType: string;
    subjectId: string;
    data: z.input<(typeof auditEventSchemas)[Name]>;
  };
}[AuditEventName];
