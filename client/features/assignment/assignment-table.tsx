import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { usePeriod } from '#client/lib/use-period.ts';
import { useToday } from '#client/lib/use-today.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import form from '#client/ui/form.module.css';
import { Tag } from '#client/ui/tag.tsx';
import { AssignmentActions } from './assignment-actions.tsx';
import type { OpenedForm } from './assignment-form.tsx';
import { type AssignmentRow, useTaskName } from './assignment-types.ts';

interface AssignmentTableProps {
  rows: readonly AssignmentRow[];
  onOpen: (form: OpenedForm) => void;
}

export function AssignmentTable({ rows, onOpen }: AssignmentTableProps) {
  const { t } = useTranslation(['assignments', 'manage']);
  const taskName = useTaskName();
  const period = usePeriod();
  const today = useToday();
  const isNarrow = useMediaQuery('(max-width: 47.99em)') ?? false;
  const tags = (row: AssignmentRow) => (
    <span className={form.tags}>
      {row.validFrom > today && <Tag>{t('state.future')}</Tag>}
      {row.validTo !== null && row.validTo < today && <Tag>{t('state.past')}</Tag>}
      {row.isSample && <Tag kind="sample" />}
    </span>
  );
  const columns: DataColumn<AssignmentRow>[] = [
    {
      key: 'task',
      header: t('column.task'),
      value: taskName,
      render: (row) => (
        <div className={form.rowName}>
          {taskName(row)}
          <span>{t(`role.${row.role}`)}</span>
          {isNarrow && (
            <>
              <span>{row.agencyAbbr}</span>
              <span>{period(row.validFrom, row.validTo)}</span>
              {tags(row)}
            </>
          )}
        </div>
      ),
    },
    {
      key: 'agency',
      header: t('column.agency'),
      value: (row) => row.agencyAbbr,
      render: (row) => (
        <div className={form.rowName}>
          {row.agencyAbbr}
          <span>{row.agencyName}</span>
        </div>
      ),
    },
    {
      key: 'validity',
      header: t('column.validity'),
      value: (row) => row.validFrom,
      render: (row) => (
        <div className={form.rowName}>
          {period(row.validFrom, row.validTo)}
          {tags(row)}
        </div>
      ),
    },
    {
      key: 'basis',
      header: t('column.basis'),
      render: (row) => (
        <div className={form.rowName}>
          {!row.isSample && (row.legalBasis ?? t('noBasis'))}
          {!row.isSample && row.source && <span>{row.source}</span>}
          {row.isSample && t('sampleBasis')}
          {row.confidence && (
            <span>
              {t('manage:field.confidence')}: {t(`manage:confidence.${row.confidence}`)}
            </span>
          )}
        </div>
      ),
    },
    {
      key: 'actions',
      header: <span className="sr-only">{t('column.actions')}</span>,
      width: 60,
      align: 'right',
      render: (row) => <AssignmentActions assignment={row} task={taskName(row)} onOpen={onOpen} />,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      columns={isNarrow ? columns.filter(({ key }) => key === 'task' || key === 'actions') : columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('empty')}
    />
  );
}
