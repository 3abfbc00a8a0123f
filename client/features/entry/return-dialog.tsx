import { Button, Chip, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './entry-page.module.css';
import { useSheet } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';
import { useReviewActions } from './use-review-actions.ts';

export type ReturnDialogProps = {
  cells: readonly SheetCell[];
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
};

const commonReasons = ['differs', 'noEvidence', 'tooHigh', 'wrongColumn', 'notCumulative', 'cutOff'] as const;

/** Gives cells back, each with its reason: without one the focal point cannot know what to do. */
export function ReturnDialog({ cells, opened, onClose, onDone }: ReturnDialogProps) {
  const { t } = useTranslation('entry');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('return.title', { count: cells.length })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {opened && <ReturnForm cells={cells} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function ReturnForm({ cells, onClose, onDone }: Omit<ReturnDialogProps, 'opened'>) {
  const { t } = useTranslation('entry');
  const { words, indicatorOf } = useSheet();
  const [shared, setShared] = useState('');
  const [own, setOwn] = useState<Record<string, string>>({});
  const [isAsked, setAsked] = useState(false);
  const actions = useReviewActions(() => {
    onClose();
    onDone();
  });
  const reasonOf = (cell: SheetCell) => own[cell.key]?.trim() || shared.trim();
  const lacking = cells.filter((cell) => reasonOf(cell) === '');

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (lacking.length === 0) actions.giveBack(cells, reasonOf);
      }}
    >
      <Stack gap="sm">
        <fieldset className={classes.plain}>
          <legend className={classes.panelHeading}>{t('return.common')}</legend>
          <Group gap={6}>
            {commonReasons.map((reason) => (
              <Chip
                key={reason}
                size="sm"
                checked={shared === t(`return.reason.${reason}`)}
                onChange={() => setShared(t(`return.reason.${reason}`))}
              >
                {t(`return.reason.${reason}`)}
              </Chip>
            ))}
          </Group>
        </fieldset>
        <Textarea
          data-autofocus
          label={cells.length > 1 ? t('return.forAll') : t('return.label')}
          description={t('return.hint')}
          autosize
          minRows={2}
          maxLength={2000}
          value={shared}
          error={isAsked && lacking.length > 0 ? t('return.required') : undefined}
          onChange={(event) => setShared(event.currentTarget.value)}
        />
        {cells.length > 1 && (
          <details className={classes.own}>
            <summary>{t('return.perCell')}</summary>
            <Stack gap="xs" mt="xs">
              {cells.map((cell) => {
                const indicator = indicatorOf(cell.indicatorId);
                return (
                  <Textarea
                    key={cell.key}
                    label={`${t('cell.label', { indicator: words.shortName(cell.indicatorId), area: cell.areaName })}: ${indicator ? words.figure(cell, indicator) : ''}`}
                    placeholder={shared}
                    autosize
                    minRows={1}
                    maxLength={2000}
                    value={own[cell.key] ?? ''}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      setOwn((old) => ({ ...old, [cell.key]: value }));
                    }}
                  />
                );
              })}
            </Stack>
          </details>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={actions.isPending}>
            {t('return.confirm', { count: cells.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
