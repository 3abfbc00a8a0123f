import type { Icon } from '@tabler/icons-react';
import {
  IconClipboardText,
  IconHistory,
  IconLayoutDashboard,
  IconListCheck,
  IconPresentation,
  IconProgressCheck,
  IconSettings,
  IconTrophy,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type Session, sessionCan } from '#client/lib/session.ts';
import type { AccentId } from '#client/theme.ts';
import type { Permission } from '#shared/permissions.ts';

/** A page of the main navigation. `label` is a key of the `shell` dictionary. */
export interface Destination {
  id:
    | 'overview'
    | 'reporting'
    | 'verification'
    | 'completeness'
    | 'restatements'
    | 'coordination'
    | 'briefing'
    | 'smallWins'
    | 'manage';
  to: string;
  icon: Icon;
  /** Absent: open to everyone, the public included. */
  permission?: Permission;
  /** Shows figures of a month, so the month in the address goes along. */
  keepsMonth?: boolean;
}

export interface IssueDestination {
  id: AccentId;
  to: string;
}

export const issueDestinations: readonly IssueDestination[] = [
  { id: 'ke', to: '/isu/kemiskinan-ekstrem' },
  { id: 'st', to: '/isu/stunting' },
  { id: 'ats', to: '/isu/anak-tidak-sekolah' },
  { id: 'pa', to: '/isu/perkawinan-anak' },
  { id: 'inf', to: '/isu/inflasi' },
];

const overview: Destination = { id: 'overview', to: '/', icon: IconLayoutDashboard, keepsMonth: true };

const work: readonly Destination[] = [
  { id: 'reporting', to: '/pelaporan', icon: IconClipboardText, permission: 'report.enter' },
  { id: 'verification', to: '/verifikasi', icon: IconProgressCheck, permission: 'report.verify' },
  { id: 'completeness', to: '/kelengkapan', icon: IconListCheck, permission: 'completeness.read' },
  { id: 'coordination', to: '/koordinasi', icon: IconUsersGroup, permission: 'meeting.read' },
  { id: 'briefing', to: '/briefing', icon: IconPresentation, permission: 'briefing.read' },
  { id: 'smallWins', to: '/small-wins', icon: IconTrophy },
  { id: 'restatements', to: '/koreksi', icon: IconHistory, permission: 'restatement.read' },
];

const manage: Destination = { id: 'manage', to: '/kelola', icon: IconSettings, permission: 'manage.read' };

export interface Navigation {
  overview: Destination;
  issues: readonly IssueDestination[];
  work: readonly Destination[];
  manage: Destination | undefined;
}

/** Only what the role may use: an item that would answer "not allowed" is not shown. */
export function navigationFor(session: Session): Navigation {
  const isOpen = ({ permission }: Destination) => permission === undefined || sessionCan(session, permission);
  return {
    overview,
    issues: issueDestinations,
    work: work.filter(isOpen),
    manage: isOpen(manage) ? manage : undefined,
  };
}

/** The four destinations of the bar at the bottom of a phone's screen, the most used first. */
export function bottomDestinations(navigation: Navigation): Destination[] {
  return [navigation.overview, ...navigation.work, ...(navigation.manage ? [navigation.manage] : [])].slice(0, 4);
}
