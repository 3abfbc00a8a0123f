import { IconCheck, IconClockHour4, IconLoader2, IconMessage, IconNote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatMonthName } from '#shared/date-format.ts';
import { formatPercent, formatScaled } from '#shared/number-format.ts';
import type { GridIndicator } from '#shared/report.ts';
import { CellMessages } from './cell-messages.tsx';
import classes from './entry-grid.module.css';
import { useSheet } from './sheet-context.ts';
import type { SheetCell, SheetRow } from './sheet-row.ts';

type CellFaceProps = { cell: SheetCell; row: SheetRow; indicator: GridIndicator };

/** A cell at rest: the figure in one of its five states, last month below, and what there is to say about it. */
export function CellFace({ cell, row, indicator }: CellFaceProps) {
  const { t } = useTranslation('entry');
  const { showPrevious, words } = useSheet();
  return (
    <>
      <span className={classes.figureLine}>
        <CellMarks cell={cell} />
        <span className={classes.figure} data-state={cell.rejected === undefined ? cell.state : 'rejected'}>
          {cell.rejected ?? words.figure(cell, indicator)}
        </span>
      </span>
      {cell.state === 'correction_pending' && cell.server?.verifiedKind && (
        <span className={classes.pending}>
          {t('state.correctionPending', {
            value: words.figure({ kind: cell.server.verifiedKind, value: cell.server.verifiedValue }, indicator),
          })}
        </span>
      )}
      {showPrevious && <PreviousHint cell={cell} indicator={indicator} />}
      <CellMessages cell={cell} row={row} indicator={indicator} isInGrid />
    </>
  );
}

const statusMarks = { verified: IconCheck, submitted: IconClockHour4 } as const;

function CellMarks({ cell }: { cell: SheetCell }) {
  const { t } = useTranslation('entry');
  const status = cell.server?.status;
  const isDecided = (status === 'verified' || status === 'submitted') && !('change' in cell.save);
  const StatusMark = isDecided ? statusMarks[status] : undefined;
  return (
    <span className={classes.marks}>
      {StatusMark && (
        <span title={t(`cellStatus.${status}`)} data-mark={status}>
          <StatusMark size={12} stroke={2.2} aria-hidden />
          <span className="sr-only">{t(`cellStatus.${status}`)}</span>
        </span>
      )}
      {cell.save.phase === 'saving' && (
        <span title={t('save.saving')}>
          <IconLoader2 size={12} aria-hidden className={classes.spin} />
          <span className="sr-only">{t('save.saving')}</span>
        </span>
      )}
      {(cell.note || cell.source) && (
        <span title={t('cell.hasNote')}>
          <IconNote size={12} aria-hidden />
          <span className="sr-only">{t('cell.hasNote')}</span>
        </span>
      )}
      {cell.comments.length > 0 && (
        <span title={t('cell.hasThread', { count: cell.comments.length })}>
          <IconMessage size={12} aria-hidden />
          <span className="sr-only">{t('cell.hasThread', { count: cell.comments.length })}</span>
        </span>
      )}
    </span>
  );
}

/** `Jul 367 (+35)`: last month's figure and how far this one is from it. */
export function PreviousHint({ cell, indicator }: { cell: SheetCell; indicator: GridIndicator }) {
  const { frame, mode, words } = useSheet();
  const locale = useLocale();
  const { previous } = cell;
  const month = formatMonthName(frame.previousMonth, locale);
  if (!previous || previous.kind === 'not_reported') return <span className={classes.previous}>{month} –</span>;
  const change = cell.value !== null && previous.value !== null ? cell.value - previous.value : undefined;
  // A verifier judges the size of a step, not only its amount.
  const percent =
    mode === 'review' && change !== undefined && previous.value ? (change / previous.value) * 100 : undefined;
  return (
    <span className={classes.previous}>
      <span>
        {month} {words.figure(previous, indicator)}
      </span>
      {change !== undefined && change !== 0 && (
        <>
          {' '}
          <span>
            ({change > 0 && '+'}
            {formatScaled(change, indicator.decimals, locale)}
            {percent === undefined ? ')' : ';'}
          </span>
          {percent !== undefined && (
            <>
              {' '}
              <span>{formatPercent(percent, { locale, signed: true })})</span>
            </>
          )}
        </>
      )}
    </span>
  );
}
