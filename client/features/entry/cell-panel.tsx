import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrigin } from '#client/lib/origin-context.ts';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import type { GridIndicator } from '#shared/report.ts';
import { CellFacts } from './cell-facts.tsx';
import { CellMessages } from './cell-messages.tsx';
import { CellThread } from './cell-thread.tsx';
import classes from './entry-page.module.css';
import { useReport, useSheet } from './sheet-context.ts';
import { type Figure, type SheetCell, sameFigure } from './sheet-row.ts';

type CellPanelProps = { cellId: string | undefined; onClose: () => void };

/** All about one cell: its state, what is said about it, note, source, reason, thread, definition and history. */
export function CellPanel({ cellId, onClose }: CellPanelProps) {
  const { t } = useTranslation('entry');
  const { sheet, words, indicatorOf } = useSheet();
  // What is shown follows every change of the sheet.
  useReport();
  const cell = cellId === undefined ? undefined : sheet.cell(cellId);
  const indicator = cell && indicatorOf(cell.indicatorId);
  return (
    <DrawerPanel
      opened={cell !== undefined}
      onClose={onClose}
      title={
        cell && indicator
          ? t('cell.label', { indicator: words.shortName(indicator.id), area: cell.areaName })
          : t('cell.title')
      }
    >
      {cell && indicator && <PanelBody key={cell.key} cell={cell} indicator={indicator} onClose={onClose} />}
    </DrawerPanel>
  );
}

type PanelBodyProps = { cell: SheetCell; indicator: GridIndicator; onClose: () => void };

function PanelBody({ cell, indicator, onClose }: PanelBodyProps) {
  const { t } = useTranslation('entry');
  const { grid, snapshot } = useReport();
  const { words, isEditable } = useSheet();
  const openOrigin = useOrigin();
  const row = snapshot.rows.find(({ area }) => area.id === cell.areaId);
  return (
    <Stack gap="md">
      <div>
        <p className={classes.panelFigure}>
          {cell.rejected ?? words.figure(cell, indicator)}
          {cell.kind === 'number' && cell.rejected === undefined && (
            <span className={classes.panelUnit}> {words.unit(indicator)}</span>
          )}
        </p>
        {row && (
          <div className={classes.panelLines}>
            <CellMessages cell={cell} row={row} indicator={indicator} isFull />
          </div>
        )}
        {isEditable(cell) && <StateButtons cell={cell} />}
      </div>
      <CellFacts cell={cell} indicator={indicator} />
      {openOrigin && cell.server && (
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconHistory size={14} aria-hidden />}
          onClick={() => {
            onClose();
            openOrigin({ indicatorId: cell.indicatorId, areaId: cell.areaId, month: grid.report.month });
          }}
        >
          {t('cell.history')}
        </Button>
      )}
      {isEditable(cell) ? <WordsForm cell={cell} /> : <WordsText cell={cell} />}
      <CellThread cell={cell} />
      <div>
        <Text component="h3" fz="sm" fw={650} m={0}>
          {words.name(indicator)}
        </Text>
        <Text fz="sm" mt={2}>
          {words.definition(indicator)}
        </Text>
        <Text fz="xs" c="dimmed" mt={2}>
          {t('cell.definitionSource', { source: indicator.source })}
        </Text>
      </div>
    </Stack>
  );
}

/** The two states that are no number, for those who do not type them. */
function StateButtons({ cell }: { cell: SheetCell }) {
  const { t } = useTranslation('entry');
  const { sheet, askReason } = useSheet();
  const set = (figure: Figure) => {
    sheet.clearRejected(cell.key);
    if (sheet.commit(cell.key, figure) === 'needs_reason') askReason(cell.key, figure);
  };
  const figures = [
    { kind: 'not_reported', value: null },
    { kind: 'not_applicable', value: null },
  ] as const;
  return (
    <Group gap="xs" mt="xs">
      {figures.map((figure) => (
        <Button
          key={figure.kind}
          size="compact-sm"
          variant="default"
          aria-pressed={sameFigure(cell, figure)}
          disabled={sameFigure(cell, figure)}
          onClick={() => set(figure)}
        >
          {t(figure.kind === 'not_applicable' ? 'cell.setNotApplicable' : 'cell.setNotReported')}
        </Button>
      ))}
    </Group>
  );
}

function WordsForm({ cell }: { cell: SheetCell }) {
  const { t } = useTranslation('entry');
  const { sheet } = useSheet();
  const [note, setNote] = useState(cell.note ?? '');
  const [source, setSource] = useState(cell.source ?? '');
  const [reason, setReason] = useState(cell.reason ?? '');
  // Saved on leaving the field, like a figure on leaving its cell.
  const save = (name: 'note' | 'source' | 'reason', text: string) => {
    const value = text.trim() === '' ? null : text.trim();
    if (value !== cell[name]) sheet.describe(cell.key, { [name]: value });
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={t('cell.note')}
        placeholder={t('cell.notePlaceholder')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() => save('note', note)}
      />
      <TextInput
        label={t('cell.source')}
        placeholder={t('cell.sourcePlaceholder')}
        maxLength={2000}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        onBlur={() => save('source', source)}
      />
      <Textarea
        label={t('cell.reason')}
        description={t('reason.hint')}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onBlur={() => save('reason', reason)}
      />
    </Stack>
  );
}

function WordsText({ cell }: { cell: SheetCell }) {
  const { t } = useTranslation('entry');
  const words = [
    { label: t('cell.note'), text: cell.note },
    { label: t('cell.source'), text: cell.source },
    { label: t('cell.reason'), text: cell.reason },
  ].filter(({ text }) => text !== null);
  if (words.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {words.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
