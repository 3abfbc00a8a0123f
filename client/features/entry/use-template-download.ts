import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { saveTable } from '#client/lib/table-export/save-table.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { formatDate, formatDateTime, formatMonth } from '#shared/date-format.ts';
import type { ColumnGroup } from './grid-columns.ts';
import { useReport, useSheet } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';

/** Saves the report on screen as a file; what makes it comes with the first one. */
export function useTemplateDownload(
  rows: readonly SheetRow[],
  groups: readonly ColumnGroup[],
): (kind: 'xlsx' | 'csv') => Promise<void> {
  const { t } = useTranslation(['upload', 'entry']);
  const locale = useLocale();
  const clock = useClock();
  const { app } = useSession();
  const { grid } = useReport();
  const { words, isEditable } = useSheet();
  const { report } = grid;
  const title = t('entry:title', {
    issue: t(`common:issue.${report.issueId.toLowerCase()}`).toLowerCase(),
    month: formatMonth(report.month, locale),
  });

  return async (kind) => {
    const { saveTemplate, reportTable } = await import('./template-download.ts');
    const madeAt = new Date().toISOString();
    // In a file the rows stand as they do in the report, whatever the screen shows first.
    const inOrder = grid.areas.flatMap(({ id }) => rows.find(({ area }) => area.id === id) ?? []);
    const input = { grid, rows: inOrder, groups, isEditable, words, t, locale, madeAt, title };
    if (kind === 'csv') {
      const about = { title: `${title} ${report.agency.abbr}`, sample: report.isSample };
      await saveTable('csv', reportTable(input), about);
      return;
    }
    const cutOff = report.cutOffLabel ?? (report.cutOffDate && clock.date(report.cutOffDate));
    const facts = [
      { label: t('upload:fact.agency'), text: report.agency.name },
      { label: t('upload:fact.due'), text: formatDate(report.dueDate, locale) },
      ...(cutOff ? [{ label: t('upload:fact.cutOff'), text: cutOff }] : []),
      { label: t('upload:fact.state'), text: formatDateTime(madeAt, locale, app.timeZone, app.timeZoneLabel) },
      { label: t('upload:fact.address'), text: window.location.href.replace(/[?#].*$/, '') },
      { label: t('upload:fact.help'), text: t('upload:fact.helpText') },
      ...(report.isSample ? [{ label: t('upload:fact.sample'), text: t('upload:fact.sampleText') }] : []),
    ];
    saveTemplate({ ...input, facts });
  };
}
