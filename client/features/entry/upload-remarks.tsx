import { useTranslation } from 'react-i18next';
import type { CellRef } from '#shared/report.ts';
import type { ImportPlan } from '#shared/spreadsheet/plan.ts';
import { absentAreas, type TemplateRemark } from '#shared/spreadsheet/template-sheet.ts';
import { type LineTone, NoteLine } from './cell-lines.tsx';
import classes from './paste.module.css';
import { useSheet } from './sheet-context.ts';
import { type SheetRow, sameFigure } from './sheet-row.ts';
import type { SettledNotes } from './upload-notes.tsx';
import type { TemplateUpload } from './upload-read.ts';
import type { WrittenReport } from './upload-written.ts';

type UploadRemarksProps = {
  file: TemplateUpload;
  written: WrittenReport | undefined;
  plan: ImportPlan;
  rows: readonly SheetRow[];
  notes: SettledNotes;
};

type Remark = { key: string; tone: LineTone; text: string };

/** What was done to the template, and to its report since: a sentence each. */
export function UploadRemarks({ file, written, plan, rows, notes }: UploadRemarksProps) {
  const { t } = useTranslation('upload');
  const { frame, words } = useSheet();
  const areaName = (id: string) => frame.areas.find((area) => area.id === id)?.name ?? id;
  const label = ({ indicatorId, areaId }: CellRef) =>
    t('entry:cell.label', { indicator: words.shortName(indicatorId), area: areaName(areaId) });
  const list = (names: readonly string[]) =>
    names.length > 8
      ? t('paste:out.andMore', { names: names.slice(0, 7).join('; '), count: names.length - 7 })
      : names.join('; ');

  const remarks: Remark[] = [];
  const add = (key: string, tone: LineTone, values: Record<string, string | number>) =>
    remarks.push({ key, tone, text: t(`remark.${key}`, values) });
  const addCount = (key: string, tone: LineTone, names: readonly string[]) => {
    if (names.length > 0) add(key, tone, { count: names.length, names: list(names) });
  };

  const cells = rows.flatMap((row) => [...row.cells.values()]);
  if (written) {
    const since = cells.filter((cell) => !sameFigure(written.figure(cell), cell)).length;
    if (since > 0) add('since', 'warn', { count: since });
  } else add('altered', 'warn', {});
  for (const remark of file.remarks) remarks.push(...sentences(remark));

  const found = new Set(plan.match.rows.flatMap((row) => (row.kind === 'area' ? [row.areaId] : [])));
  const isClear = plan.match.questions.length === 0;
  const absent = isClear ? absentAreas(file.made, new Set(frame.areas.map(({ id }) => id)), found) : [];
  if (absent.length > 0) add('area_missing', 'warn', { names: list(absent) });
  const byKey = new Map(cells.map((cell) => [`${cell.indicatorId} ${cell.areaId}`, cell]));
  const cleared = plan.cleared.filter((ref) => {
    const cell = byKey.get(`${ref.indicatorId} ${ref.areaId}`);
    return cell !== undefined && cell.kind !== 'not_reported';
  });
  addCount('cleared', 'warn', cleared.map(label));
  const { hiddenRows, hiddenColumns, formulas } = file.sheet;
  if (hiddenRows > 0) add('hiddenRowsRead', 'quiet', { count: hiddenRows });
  if (hiddenColumns > 0) add('hiddenColumnsRead', 'quiet', { count: hiddenColumns });
  if (formulas > 0) add('formulas', 'quiet', { count: formulas });
  addCount('otherSheets', 'quiet', file.otherSheets);
  addCount('notesReadOnly', 'warn', notes.readOnly.map(label));
  addCount('notesTooLong', 'warn', notes.tooLong.map(label));

  function sentences(remark: TemplateRemark): Remark[] {
    const { code } = remark;
    const one = (names: readonly string[], tone: LineTone = 'warn'): Remark[] => [
      { key: code, tone, text: t(`remark.${code}`, { names: list(names) }) },
    ];
    switch (code) {
      case 'codes_missing':
        return one([]);
      case 'column_missing':
      case 'column_gone':
        return one(remark.titles);
      case 'column_new':
      case 'unit_changed':
        return one(remark.indicatorIds.map(words.shortName));
      case 'area_new':
        return one(remark.areaIds.map(areaName));
      case 'title_changed':
        return remark.columns.map(({ indicatorId, written: before, now }) => ({
          key: `${code} ${indicatorId}`,
          tone: 'warn' as const,
          text:
            now === ''
              ? t('remark.title_removed', { written: before })
              : t('remark.title_changed', { written: before, now }),
        }));
    }
  }

  if (remarks.length === 0) return null;
  return (
    <section aria-label={t('remark.title')}>
      <h3 className={classes.heading}>{t('remark.title')}</h3>
      <ul className={classes.notes}>
        {remarks.map(({ key, tone, text }) => (
          <li key={key}>
            <NoteLine tone={tone}>{text}</NoteLine>
          </li>
        ))}
      </ul>
    </section>
  );
}
