import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import classes from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import { accountRoles } from '#shared/permissions.ts';
import { EditDialog } from './edit-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { useUserExport } from './user-export.ts';
import { UserTable } from './user-table.tsx';
import type { LinkToHand, UserRow } from './user-types.ts';

const states = ['active', 'disabled'] as const;

/** Who may use the application: list, invitations, roles, closing of accounts. */
export function UserAdmin() {
  const { t } = useTranslation(['users', 'common']);
  const errorText = useErrorText();
  const [search, setSearch] = useState('');
  const [role, setRole] = useState<string | null>(null);
  const [state, setState] = useState<string | null>(null);
  const [wanted] = useDebouncedValue(search, 250);
  const [isInviting, setInviting] = useState(false);
  const [editing, setEditing] = useState<UserRow>();
  const [link, setLink] = useState<LinkToHand>();
  const exportOf = useUserExport();

  const users = useQuery(
    trpc.user.list.queryOptions(
      {
        search: wanted.trim() || undefined,
        role: accountRoles.find((each) => each === role),
        state: states.find((each) => each === state),
      },
      { placeholderData: keepPreviousData },
    ),
  );

  return (
    <div className={classes.stack}>
      <Panel
        title={t('title')}
        subtitle={t('lead')}
        actions={
          <>
            {users.data && users.data.length > 0 && (
              <TableDownload
                about={{
                  title: t('title'),
                  filters: [
                    { label: t('export.search'), text: wanted.trim() },
                    { label: t('column.role'), text: role && t(`common:role.${role}`) },
                    { label: t('column.state'), text: state && t(`state.${state}`) },
                  ],
                  sample: users.data.some((user) => user.isSample),
                }}
                table={() => exportOf(users.data)}
              />
            )}
            <Button mih={44} leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
              {t('invite')}
            </Button>
          </>
        }
        footer={users.data && <span role="status">{t('count', { count: users.data.length })}</span>}
      >
        <search className={classes.filters}>
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Select
            aria-label={t('column.role')}
            placeholder={t('filterRole')}
            data={accountRoles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
            value={role}
            onChange={setRole}
            clearable
          />
          <Select
            aria-label={t('column.state')}
            placeholder={t('filterState')}
            data={states.map((value) => ({ value, label: t(`state.${value}`) }))}
            value={state}
            onChange={setState}
            clearable
          />
        </search>
        {users.isPending && <TableSkeleton />}
        {users.data && <UserTable users={users.data} onEdit={setEditing} onLink={setLink} />}
        {users.error && !users.data && (
          <ErrorState title={errorText(users.error)} onRetry={() => users.refetch()} retrying={users.isFetching} />
        )}
      </Panel>
      <OpenInvitations />

      {isInviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={(made) => {
            setInviting(false);
            setLink(made);
          }}
        />
      )}
      {editing && <EditDialog user={editing} onClose={() => setEditing(undefined)} />}
      {link && <LinkDialog link={link} onClose={() => setLink(undefined)} />}
    </div>
  );
}
