import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { accountRoles } from '#shared/permissions.ts';
import { type AccountRole, roleNeedsAgency } from '#shared/user.ts';

interface RoleAndAgencyProps {
  role: AccountRole;
  agencyId: string | null;
  onChange: (choice: { role: AccountRole; agencyId: string | null }) => void;
  errors: Record<string, string>;
}

export function RoleAndAgency({ role, agencyId, onChange, errors }: RoleAndAgencyProps) {
  const { t } = useTranslation(['users', 'common']);
  const agencies = useQuery(trpc.user.agencies.queryOptions());
  const chooseRole = (value: string | null) => {
    const chosen = accountRoles.find((each) => each === value);
    if (chosen) onChange({ role: chosen, agencyId });
  };
  return (
    <>
      <Select
        label={t('form.role')}
        description={t(`roleHint.${role}`)}
        data={accountRoles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
        value={role}
        onChange={chooseRole}
        allowDeselect={false}
        error={errors.role}
      />
      <Select
        label={t('form.agency')}
        description={t('form.agencyHint')}
        placeholder={t('form.noAgency')}
        data={(agencies.data ?? []).map(({ id, abbr, name }) => ({ value: id, label: `${abbr} – ${name}` }))}
        value={agencyId}
        onChange={(value) => onChange({ role, agencyId: value })}
        searchable
        clearable={!roleNeedsAgency(role)}
        withAsterisk={roleNeedsAgency(role)}
        error={errors.agencyId}
      />
    </>
  );
}
