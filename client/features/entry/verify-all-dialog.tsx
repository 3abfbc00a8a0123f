import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatPercent } from '#shared/number-format.ts';
import { cellsInRange, isWithinRange } from '#shared/report/in-range.ts';
import { cellKey } from '#shared/report/summary.ts';
import classes from './entry-page.module.css';
import { useReport, useSheet } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';
import { summaryInput } from './submission-check.ts';
import { useReviewActions } from './use-review-actions.ts';

type VerifyAllDialogProps = { opened: boolean; onClose: () => void; onDone: () => void };

/** Before many cells are passed at once: which will be, which will not, and why not. */
export function VerifyAllDialog({ opened, onClose, onDone }: VerifyAllDialogProps) {
  const { t } = useTranslation('entry');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('verifyAll.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {opened && <VerifyAllForm onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function VerifyAllForm({ onClose, onDone }: Omit<VerifyAllDialogProps, 'opened'>) {
  const { t } = useTranslation('entry');
  const locale = useLocale();
  const { grid, snapshot } = useReport();
  const { sheet, words, goTo } = useSheet();
  const actions = useReviewActions(() => {
    onClose();
    onDone();
  });
  const { inRange, toLookAt } = cellsInRange(summaryInput(grid, snapshot), grid.inRangePercent);
  const percent = formatPercent(grid.inRangePercent, { locale, decimals: 0 });

  function why(cell: SheetCell): string {
    const row = snapshot.rows.find(({ area }) => area.id === cell.areaId);
    const finding = row?.findings.find(({ indicatorIds }) => indicatorIds.includes(cell.indicatorId));
    if (finding) return words.short(finding);
    if (cell.server?.verifiedKind) return t('verifyAll.correction');
    if (!cell.previous) return t('verifyAll.noPrevious');
    if (cell.previous.status !== 'verified') return t('verifyAll.previousOpen');
    if (cell.kind !== cell.previous.kind) return t('verifyAll.otherKind');
    return isWithinRange(
      { ...cell, status: 'submitted', verifiedKind: null, verifiedValue: null },
      cell.previous,
      grid.inRangePercent,
    )
      ? t('verifyAll.other')
      : t('verifyAll.moved', { percent });
  }

  return (
    <Stack gap="sm">
      <p className={classes.dialogText}>{t('verifyAll.rule', { percent })}</p>
      <p className={classes.dialogText}>
        <strong>{t('verifyAll.will', { count: inRange.length })}</strong>
      </p>
      {toLookAt.length > 0 && (
        <div>
          <p className={classes.dialogText}>{t('verifyAll.willNot', { count: toLookAt.length })}</p>
          <ul className={classes.lookAt}>
            {toLookAt.map((ref) => {
              const cell = sheet.cell(cellKey(ref));
              return (
                cell && (
                  <li key={cell.key}>
                    <button
                      type="button"
                      className={classes.link}
                      onClick={() => {
                        onClose();
                        goTo(cell.key);
                      }}
                    >
                      {t('cell.label', { indicator: words.shortName(cell.indicatorId), area: cell.areaName })}
                    </button>
                    : {why(cell)}
                  </li>
                )
              );
            })}
          </ul>
        </div>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button data-autofocus disabled={inRange.length === 0} loading={actions.isPending} onClick={actions.verifyAll}>
          {t('verifyAll.confirm', { count: inRange.length })}
        </Button>
      </Group>
    </Stack>
  );
}
