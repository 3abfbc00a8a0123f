import type { RouterOutput } from '#client/lib/trpc.ts';

export type UserRow = RouterOutput['user']['list'][number];
export type InvitationRow = RouterOutput['user']['invitations'][number];

/** A link that was just made, and for whom. */
export interface LinkToHand {
  kind: 'invitation' | 'reset';
  name: string;
  email: string;
  phone: string | null;
  url: string;
  expiresAt: string;
  /** Only for invitations: whether the link was mailed as well. */
  mail?: RouterOutput['user']['invite']['mail'];
}
