import { Button, Group, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClock } from '#client/lib/use-clock.ts';
import classes from './paste.module.css';
import type { ConflictSide, PasteConflict } from './paste-changes.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';
import type { NoteConflict } from './upload-notes.tsx';

type UploadConflictsProps = {
  conflicts: readonly PasteConflict[];
  notes: readonly NoteConflict[];
  choices: Readonly<Record<string, ConflictSide>>;
  onChoose: (keys: readonly string[], side: ConflictSide) => void;
};

/** What changed in the file and, since it was made, in the report: both, who and when. Nothing is chosen beforehand. */
export function UploadConflicts({ conflicts, notes, choices, onChoose }: UploadConflictsProps) {
  const { t } = useTranslation('upload');
  const { words, indicatorOf } = useSheet();
  const clock = useClock();
  const label = (cell: SheetCell) =>
    t('entry:cell.label', { indicator: words.shortName(cell.indicatorId), area: cell.areaName });
  const present = (cell: SheetCell, value: string) =>
    'change' in cell.save || !cell.server?.enteredByName
      ? t('conflict.now', { value })
      : t('conflict.nowBy', { value, name: cell.server.enteredByName, time: clock.time(cell.server.enteredAt) });

  const questions = [
    ...conflicts.flatMap(({ cell, to, written }) => {
      const indicator = indicatorOf(cell.indicatorId);
      if (!indicator) return [];
      return [
        {
          key: cell.key,
          title: t('conflict.cell', { cell: label(cell), written: words.figure(written, indicator) }),
          file: t('conflict.file', { value: words.figure(to, indicator) }),
          now: present(cell, words.figure(cell, indicator)),
        },
      ];
    }),
    ...notes.map(({ key, cell, written, now, file }) => ({
      key,
      title: t('conflict.cell', {
        cell: t('conflict.note', { cell: label(cell) }),
        written: written ?? t('conflict.noNote'),
      }),
      file: t('conflict.file', { value: file ?? t('notes.removed') }),
      now: present(cell, now ?? t('conflict.noNote')),
    })),
  ];
  const keys = questions.map(({ key }) => key);

  return (
    <section className={classes.questions} aria-label={t('conflict.title')}>
      <h3 className={classes.heading}>{t('conflict.title')}</h3>
      <p className={classes.lead}>{t('conflict.hint')}</p>
      {questions.length > 1 && (
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => onChoose(keys, 'file')}>
            {t('conflict.allFile')}
          </Button>
          <Button variant="default" size="xs" onClick={() => onChoose(keys, 'now')}>
            {t('conflict.allNow')}
          </Button>
        </Group>
      )}
      {questions.map(({ key, title, file, now }) => (
        <Radio.Group
          key={key}
          className={classes.question}
          label={title}
          value={choices[key] ?? ''}
          onChange={(side) => onChoose([key], side === 'file' ? 'file' : 'now')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="file" label={file} />
            <Radio value="now" label={now} />
          </Stack>
        </Radio.Group>
      ))}
    </section>
  );
}
