import { SegmentedControl } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import type { IssueId } from '#shared/indicator.ts';
import type { DueOutput, DueReport } from '#shared/report/due.ts';
import { DueCard } from './due-card.tsx';
import { IssueFilter } from './issue-filter.tsx';
import classes from './report.module.css';
import { useDueExport } from './report-export.ts';

const views = ['open', 'late', 'returned', 'done'] as const;
type View = (typeof views)[number];

/** What is due from me. The overdue come first and stay until they are handed in. */
export function DueList({ due }: { due: DueOutput }) {
  const { t } = useTranslation('report');
  const [issueId, setIssueId] = useState<IssueId>();
  const [view, setView] = useState<View>('open');
  const exportOf = useDueExport();
  const lists: Record<View, DueReport[]> = {
    open: due.open,
    late: due.open.filter(({ daysOverdue }) => daysOverdue > 0),
    returned: due.open.filter(({ state }) => state === 'returned'),
    done: due.done,
  };
  const chosen = lists[view].filter((report) => issueId === undefined || report.issueId === issueId);
  const late = chosen.filter(({ daysOverdue }) => daysOverdue > 0);
  const rest = chosen.filter(({ daysOverdue }) => daysOverdue === 0);
  const hidden =
    issueId === undefined
      ? 0
      : due.open.filter((report) => report.issueId !== issueId && report.daysOverdue > 0).length;
  return (
    <>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={t('filter.view')}
          value={view}
          onChange={(value) => setView(views.find((each) => each === value) ?? 'open')}
          data={views.map((each) => ({ value: each, label: t(`filter.${each}`, { count: lists[each].length }) }))}
          className={classes.segments}
        />
        <IssueFilter value={issueId} onChange={setIssueId} />
        {chosen.length > 0 && (
          <TableDownload
            about={{
              title: t('title'),
              filters: [
                { label: t('filter.view'), text: t(`filter.${view}`, { count: chosen.length }) },
                { label: t('export.issue'), text: issueId && t(`common:issue.${issueId.toLowerCase()}`) },
              ],
              sample: chosen.some((report) => report.isSample),
            }}
            table={() => exportOf(chosen)}
          />
        )}
      </div>
      {hidden > 0 && view !== 'done' && (
        <p className={classes.warning} role="status">
          {t('filter.hiddenLate', { count: hidden })}
        </p>
      )}
      {chosen.length === 0 && (
        <EmptyState
          icon={<IconCircleCheck size={28} stroke={1.5} aria-hidden />}
          title={t(view === 'done' ? 'empty.doneTitle' : 'empty.openTitle')}
        >
          {t(view === 'done' ? 'empty.doneText' : 'empty.openText')}
        </EmptyState>
      )}
      <Section title={t('section.late', { count: late.length })} reports={late} />
      <Section title={t(view === 'done' ? 'section.done' : 'section.open', { count: rest.length })} reports={rest} />
    </>
  );
}

function Section({ title, reports }: { title: string; reports: readonly DueReport[] }) {
  if (reports.length === 0) return null;
  return (
    <section>
      <h2 className={classes.sectionTitle}>{title}</h2>
      <ul className={classes.cards}>
        {reports.map((report) => (
          <DueCard key={report.reportKey} report={report} />
        ))}
      </ul>
    </section>
  );
}
