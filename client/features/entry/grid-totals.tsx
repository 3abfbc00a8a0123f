import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import type { PartialSum } from '#shared/aggregate.ts';
import { formatScaled } from '#shared/number-format.ts';
import { DerivedText } from './derived-text.tsx';
import classes from './entry-grid.module.css';
import type { GridColumn } from './grid-columns.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';
import { columnTotal, derivedDecimals, derivedTotal } from './totals.ts';

type GridTotalsProps = { rows: readonly SheetRow[]; columns: readonly GridColumn[] };

/** The last row: sums of what can be added, each saying how many cells it holds. */
export function GridTotals({ rows, columns }: GridTotalsProps) {
  const { t } = useTranslation('entry');
  return (
    <tfoot>
      <tr>
        <th scope="row" className={classes.rowHead}>
          {t('total.title', { count: rows.length })}
        </th>
        {columns.map((column) => (
          <td key={column.key} className={classes.total}>
            <Total rows={rows} column={column} />
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function Total({ rows, column }: { rows: readonly SheetRow[]; column: GridColumn }) {
  const { t } = useTranslation('entry');
  const { frame } = useSheet();
  const locale = useLocale();
  if (column.kind === 'answered') {
    const held = rows.reduce((sum, row) => sum + row.answered, 0);
    const expected = rows.reduce((sum, row) => sum + row.cells.size, 0);
    return <>{t('total.cells', { held, expected })}</>;
  }
  if (column.kind === 'derived') {
    const total = derivedTotal(column.derived, rows, frame.indicators);
    return (
      <>
        <DerivedText
          column={column.derived}
          value={total.value}
          decimals={derivedDecimals(column.derived, frame.indicators)}
        />
        <Coverage sum={total} />
      </>
    );
  }
  const total = columnTotal(rows, column.indicator);
  if (!total) {
    return (
      <span className={classes.notAdded} title={t('total.notAddedWhy')}>
        {t('total.notAdded')}
      </span>
    );
  }
  return (
    <>
      {total.value === null ? '–' : formatScaled(total.value, column.indicator.decimals, locale)}
      <Coverage sum={total} />
    </>
  );
}

/** Said only where the sum is not whole: "2 dari 3". */
function Coverage({ sum }: { sum: PartialSum }) {
  const { t } = useTranslation('entry');
  if (sum.held === sum.expected) return null;
  return <span className={classes.coverage}>{t('total.cells', { held: sum.held, expected: sum.expected })}</span>;
}
