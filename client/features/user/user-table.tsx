import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import classes from '#client/ui/form.module.css';
import { Tag } from '#client/ui/tag.tsx';
import { formatDateTime } from '#shared/date-format.ts';
import { UserActions } from './user-actions.tsx';
import type { LinkToHand, UserRow } from './user-types.ts';

interface UserTableProps {
  users: readonly UserRow[];
  onEdit: (user: UserRow) => void;
  onLink: (link: LinkToHand) => void;
}

export function UserTable({ users, onEdit, onLink }: UserTableProps) {
  const { t } = useTranslation(['users', 'common']);
  const { app } = useSession();
  const locale = useLocale();
  const isNarrow = useMediaQuery('(max-width: 47.99em)') ?? false;
  const tags = (user: UserRow) => (
    <span className={classes.tags}>
      <Tag>{user.isDisabled ? t('state.disabled') : t('state.active')}</Tag>
      {user.twoFactorEnabled && <Tag>{t('secondFactor')}</Tag>}
      {user.isSample && <Tag kind="sample">{t('sample')}</Tag>}
    </span>
  );
  const columns: DataColumn<UserRow>[] = [
    {
      key: 'name',
      header: t('column.name'),
      value: (user) => user.name,
      render: (user) => (
        <div className={classes.rowName}>
          {user.name}
          <span>{[user.username, user.email].filter(Boolean).join(' · ')}</span>
          {isNarrow && <span>{[t(`common:role.${user.role}`), user.agencyAbbr].filter(Boolean).join(' · ')}</span>}
          {isNarrow && tags(user)}
        </div>
      ),
    },
    {
      key: 'role',
      header: t('column.role'),
      value: (user) => t(`common:role.${user.role}`),
    },
    { key: 'agency', header: t('column.agency'), value: (user) => user.agencyAbbr ?? '–' },
    {
      key: 'lastSignIn',
      header: t('column.lastSignIn'),
      value: (user) => user.lastSignInAt ?? '',
      render: (user) =>
        user.lastSignInAt
          ? formatDateTime(user.lastSignInAt, locale, app.timeZone, app.timeZoneLabel, 'short')
          : t('never'),
    },
    {
      key: 'state',
      header: t('column.state'),
      value: (user) => (user.isDisabled ? t('state.disabled') : t('state.active')),
      render: tags,
    },
    {
      key: 'actions',
      header: <span className="sr-only">{t('column.actions')}</span>,
      width: 60,
      align: 'right',
      render: (user) => <UserActions user={user} onEdit={() => onEdit(user)} onLink={onLink} />,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      // On a phone the first column says it all, so that the actions stay in sight.
      columns={isNarrow ? columns.filter(({ key }) => key === 'name' || key === 'actions') : columns}
      rows={users}
      rowKey={(user) => user.id}
      initialSort={{ key: 'name', direction: 'asc' }}
      empty={t('empty')}
    />
  );
}
