import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import type { EntryKind } from '#shared/entry.ts';
import type { Restatement } from '#shared/report/restatement.ts';
import { fromScaled } from '#shared/scale.ts';

/** The ledger of corrections with its figures as numbers. */
export function useRestatementExport(): (rows: readonly Restatement[]) => ExportTable {
  const { t } = useTranslation(['verification', 'common']);
  const locale = useLocale();
  const figure = (scaled: number | null, { decimals }: Restatement) =>
    scaled === null ? null : { value: fromScaled(scaled, decimals), decimals };
  // A cell that held no number says what it held instead.
  const cell = (kind: EntryKind, scaled: number | null, row: Restatement) =>
    kind === 'number' ? figure(scaled, row) : t(`ledger.kind.${kind}`);
  const change = (row: Restatement) =>
    row.provinceBefore === null || row.provinceAfter === null
      ? null
      : figure(row.provinceAfter - row.provinceBefore, row);
  return (rows) =>
    exportTable<Restatement>(
      [
        { header: t('ledger.at'), kind: 'instant', value: (row) => row.at },
        { header: t('export.issue'), kind: 'text', value: (row) => t(`common:issue.${row.issueId.toLowerCase()}`) },
        {
          header: t('export.indicator'),
          kind: 'text',
          value: (row) => (locale === 'id' ? row.shortNameId : row.shortNameEn),
        },
        { header: t('export.area'), kind: 'text', value: (row) => row.areaName },
        { header: t('export.month'), kind: 'month', value: (row) => row.month },
        { header: t('export.from'), kind: 'figure', value: (row) => cell(row.fromKind, row.fromValue, row) },
        { header: t('export.to'), kind: 'figure', value: (row) => cell(row.toKind, row.toValue, row) },
        { header: t('export.unit'), kind: 'text', value: (row) => (locale === 'id' ? row.unitId : row.unitEn) },
        { header: t('ledger.reason'), kind: 'text', value: (row) => row.reason },
        { header: t('export.correctedBy'), kind: 'text', value: (row) => row.correctedByName },
        { header: t('export.verifiedBy'), kind: 'text', value: (row) => row.verifiedByName },
        { header: t('export.provinceBefore'), kind: 'figure', value: (row) => figure(row.provinceBefore, row) },
        { header: t('export.provinceAfter'), kind: 'figure', value: (row) => figure(row.provinceAfter, row) },
        { header: t('export.provinceChange'), kind: 'figure', value: change },
      ],
      rows,
    );
}
