import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import type { TouchedReport } from '#shared/history-import.ts';
import { LineTable } from './line-table.tsx';
import { inFileOrder, MoreButton, usePaged } from './paged.tsx';
import type { PreviewLine } from './preview-lines.ts';
import type { ImportWords } from './use-import-words.ts';

const pageSize = 50;

interface ReportTableProps {
  reports: readonly TouchedReport[];
  lines: readonly PreviewLine[];
  words: ImportWords;
}

/** The reports that the file speaks of; each opens its rows. */
export function ReportTable({ reports, lines, words }: ReportTableProps) {
  const { t } = useTranslation('historyImport');
  const [opened, setOpened] = useState<TouchedReport>();
  const { shown, left, showMore } = usePaged(reports, pageSize);
  const nameOf = ({ month, issueId, agency }: TouchedReport) =>
    `${words.month(month)} · ${words.issueName(issueId)} · ${agency.abbr}`;

  function effectOf({ effect, isHandedIn }: TouchedReport): string {
    if (effect === 'begun') return t('preview.begun');
    if (isHandedIn) return t('preview.handedIn');
    return effect === 'changed' ? t('preview.changedReport') : t('preview.none');
  }

  const count = (key: 'new' | 'changed' | 'same' | 'refused'): DataColumn<TouchedReport> => ({
    key,
    header: t(`outcome.${key}`),
    align: 'right',
    value: ({ counts }) => counts[key],
  });
  const columns = inFileOrder<TouchedReport>([
    {
      key: 'month',
      header: t('preview.month'),
      value: ({ month }) => month,
      render: ({ month }) => words.month(month),
    },
    { key: 'issue', header: t('preview.issue'), value: ({ issueId }) => words.issueName(issueId) },
    { key: 'agency', header: t('preview.agency'), value: ({ agency }) => agency.abbr },
    { key: 'effect', header: t('preview.effect'), value: effectOf },
    count('new'),
    count('changed'),
    count('same'),
    count('refused'),
  ]);
  const index = opened ? reports.indexOf(opened) : -1;
  return (
    <div>
      <DataTable
        caption={t('preview.reports')}
        columns={columns}
        rows={shown}
        rowKey={({ reportKey }) => reportKey}
        onRowClick={setOpened}
        empty={t('preview.empty')}
      />
      <MoreButton left={left} label={t('preview.more', { number: left })} onMore={showMore} />
      <DrawerPanel
        opened={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={opened ? nameOf(opened) : ''}
        size="xl"
      >
        {opened && (
          <LineTable
            key={opened.reportKey}
            caption={nameOf(opened)}
            lines={lines.filter(({ result }) => result.report === index)}
            words={words}
          />
        )}
      </DrawerPanel>
    </div>
  );
}
