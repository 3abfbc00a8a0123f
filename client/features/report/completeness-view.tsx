import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import type { Completeness } from '#shared/report/completeness.ts';
import classes from './completeness.module.css';
import { useCompletenessExport } from './completeness-export.ts';
import { CompletenessMatrix } from './completeness-matrix.tsx';
import { CompletenessMonths } from './completeness-months.tsx';
import { CompletenessSummary } from './completeness-summary.tsx';
import { IssueFilter } from './issue-filter.tsx';

export type CompletenessMode = 'month' | 'months';

type CompletenessViewProps = {
  data: Completeness;
  month: Month;
  mode: CompletenessMode;
  issueId: IssueId | undefined;
  onMode: (mode: CompletenessMode) => void;
  onIssue: (issueId: IssueId | undefined) => void;
  /** Gaps and reminders, which are asked for apart. */
  children: ReactNode;
};

export function CompletenessView({ data, month, mode, issueId, onMode, onIssue, children }: CompletenessViewProps) {
  const { t } = useTranslation('completeness');
  const locale = useLocale();
  const exportOf = useCompletenessExport();
  const isEmpty = data.cells.length === 0;
  const shown = data.cells.filter((cell) =>
    mode === 'month' ? cell.month === month : issueId === undefined || cell.issueId === issueId,
  );
  const [first, last] = mode === 'month' ? [month, month] : [data.months[0] ?? month, data.months.at(-1) ?? month];
  const span = [...new Set([first, last])].map((each) => formatMonth(each, locale)).join(' – ');
  return (
    <div className={classes.view}>
      <Panel
        title={t('summary.title')}
        actions={
          <>
            {mode === 'months' && <IssueFilter value={issueId} onChange={onIssue} />}
            <SegmentedControl
              size="xs"
              aria-label={t('mode.label')}
              value={mode}
              onChange={(value) => onMode(value === 'months' ? 'months' : 'month')}
              data={[
                { value: 'month', label: t('mode.month') },
                { value: 'months', label: t('mode.months') },
              ]}
            />
          </>
        }
      >
        <CompletenessSummary data={data} month={month} />
      </Panel>
      {isEmpty ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : mode === 'month' ? (
        <CompletenessMatrix data={data} month={month} />
      ) : (
        <CompletenessMonths data={data} issueId={issueId} />
      )}
      {shown.length > 0 && (
        <TableDownload
          isQuiet
          about={{
            title: `${t('export.title')} ${span}`,
            filters: [
              {
                label: t('export.issue'),
                text: mode === 'months' && issueId ? t(`common:issue.${issueId.toLowerCase()}`) : undefined,
              },
            ],
            sample: shown.some((cell) => cell.isSample),
          }}
          table={() => exportOf(data, shown)}
        />
      )}
      <div className={classes.pair}>{children}</div>
    </div>
  );
}
