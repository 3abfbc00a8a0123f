import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { GridIndicator } from '#shared/report.ts';
import { PreviousHint } from './cell-face.tsx';
import classes from './entry-page.module.css';
import { useSheet } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';

/** Who entered and verified the figure, when, and what was there last month. */
export function CellFacts({ cell, indicator }: { cell: SheetCell; indicator: GridIndicator }) {
  const { t } = useTranslation('entry');
  const { frame, words } = useSheet();
  const locale = useLocale();
  const clock = useClock();
  const { server, previous } = cell;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{formatMonth(frame.previousMonth, locale)}</dt>
        <dd>{previous ? <PreviousHint cell={cell} indicator={indicator} /> : t('state.notReported')}</dd>
      </div>
      {server && (
        <div>
          <dt>{t('cell.entered')}</dt>
          <dd>
            {server.enteredByName ?? t('cell.imported')}, {clock.time(server.enteredAt)}
          </dd>
        </div>
      )}
      {server?.verifiedKind && (
        <div>
          <dt>{t('cell.verified')}</dt>
          <dd>
            {words.figure({ kind: server.verifiedKind, value: server.verifiedValue }, indicator)}
            {server.verifiedAt && ` · ${server.verifiedByName ?? ''} ${clock.time(server.verifiedAt)}`}
          </dd>
        </div>
      )}
      {server && (
        <div>
          <dt>{t('cell.status')}</dt>
          <dd>{t(`cellStatus.${server.status}`)}</dd>
        </div>
      )}
    </dl>
  );
}
