import { useTranslation } from 'react-i18next';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import type { InvitationRow, UserRow } from './user-types.ts';

/** The accounts as they go into a file. */
export function useUserExport(): (users: readonly UserRow[]) => ExportTable {
  const { t } = useTranslation(['users', 'common']);
  const answer = (isSo: boolean) => t(isSo ? 'common:state.yes' : 'common:state.no');
  return (users) =>
    exportTable<UserRow>(
      [
        { header: t('column.name'), kind: 'text', value: (user) => user.name },
        { header: t('export.username'), kind: 'text', value: (user) => user.username },
        { header: t('form.email'), kind: 'text', value: (user) => user.email },
        { header: t('form.phone'), kind: 'text', value: (user) => user.phone },
        { header: t('column.role'), kind: 'text', value: (user) => t(`common:role.${user.role}`) },
        { header: t('column.agency'), kind: 'text', value: (user) => user.agencyAbbr },
        {
          header: t('column.state'),
          kind: 'text',
          value: (user) => t(user.isDisabled ? 'state.disabled' : 'state.active'),
        },
        { header: t('export.secondFactor'), kind: 'text', value: (user) => answer(user.twoFactorEnabled) },
        { header: t('column.lastSignIn'), kind: 'instant', value: (user) => user.lastSignInAt },
        { header: t('export.created'), kind: 'instant', value: (user) => user.createdAt },
        { header: t('common:sample'), kind: 'text', value: (user) => answer(user.isSample) },
      ],
      users,
    );
}

/** Invitations that wait for their person. */
export function useInvitationExport(): (invitations: readonly InvitationRow[]) => ExportTable {
  const { t } = useTranslation(['users', 'common']);
  return (invitations) =>
    exportTable<InvitationRow>(
      [
        { header: t('column.name'), kind: 'text', value: (each) => each.name },
        { header: t('form.email'), kind: 'text', value: (each) => each.email },
        { header: t('column.role'), kind: 'text', value: (each) => t(`common:role.${each.role}`) },
        { header: t('column.agency'), kind: 'text', value: (each) => each.agencyName },
        { header: t('export.expires'), kind: 'instant', value: (each) => each.expiresAt },
      ],
      invitations,
    );
}
