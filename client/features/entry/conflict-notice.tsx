import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutbox, useOutboxSnapshot } from '#client/lib/outbox/use-outbox.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { conflictsOf } from './conflict-list.ts';
import classes from './entry-page.module.css';
import { useReport, useSheet } from './sheet-context.ts';

/** Says how many cells somebody else has changed meanwhile, and leads to the choice. Draw it while there are any. */
export function ConflictNotice() {
  const { t } = useTranslation('conflict');
  const { grid } = useReport();
  const { sheet, goTo } = useSheet();
  const { items } = useOutboxSnapshot(useOutbox());
  const [isOpen, setOpen] = useState(false);
  const conflicts = conflictsOf(sheet.conflicts(), items, grid.report);
  const [first] = conflicts;
  return (
    <div className={classes.notice} role="status">
      <IconAlertTriangle size={18} aria-hidden />
      <span>{t('notice', { count: conflicts.length })}</span>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <ConflictDialog
        opened={isOpen}
        conflicts={conflicts}
        onClose={() => setOpen(false)}
        // With the last conflict goes this notice, and its button: the focus goes to the first cell that was settled.
        onAllSettled={() => first && goTo(first.cell.key)}
      />
    </div>
  );
}
