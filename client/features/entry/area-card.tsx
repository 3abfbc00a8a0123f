import { IconAlertOctagonFilled, IconCircleCheckFilled } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './area-cards.module.css';
import { CardCell } from './card-cell.tsx';
import { DerivedText } from './derived-text.tsx';
import type { GridColumn } from './grid-columns.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';
import { derivedDecimals, derivedValue } from './totals.ts';
import type { CellSelection } from './use-cell-selection.ts';

type AreaCardProps = {
  row: SheetRow;
  columns: readonly GridColumn[];
  selection: CellSelection | undefined;
  isOpen: boolean;
  onToggle: (areaId: string) => void;
};

/** An area's figures. The heading stays in sight while its figures are scrolled: nobody types into the wrong area. */
export const AreaCard = memo(function AreaCard({ row, columns, selection, isOpen, onToggle }: AreaCardProps) {
  const { t } = useTranslation('entry');
  const [wasOpened, setWasOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setWasOpened(true);
  const blocked = row.findings.filter(({ state }) => state === 'blocked' || state === 'reason_missing').length;
  const isComplete = row.answered === row.cells.size && blocked === 0;
  return (
    <details
      className={classes.card}
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open !== isOpen) onToggle(row.area.id);
      }}
      data-panel
    >
      <summary className={classes.cardHead}>
        <h2 className={classes.cardTitle}>
          {row.area.name} <span className={classes.code}>{row.area.id}</span>
        </h2>
        <span
          className={classes.progress}
          data-blocked={blocked > 0 || undefined}
          data-complete={isComplete || undefined}
        >
          {isComplete && <IconCircleCheckFilled size={16} aria-hidden />}
          {blocked > 0 && <IconAlertOctagonFilled size={16} aria-hidden />}
          <span>
            {t('total.cells', { held: row.answered, expected: row.cells.size })}
            {blocked > 0 && ` · ${t('before.blocked', { count: blocked })}`}
          </span>
        </span>
      </summary>
      {wasOpened && <CardFigures row={row} columns={columns} selection={selection} />}
    </details>
  );
});

/** Not drawn before the card is opened: a report over all districts has hundreds of fields. */
function CardFigures({ row, columns, selection }: Pick<AreaCardProps, 'row' | 'columns' | 'selection'>) {
  const { frame } = useSheet();
  return (
    <div className={classes.fields}>
      {columns.map((column) => {
        if (column.kind === 'answered') return null;
        if (column.kind === 'derived') {
          return (
            <p key={column.key} className={classes.derived}>
              <span>
                {column.title} <span className={classes.formula}>({column.subtitle})</span>
              </span>
              <span className={classes.derivedValue}>
                <DerivedText
                  column={column.derived}
                  value={derivedValue(column.derived, row.cells, frame.indicators)}
                  decimals={derivedDecimals(column.derived, frame.indicators)}
                />
              </span>
            </p>
          );
        }
        const cell = row.cells.get(column.indicator.id);
        return cell && <CardCell key={column.key} cell={cell} row={row} column={column} selection={selection} />;
      })}
    </div>
  );
}
