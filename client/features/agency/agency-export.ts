import { useTranslation } from 'react-i18next';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useToday } from '#client/lib/use-today.ts';
import { agencyTypeSchema } from '#shared/agency.ts';
import { type AgencyRow, stateOf } from './agency-types.ts';

/** The agencies as they go into a file, with what the table leaves out. */
export function useAgencyExport(): (agencies: readonly AgencyRow[]) => ExportTable {
  const { t } = useTranslation(['agencies', 'manage']);
  const { agencyAbbr } = useChoices();
  const today = useToday();
  return (agencies) =>
    exportTable<AgencyRow>(
      [
        { header: t('form.abbr'), kind: 'text', value: (agency) => agency.abbr },
        { header: t('form.name'), kind: 'text', value: (agency) => agency.name },
        {
          header: t('column.type'),
          kind: 'text',
          value: (agency) => t(`type.${agencyTypeSchema.catch('other').parse(agency.type)}`),
        },
        { header: t('form.validFrom'), kind: 'date', value: (agency) => agency.validFrom },
        { header: t('close.validTo'), kind: 'date', value: (agency) => agency.validTo },
        { header: t('export.state'), kind: 'text', value: (agency) => t(`state.${stateOf(agency, today)}`) },
        {
          header: t('column.successors'),
          kind: 'text',
          value: (agency) => agency.successors.map((each) => agencyAbbr(each.agencyId)).join(', '),
        },
        { header: t('export.assignments'), kind: 'integer', value: (agency) => agency.usage.assignments },
        { header: t('export.reports'), kind: 'integer', value: (agency) => agency.usage.reports },
        { header: t('export.accounts'), kind: 'integer', value: (agency) => agency.usage.users },
        { header: t('manage:field.source'), kind: 'text', value: (agency) => agency.source },
        {
          header: t('manage:field.confidence'),
          kind: 'text',
          value: (agency) => agency.confidence && t(`manage:confidence.${agency.confidence}`),
        },
        { header: t('manage:field.note'), kind: 'text', value: (agency) => agency.note },
      ],
      agencies,
    );
}
