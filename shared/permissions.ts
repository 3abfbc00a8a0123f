import { z } from 'zod';

/** `public` is a person who has not signed in. */
export const roles = [
  'administrator',
  'secretariat',
  'issue_coordinator',
  'focal_point',
  'leadership',
  'partner',
  'public',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Roles an account can have. */
export const accountRoles = roles.filter((role) => role !== 'public');
export const accountRoleSchema = roleSchema.exclude(['public']);

const everyone = roles;
const signedIn = accountRoles;
const staff = ['administrator', 'secretariat', 'issue_coordinator', 'focal_point', 'leadership'] as const;
const managers = ['administrator', 'secretariat'] as const;
const reporters = ['issue_coordinator', 'focal_point'] as const;
const briefers = ['secretariat', 'issue_coordinator', 'leadership'] as const;
const verifiers = ['secretariat', 'issue_coordinator'] as const;

/**
 * Who may do what: the one table that hides the button and guards the procedure. It names roles only; which rows a
 * person may touch (its agency's cells, never the verification of its own report) is decided in the service.
 */
export const permissions = {
  'session.read': everyone,
  'session.manage': signedIn,
  'link.accept': everyone,
  'reference.read': everyone,
  'figure.read': everyone,
  'figure.read_provisional': staff,
  'report.read': staff,
  'report.enter': reporters,
  'report.verify': verifiers,
  'completeness.read': staff,
  'reminder.read': [...managers, 'issue_coordinator'],
  'restatement.read': staff,
  'small_win.read': everyone,
  'small_win.read_verified': staff,
  'small_win.write': ['secretariat', 'issue_coordinator', 'focal_point'],
  'small_win.verify': verifiers,
  'small_win.publish': ['secretariat'],
  'briefing.read': staff,
  'briefing.write': briefers,
  'briefing.freeze': ['secretariat', 'leadership'],
  'meeting.read': staff,
  'meeting.write': ['secretariat', 'leadership'],
  'decision.record': briefers,
  'action_item.progress': [...briefers, 'focal_point'],
  'calendar.read': staff,
  'notification.read': signedIn,
  'manage.read': managers,
  'user.manage': ['administrator'],
  'agency.manage': managers,
  'assignment.manage': managers,
  'indicator.manage': managers,
  'target.manage': managers,
  'deadline.manage': managers,
  'audit.read': managers,
  'history.import': ['secretariat'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function can(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return allowed.includes(role);
}
