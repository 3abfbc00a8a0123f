import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifyInfo } from '#client/lib/notify.ts';
import { type ExportColumn, type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpcClient } from '#client/lib/trpc.ts';
import { useToday } from '#client/lib/use-today.ts';
import type { AuditFilter } from '#shared/audit-log.ts';
import { formatDate } from '#shared/date-format.ts';
import { formatNumber } from '#shared/number-format.ts';
import type { AuditLine } from './audit-types.ts';
import { type LineWords, useLineWords } from './use-line-words.ts';

const pageSize = 500;
/** What a spreadsheet still opens well, and a browser still holds. */
const most = 50_000;

type Row = { line: AuditLine; words: LineWords };

/** The filtered log as a file, in words, page by page from the newest. */
export function ExportButton({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation('audit');
  const locale = useLocale();
  const today = useToday();
  const wordsOf = useLineWords();
  const [gathered, setGathered] = useState(0);

  async function gather(): Promise<Row[]> {
    const rows: Row[] = [];
    let before: number | undefined;
    setGathered(0);
    do {
      const page = await trpcClient.audit.list.query({ ...filter, before, limit: pageSize });
      rows.push(...page.lines.map((line) => ({ line, words: wordsOf(line, page.names) })));
      setGathered(rows.length);
      before = page.next ?? undefined;
    } while (before !== undefined && rows.length < most);
    if (before !== undefined) notifyInfo(t('export.tooMany', { count: rows.length }));
    return rows;
  }

  async function table(): Promise<ExportTable> {
    const columns: ExportColumn<Row>[] = [
      { header: '#', kind: 'integer', value: ({ line }) => line.seq },
      { header: t('column.when'), kind: 'instant', value: ({ line }) => line.at },
      // A sheet shows minutes; the log knows more.
      { header: 'ISO 8601', kind: 'text', value: ({ line }) => line.at },
      { header: t('column.who'), kind: 'text', value: ({ line }) => line.actorName ?? t('system') },
      { header: t('column.what'), kind: 'text', value: ({ words }) => words.event },
      { header: t('column.subject'), kind: 'text', value: ({ words }) => words.subject },
      {
        header: t('column.details'),
        kind: 'text',
        value: ({ words }) => words.details.map(({ label, text }) => `${label}: ${text}`).join('; '),
      },
      { header: 'event', kind: 'text', value: ({ line }) => line.event },
      { header: 'id', kind: 'text', value: ({ line }) => line.subjectId },
    ];
    return exportTable(columns, await gather());
  }

  const day = (date: string | undefined) => date && formatDate(date, locale);
  return (
    <TableDownload
      about={{
        title: `${t('title')} ${today}`,
        filters: [
          { label: t('filter.from'), text: day(filter.from) },
          { label: t('filter.to'), text: day(filter.to) },
        ],
      }}
      table={table}
      busy={t('export.running', { count: formatNumber(gathered, { locale, decimals: 0 }) })}
    />
  );
}
