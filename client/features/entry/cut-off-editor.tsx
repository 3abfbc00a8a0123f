import { IconCalendarTime, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { popupOnDemand } from '#client/lib/popup-on-demand.tsx';
import { useClock } from '#client/lib/use-clock.ts';
import classes from './entry-page.module.css';
import { useReport, useSheet } from './sheet-context.ts';

const CutOffPopover = popupOnDemand(async () => (await import('./cut-off-popover.tsx')).CutOffPopover, 'dialog');

/** The cut-off of the figures ("s.d. minggu II Agustus 2023"), to be read and, by who enters them, changed. */
export function CutOffEditor() {
  const { t } = useTranslation('entry');
  const { grid } = useReport();
  const { mode } = useSheet();
  const clock = useClock();
  const { cutOffDate, cutOffLabel } = grid.report;
  const text = cutOffLabel ?? (cutOffDate && clock.date(cutOffDate));
  const words = text ? t('cutOff.until', { text }) : t('cutOff.none');
  const isOpen = grid.report.state !== 'submitted' && grid.report.state !== 'verified';
  if (mode !== 'enter' || !isOpen) return <span>{words}</span>;
  return (
    <CutOffPopover
      button={
        <button type="button" className={classes.metaButton}>
          <IconCalendarTime size={14} aria-hidden />
          {words}
          <IconPencil size={12} aria-hidden />
          <span className="sr-only">{t('cutOff.change')}</span>
        </button>
      }
    />
  );
}
