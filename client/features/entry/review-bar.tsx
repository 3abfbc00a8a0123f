import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './entry-page.module.css';
import { ReturnDialog } from './return-dialog.tsx';
import { useSheet } from './sheet-context.ts';
import type { CellSelection } from './use-cell-selection.ts';
import { useReviewActions } from './use-review-actions.ts';

/** What to do with the chosen cells. Stays in sight while any is chosen. */
export function ReviewBar({ selection }: { selection: CellSelection }) {
  const { t } = useTranslation('entry');
  const { sheet } = useSheet();
  const [isReturning, setReturning] = useState(false);
  const actions = useReviewActions(selection.clear);
  const cells = [...selection.keys].flatMap((key) => {
    const cell = sheet.cell(key);
    return cell && selection.canSelect(cell) ? [cell] : [];
  });
  return (
    <section className={classes.reviewBar} aria-label={t('review.bar')} data-no-print>
      <span role="status">
        {cells.length === 0 ? t('review.choose') : t('review.selected', { count: cells.length })}
      </span>
      <span className={classes.reviewButtons}>
        {cells.length > 0 && (
          <Button variant="subtle" onClick={selection.clear}>
            {t('review.clear')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          disabled={cells.length === 0}
          onClick={() => setReturning(true)}
        >
          {t('review.return')}
        </Button>
        <Button
          leftSection={<IconCheck size={16} aria-hidden />}
          disabled={cells.length === 0}
          loading={actions.isPending}
          onClick={() => actions.verify(cells)}
        >
          {t('review.verify')}
        </Button>
      </span>
      <ReturnDialog cells={cells} opened={isReturning} onClose={() => setReturning(false)} onDone={selection.clear} />
    </section>
  );
}
