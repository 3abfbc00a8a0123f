import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartRow } from '#client/charts/chart-table.ts';
import { toCsv } from '#client/charts/csv.ts';
import { saveFile } from '#client/charts/download.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifyError, notifyInfo } from '#client/lib/notify.ts';
import { useSession } from '#client/lib/session.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useToday } from '#client/lib/use-today.ts';
import type { AuditFilter } from '#shared/audit-log.ts';
import { formatDateTime } from '#shared/date-format.ts';
import { formatNumber } from '#shared/number-format.ts';
import type { AuditLine } from './audit-types.ts';
import { type LineWords, useLineWords } from './use-line-words.ts';

const pageSize = 500;
/** What a spreadsheet still opens well, and a browser still holds. */
const most = 50_000;

/** The filtered log as a file, in words, page by page from the newest. */
export function ExportButton({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation('audit');
  const { app } = useSession();
  const locale = useLocale();
  const today = useToday();
  const errorText = useErrorText();
  const wordsOf = useLineWords();
  const [gathered, setGathered] = useState<number>();

  const rowOf = (line: AuditLine, { event, subject, details }: LineWords): ChartRow => ({
    key: String(line.seq),
    cells: [
      line.seq,
      formatDateTime(line.at, locale, app.timeZone, app.timeZoneLabel, 'short'),
      line.at,
      line.actorName ?? t('system'),
      event,
      subject,
      details.map(({ label, text }) => `${label}: ${text}`).join('; '),
      line.event,
      line.subjectId,
    ],
  });

  async function gather(): Promise<ChartRow[]> {
    const rows: ChartRow[] = [];
    let before: number | undefined;
    do {
      const page = await trpcClient.audit.list.query({ ...filter, before, limit: pageSize });
      rows.push(...page.lines.map((line) => rowOf(line, wordsOf(line, page.names))));
      setGathered(rows.length);
      before = page.next ?? undefined;
    } while (before !== undefined && rows.length < most);
    if (before !== undefined) notifyInfo(t('export.tooMany', { count: rows.length }));
    return rows;
  }

  async function download(): Promise<void> {
    setGathered(0);
    try {
      const labels = ['#', t('column.when'), 'ISO 8601', t('column.who'), t('column.what'), t('column.subject')];
      const columns = [...labels, t('column.details'), 'event', 'id'].map((label) => ({ key: label, label }));
      const csv = toCsv({ columns, rows: await gather() }, locale);
      saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${t('export.file')}-${today}.csv`);
    } catch (error) {
      notifyError(errorText(error));
    } finally {
      setGathered(undefined);
    }
  }

  return (
    <Button
      variant="default"
      mih={44}
      leftSection={<IconDownload size={18} aria-hidden />}
      disabled={gathered !== undefined}
      onClick={() => void download()}
    >
      {gathered === undefined
        ? t('export.button')
        : t('export.running', { count: formatNumber(gathered, { locale, decimals: 0 }) })}
    </Button>
  );
}
