import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useToday } from '#client/lib/use-today.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import classes from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import type { ClosingEffectInput } from '#shared/assignment-admin.ts';
import { useAgencyExport } from './agency-export.ts';
import { AgencyForm } from './agency-form.tsx';
import { AgencyTable } from './agency-table.tsx';
import { type AgencyRow, agencyStates, stateOf } from './agency-types.ts';
import { CloseAgency } from './close-agency.tsx';

interface AgencyAdminProps {
  /** Shows what ending an agency does to its assignments and cells. */
  closingEffect: (closing: ClosingEffectInput) => ReactNode;
}

type Opened = { kind: 'add' } | { kind: 'edit' | 'close'; agency: AgencyRow };

export function AgencyAdmin({ closingEffect }: AgencyAdminProps) {
  const { t } = useTranslation('agencies');
  const errorText = useErrorText();
  const today = useToday();
  const [search, setSearch] = useState('');
  const [state, setState] = useState<string | null>('current');
  const [opened, setOpened] = useState<Opened>();
  const agencies = useQuery(trpc.agency.list.queryOptions());
  const wanted = search.trim().toLowerCase();
  const shown = (agencies.data ?? []).filter(
    (agency) =>
      (state === null || stateOf(agency, today) === state) &&
      `${agency.abbr} ${agency.name}`.toLowerCase().includes(wanted),
  );
  const close = () => setOpened(undefined);
  const exportOf = useAgencyExport();

  return (
    <Panel
      title={t('title')}
      subtitle={t('lead')}
      actions={
        <>
          {shown.length > 0 && (
            <TableDownload
              about={{
                title: t('title'),
                filters: [
                  { label: t('export.search'), text: search.trim() },
                  { label: t('export.state'), text: state && t(`state.${state}`) },
                ],
              }}
              table={() => exportOf(shown)}
            />
          )}
          <Button mih={44} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened({ kind: 'add' })}>
            {t('add')}
          </Button>
        </>
      }
      footer={agencies.data && <span role="status">{t('count', { count: shown.length })}</span>}
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
          aria-label={t('filterState')}
          placeholder={t('filterState')}
          data={agencyStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state}
          onChange={setState}
          clearable
        />
      </search>
      {agencies.isPending && <TableSkeleton rows={10} />}
      {agencies.error && !agencies.data && (
        <ErrorState
          title={errorText(agencies.error)}
          onRetry={() => agencies.refetch()}
          retrying={agencies.isFetching}
        />
      )}
      {agencies.data && (
        <AgencyTable
          agencies={shown}
          onEdit={(agency) => setOpened({ kind: 'edit', agency })}
          onClose={(agency) => setOpened({ kind: 'close', agency })}
        />
      )}
      {opened?.kind === 'add' && <AgencyForm onDone={close} />}
      {opened?.kind === 'edit' && <AgencyForm agency={opened.agency} onDone={close} />}
      {opened?.kind === 'close' && <CloseAgency agency={opened.agency} onDone={close} closingEffect={closingEffect} />}
    </Panel>
  );
}
