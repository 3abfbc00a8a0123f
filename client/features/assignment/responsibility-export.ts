import { useTranslation } from 'react-i18next';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import type { ResponsibilityOn, ResponsibleCell } from '#shared/assignment-admin.ts';
import type { DistrictRow } from './responsibility-rows.ts';

type Row = {
  parentName: string;
  name: string;
  cells: readonly DistrictRow['cells'][number][];
  isCoordinators?: boolean;
};

/** Who answers for what on a day: a row a district, a column an issue, and what it was on the day compared with. */
export function useResponsibilityExport() {
  const { t } = useTranslation('assignments');
  const { issueName } = useChoices();
  return (
    view: ResponsibilityOn,
    old: ResponsibilityOn | undefined,
    districts: readonly DistrictRow[],
    abbrOf: (agencyId: string) => string,
  ): ExportTable => {
    const nameOf = (cell: ResponsibleCell) => (cell.agencyId === null ? t('day.nobody') : abbrOf(cell.agencyId));
    const text = ({ isCoordinators }: Row, { now, before, isChanged }: DistrictRow['cells'][number]) =>
      [
        nameOf(now),
        ...(!isCoordinators && now.role === 'issue_coordinator' ? [t('day.fallback')] : []),
        ...(isChanged && before ? [t('day.before', { agency: nameOf(before) })] : []),
      ].join(', ');
    const coordinators = view.coordinators.map((now) => {
      const before = old?.coordinators.find((each) => each.issueId === now.issueId);
      return { now, before, isChanged: before !== undefined && before.agencyId !== now.agencyId };
    });
    const rows: Row[] = [
      { parentName: '', name: t('day.coordinator'), cells: coordinators, isCoordinators: true },
      ...districts,
    ];
    return exportTable<Row>(
      [
        { header: t('export.parent'), kind: 'text', value: (row) => row.parentName },
        { header: t('day.district'), kind: 'text', value: (row) => row.name },
        ...view.coordinators.map(({ issueId }) => ({
          header: issueName(issueId),
          kind: 'text' as const,
          value: (row: Row) => {
            const cell = row.cells.find(({ now }) => now.issueId === issueId);
            return cell && text(row, cell);
          },
        })),
      ],
      rows,
    );
  };
}
