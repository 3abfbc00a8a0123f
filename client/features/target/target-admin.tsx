import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ErrorState } from '#client/ui/error-state.tsx';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import type { TargetPoint } from '#shared/target.ts';
import { PathPanel } from './path-panel.tsx';
import { useTargetExport } from './target-export.ts';
import { TargetForm } from './target-form.tsx';
import { pathsOf } from './target-types.ts';

/** What the form starts from: a point that exists, or a path that gets one more. */
export interface OpenedTarget {
  point?: TargetPoint;
  indicatorId?: string;
  areaId?: string;
}

export function TargetAdmin() {
  const { t } = useTranslation(['targets', 'manage']);
  const errorText = useErrorText();
  const { issues, areas, areaName } = useChoices();
  const exportOf = useTargetExport();
  const [issueId, setIssueId] = useState<string | null>(null);
  const [areaId, setAreaId] = useState<string | null>(null);
  const [opened, setOpened] = useState<OpenedTarget>();
  const targets = useQuery(trpc.target.list.queryOptions());
  const paths = targets.data ? pathsOf(targets.data) : [];
  const shown = paths.filter(
    (path) => (issueId === null || path.indicator.issueId === issueId) && (areaId === null || path.areaId === areaId),
  );
  const points = shown.reduce((sum, path) => sum + path.points.length, 0);

  return (
    <div className={form.stack}>
      <Panel
        title={t('title')}
        subtitle={t('lead')}
        actions={
          <>
            {points > 0 && (
              <TableDownload
                about={{
                  title: t('title'),
                  filters: [
                    { label: t('manage:field.issue'), text: issues.find(({ value }) => value === issueId)?.label },
                    { label: t('form.area'), text: areaId && areaName(areaId) },
                  ],
                  sample: shown.some((path) => path.points.some((point) => point.isSample)),
                }}
                table={() => exportOf(shown)}
              />
            )}
            <Button
              mih={44}
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setOpened({ areaId: areaId ?? undefined })}
            >
              {t('add')}
            </Button>
          </>
        }
        footer={targets.data && <span role="status">{t('count', { paths: shown.length, points })}</span>}
      >
        <search className={form.filters}>
          <Select
            aria-label={t('filterIssue')}
            placeholder={t('filterIssue')}
            data={issues}
            value={issueId}
            onChange={setIssueId}
            clearable
          />
          <Select
            aria-label={t('filterArea')}
            placeholder={t('filterArea')}
            data={areas}
            value={areaId}
            onChange={setAreaId}
            searchable
            clearable
            limit={200}
          />
        </search>
        {targets.isPending && <TableSkeleton rows={8} />}
        {targets.error && !targets.data && (
          <ErrorState
            title={errorText(targets.error)}
            onRetry={() => targets.refetch()}
            retrying={targets.isFetching}
          />
        )}
        {targets.data && shown.length === 0 && <EmptyState title={t('empty')} />}
      </Panel>
      {shown.map((path) => (
        <PathPanel key={path.key} path={path} onOpen={setOpened} />
      ))}
      {opened && targets.data && (
        <TargetForm opened={opened} indicators={targets.data.indicators} onDone={() => setOpened(undefined)} />
      )}
    </div>
  );
}
