import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useChoices } from '#client/lib/use-choices.ts';
import { usePeriod } from '#client/lib/use-period.ts';
import { useToday } from '#client/lib/use-today.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import classes from '#client/ui/form.module.css';
import { Tag } from '#client/ui/tag.tsx';
import { agencyTypeSchema } from '#shared/agency.ts';
import { AgencyActions } from './agency-actions.tsx';
import { type AgencyRow, isUsed, stateOf } from './agency-types.ts';

interface AgencyTableProps {
  agencies: readonly AgencyRow[];
  onEdit: (agency: AgencyRow) => void;
  onClose: (agency: AgencyRow) => void;
}

export function AgencyTable({ agencies, onEdit, onClose }: AgencyTableProps) {
  const { t } = useTranslation(['agencies', 'manage']);
  const { agencyAbbr } = useChoices();
  const period = usePeriod();
  const today = useToday();
  const isNarrow = useMediaQuery('(max-width: 47.99em)') ?? false;
  const typeName = (type: string) => t(`type.${agencyTypeSchema.catch('other').parse(type)}`);
  const successors = (agency: AgencyRow) => agency.successors.map((each) => agencyAbbr(each.agencyId)).join(', ');
  const usage = (agency: AgencyRow) => {
    if (!isUsed(agency)) return t('unused');
    const { assignments, reports, users } = agency.usage;
    return [
      t('usageAssignments', { count: assignments }),
      t('usageReports', { count: reports }),
      t('usageAccounts', { count: users }),
    ].join(' · ');
  };

  const columns: DataColumn<AgencyRow>[] = [
    {
      key: 'name',
      header: t('column.name'),
      value: (agency) => agency.abbr,
      render: (agency) => (
        <div className={classes.rowName}>
          {agency.abbr}
          {agency.name !== agency.abbr && <span>{agency.name}</span>}
          {isNarrow && <span>{period(agency.validFrom, agency.validTo)}</span>}
          {isNarrow && successors(agency) !== '' && <span>{t('successorOf', { names: successors(agency) })}</span>}
          {isNarrow && <span>{usage(agency)}</span>}
        </div>
      ),
    },
    { key: 'type', header: t('column.type'), value: (agency) => typeName(agency.type) },
    {
      key: 'validity',
      header: t('column.validity'),
      value: (agency) => agency.validTo ?? agency.validFrom,
      render: (agency) => (
        <div className={classes.rowName}>
          {period(agency.validFrom, agency.validTo)}
          {stateOf(agency, today) !== 'current' && (
            <span className={classes.tags}>
              <Tag>{t(`state.${stateOf(agency, today)}`)}</Tag>
            </span>
          )}
        </div>
      ),
    },
    { key: 'successors', header: t('column.successors'), value: (agency) => successors(agency) || '–' },
    { key: 'usage', header: t('column.usage'), render: usage },
    {
      key: 'confidence',
      header: t('manage:field.confidence'),
      value: (agency) => (agency.confidence ? t(`manage:confidence.${agency.confidence}`) : '–'),
    },
    {
      key: 'actions',
      header: <span className="sr-only">{t('column.actions')}</span>,
      width: 60,
      align: 'right',
      render: (agency) => (
        <AgencyActions agency={agency} onEdit={() => onEdit(agency)} onClose={() => onClose(agency)} />
      ),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      columns={isNarrow ? columns.filter(({ key }) => key === 'name' || key === 'actions') : columns}
      rows={agencies}
      rowKey={(agency) => agency.id}
      initialSort={{ key: 'name', direction: 'asc' }}
      empty={t('empty')}
    />
  );
}
