import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useToday } from '#client/lib/use-today.ts';
import { DateField } from '#client/ui/date-field.tsx';
import { ErrorState } from '#client/ui/error-state.tsx';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import { assignmentRoles } from '#shared/assignment.ts';
import { formatDate } from '#shared/date-format.ts';
import { issueIds } from '#shared/indicator.ts';
import classes from './assignment.module.css';
import { useAssignmentExport } from './assignment-export.ts';
import { AssignmentForm, type OpenedForm } from './assignment-form.tsx';
import { AssignmentTable } from './assignment-table.tsx';

const pageSize = 100;

export function AssignmentList() {
  const { t } = useTranslation(['assignments', 'manage']);
  const errorText = useErrorText();
  const choices = useChoices();
  const today = useToday();
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [issue, setIssue] = useState<string | null>(null);
  const [areaId, setAreaId] = useState<string | null>(null);
  const [role, setRole] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [limit, setLimit] = useState(pageSize);
  const [opened, setOpened] = useState<OpenedForm>();
  const filter = {
    agencyId: agencyId ?? undefined,
    issueId: issueIds.find((each) => each === issue),
    areaId: areaId ?? undefined,
    role: assignmentRoles.find((each) => each === role),
    on: on ?? undefined,
  };
  const list = useQuery(trpc.assignment.list.queryOptions({ ...filter, limit }, { placeholderData: keepPreviousData }));
  const { rows, total } = list.data ?? { rows: [], total: 0 };
  const locale = useLocale();
  const exportOf = useAssignmentExport();

  return (
    <Panel
      title={t('title')}
      subtitle={t('lead')}
      actions={
        <>
          {rows.length > 0 && (
            <TableDownload
              about={{
                title: t('title'),
                filters: [
                  { label: t('filter.on'), text: on && formatDate(on, locale) },
                  { label: t('form.role'), text: filter.role && t(`role.${filter.role}`) },
                  { label: t('form.agency'), text: agencyId && choices.agencyAbbr(agencyId) },
                  { label: t('manage:field.issue'), text: filter.issueId && choices.issueName(filter.issueId) },
                  { label: t('manage:field.area'), text: areaId && choices.areaName(areaId) },
                ],
                sample: rows.some((row) => row.isSample),
              }}
              table={() => exportOf(filter)}
            />
          )}
          <Button
            mih={44}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpened({ kind: 'create' })}
          >
            {t('add')}
          </Button>
        </>
      }
      footer={list.data && <span role="status">{t('count', { shown: rows.length, total })}</span>}
    >
      <search className={form.filters}>
        <DateField label={t('filter.on')} size="sm" clearable value={on} onChange={setOn} />
        <Select
          aria-label={t('filter.role')}
          placeholder={t('filter.role')}
          data={assignmentRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          onChange={setRole}
          clearable
        />
        <Select
          aria-label={t('filter.agency')}
          placeholder={t('filter.agency')}
          data={choices.agencies()}
          value={agencyId}
          onChange={setAgencyId}
          searchable
          clearable
        />
        <Select
          aria-label={t('filter.issue')}
          placeholder={t('filter.issue')}
          data={choices.issues}
          value={issue}
          onChange={setIssue}
          clearable
        />
        <Select
          aria-label={t('filter.area')}
          placeholder={t('filter.area')}
          data={choices.areas}
          value={areaId}
          onChange={setAreaId}
          searchable
          clearable
          limit={200}
        />
      </search>
      {list.isPending && <TableSkeleton rows={10} />}
      {list.error && !list.data && (
        <ErrorState title={errorText(list.error)} onRetry={() => list.refetch()} retrying={list.isFetching} />
      )}
      {list.data && <AssignmentTable rows={rows} onOpen={setOpened} />}
      {rows.length < total && (
        <div className={classes.more}>
          <Button
            variant="default"
            mih={44}
            loading={list.isFetching}
            onClick={() => setLimit((shown) => shown + pageSize)}
          >
            {t('more')}
          </Button>
        </div>
      )}
      {opened && <AssignmentForm opened={opened} onDone={() => setOpened(undefined)} />}
    </Panel>
  );
}
