import { Button, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '#client/lib/text-link.tsx';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import { Panel } from '#client/ui/panel.tsx';
import type { ImportedReport, ImportResult } from '#shared/history-import.ts';
import classes from './history-import.module.css';
import { MoreButton, usePaged } from './paged.tsx';
import type { ImportWords } from './use-import-words.ts';

const pageSize = 50;
const closingMs = 400;

interface ResultPanelProps {
  result: ImportResult;
  words: ImportWords;
  onAgain: () => void;
}

/** What was written, with the way to each report. */
export function ResultPanel({ result, words, onAgain }: ResultPanelProps) {
  const { t } = useTranslation('historyImport');
  const line = useRef<HTMLParagraphElement>(null);
  const { shown, left, showMore } = usePaged(result.reports, pageSize);
  const written = result.counts.new + result.counts.changed;
  // The button that was pressed is gone: who cannot see the page hears the result, once the question has closed.
  useEffect(() => {
    const timer = setTimeout(() => line.current?.focus(), closingMs);
    return () => clearTimeout(timer);
  }, []);

  const columns: DataColumn<ImportedReport>[] = [
    {
      key: 'report',
      header: t('result.report'),
      render: ({ reportKey, month, issueId, agency }) => (
        <TextLink to={`/pelaporan/${reportKey}`}>
          {`${words.month(month)} · ${words.issueName(issueId)} · ${agency.abbr}`}
        </TextLink>
      ),
    },
    { key: 'new', header: t('outcome.new'), align: 'right', sortable: false, value: (report) => report.new },
    {
      key: 'changed',
      header: t('outcome.changed'),
      align: 'right',
      sortable: false,
      value: (report) => report.changed,
    },
  ];
  return (
    <Panel title={t('result.title')} subtitle={result.fileName}>
      <Stack gap="sm">
        <p ref={line} tabIndex={-1} className={classes.file} role="status">
          {t('result.done', {
            count: written,
            number: words.count(written),
            reports: words.count(result.reports.length),
          })}
        </p>
        <p className={classes.line}>
          {t('result.verify')} <TextLink to="/verifikasi">{t('result.desk')}</TextLink>
        </p>
        <DataTable caption={t('result.reports')} columns={columns} rows={shown} rowKey={({ reportKey }) => reportKey} />
        <MoreButton left={left} label={t('preview.more', { number: left })} onMore={showMore} />
        <div className={classes.actions}>
          <Button variant="default" onClick={onAgain}>
            {t('result.again')}
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}
