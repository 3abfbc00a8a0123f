import { currentLanguage, i18n } from '#client/i18n/index.ts';
import { fileNameOf, saveFile } from '#client/lib/save-file.ts';
import { loadSession } from '#client/lib/session.ts';
import { formatDateTime } from '#shared/date-format.ts';
import { toCsv } from './csv.ts';
import type { ExportContext, ExportTable } from './export-table.ts';
import type { ExportAbout, TableFile } from './save-table.ts';

/** Writes a table to a file and hands it to the browser. */
export async function writeTable(kind: TableFile, table: ExportTable, about: ExportAbout): Promise<void> {
  const { app } = await loadSession();
  const context = { locale: currentLanguage(), timeZone: app.timeZone, timeZoneLabel: app.timeZoneLabel };
  const content = kind === 'csv' ? csvFile(table, context) : await xlsxFile(table, about, context);
  const { t } = i18n;
  // A CSV has no room for a note, so its name says what must not be overlooked.
  const name = [about.title, about.sample && t('tableExport:sampleInName')].filter(Boolean).join(' ');
  saveFile(content, `${fileNameOf(name)}.${kind}`);
}

function csvFile(table: ExportTable, context: ExportContext): Blob {
  return new Blob([toCsv(table, context)], { type: 'text/csv;charset=utf-8' });
}

async function xlsxFile(table: ExportTable, about: ExportAbout, context: ExportContext): Promise<Blob> {
  const { toXlsx } = await import('./xlsx.ts');
  const sheet = i18n.t('tableExport:sheet');
  return toXlsx({ table, sheet: about.title, about: { sheet, lines: aboutLines(about, context) } }, context);
}

/** What the second sheet says. */
export function aboutLines(about: ExportAbout, context: ExportContext): { label: string; text: string }[] {
  const { t } = i18n;
  const moment = formatDateTime(new Date().toISOString(), context.locale, context.timeZone, context.timeZoneLabel);
  const lines: { label: string; text: string | null | undefined }[] = [
    { label: t('tableExport:title'), text: about.title },
    ...(about.filters ?? []),
    { label: t('tableExport:source'), text: about.source },
    { label: t('tableExport:state'), text: about.state && t(`tableExport:states.${about.state}`) },
    { label: t('tableExport:sample'), text: about.sample ? t('tableExport:hasSample') : undefined },
    { label: t('tableExport:note'), text: about.note },
    { label: t('tableExport:empty'), text: t('tableExport:emptyMeans') },
    { label: t('tableExport:moment'), text: moment },
    { label: t('tableExport:address'), text: window.location.href },
  ];
  return lines.flatMap(({ label, text }) => (text ? [{ label, text }] : []));
}
