import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { sessionCan, useSession } from '#client/lib/session.ts';
import { PageHeader } from '#client/ui/page-header.tsx';
import type { Permission } from '#shared/permissions.ts';
import classes from './manage-page.module.css';

interface Section {
  id: 'users' | 'agencies' | 'assignments' | 'indicators' | 'targets' | 'deadlines' | 'historyImport' | 'audit';
  to: string;
  permission: Permission;
}

const sections: readonly Section[] = [
  { id: 'users', to: '/kelola/pengguna', permission: 'user.manage' },
  { id: 'agencies', to: '/kelola/opd', permission: 'agency.manage' },
  { id: 'assignments', to: '/kelola/penugasan', permission: 'assignment.manage' },
  { id: 'indicators', to: '/kelola/indikator', permission: 'indicator.manage' },
  { id: 'targets', to: '/kelola/target', permission: 'target.manage' },
  { id: 'deadlines', to: '/kelola/tenggat', permission: 'deadline.manage' },
  { id: 'historyImport', to: '/kelola/impor', permission: 'history.import' },
  { id: 'audit', to: '/kelola/audit', permission: 'audit.read' },
];

/** Kelola: the sections that the role may use, and the one that is open. */
export function ManagePage() {
  const { t } = useTranslation('manage');
  const session = useSession();
  const { pathname } = useLocation();
  const open = sections.filter(({ permission }) => sessionCan(session, permission));
  const current = open.find(({ to }) => pathname.startsWith(to));
  const tabs = useRef<HTMLElement>(null);
  // On a phone the open section may lie beyond the edge.
  useEffect(() => {
    if (current === undefined) return;
    tabs.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  useDocumentTitle(current ? `${t(`section.${current.id}`)} · ${t('title')}` : t('title'));
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <nav ref={tabs} className={classes.tabs} aria-label={t('sections')}>
        {open.map(({ id, to }) => (
          <NavLink key={id} to={to} className={classes.tab}>
            {t(`section.${id}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
