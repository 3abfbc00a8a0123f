import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cellKey } from '#shared/report/summary.ts';
import { type NoteChange, noteChanges } from '#shared/spreadsheet/template-diff.ts';
import classes from './paste.module.css';
import type { ConflictSide } from './paste-changes.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';
import type { WrittenReport } from './upload-written.ts';

export type NoteTexts = readonly { indicatorId: string; areaId: string; text: string }[];

export type SettledNote = { key: string; noteOf: SheetCell; to: string | null };
export type NoteConflict = NoteChange & { key: string; cell: SheetCell };
export type SettledNotes = {
  changes: SettledNote[];
  conflicts: NoteConflict[];
  readOnly: SheetCell[];
  tooLong: SheetCell[];
};

/** As long as the report takes it. */
const longest = 2000;

/** Keys of choices about notes, apart from those about the figure of the same cell. */
const noteKey = (key: string) => `note ${key}`;

/** What the notes of a template would change, with the choices made so far. */
export function settleNotes(
  texts: NoteTexts,
  cells: ReadonlyMap<string, SheetCell>,
  written: WrittenReport | undefined,
  choices: Readonly<Record<string, ConflictSide>>,
  mayDescribe: (cell: SheetCell) => boolean,
): SettledNotes {
  const result: SettledNotes = { changes: [], conflicts: [], readOnly: [], tooLong: [] };
  const now = (ref: Parameters<typeof cellKey>[0]) => cells.get(cellKey(ref))?.note ?? null;
  for (const change of noteChanges(texts, written?.note ?? ((ref) => ({ note: now(ref) })), now)) {
    const cell = cells.get(cellKey(change));
    if (!cell) continue;
    const key = noteKey(cell.key);
    if (!mayDescribe(cell)) result.readOnly.push(cell);
    else if ((change.file?.length ?? 0) > longest) result.tooLong.push(cell);
    else {
      if (change.isConflict) result.conflicts.push({ ...change, key, cell });
      if (!change.isConflict || choices[key] === 'file') {
        result.changes.push({ key: cell.key, noteOf: cell, to: change.file });
      }
    }
  }
  return result;
}

/** Every note that would change: what it says, and what the file says. */
export function UploadNotes({ changes }: { changes: readonly SettledNote[] }) {
  const { t } = useTranslation('upload');
  const { words } = useSheet();
  const labels = { cell: t('paste:table.cell'), now: t('notes.now'), file: t('notes.file') };
  return (
    <Box component="section" className={classes.scroll} aria-label={t('notes.title')} tabIndex={0}>
      <table className={classes.table} data-texts>
        <caption className={classes.caption}>{t('notes.title')}</caption>
        <thead>
          <tr>
            {Object.entries(labels).map(([key, label]) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ key, noteOf, to }) => (
            <tr key={key}>
              <th scope="row">
                {t('entry:cell.label', { indicator: words.shortName(noteOf.indicatorId), area: noteOf.areaName })}
              </th>
              <td data-label={labels.now}>{noteOf.note ?? t('conflict.noNote')}</td>
              <td data-label={labels.file}>
                <strong>{to ?? t('notes.removed')}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
