import { Box } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import classes from './data-table.module.css';
import { type SortState, type SortValue, sortRows } from './sort-rows.ts';
import { useFormatValue, type ValueFormat } from './value-format.ts';

export type DataColumn<Row> = {
  key: string;
  header: ReactNode;
  align?: 'left' | 'right';
  /** What is shown where there is no `render`, and sorted by. A column without it cannot be sorted. */
  value?: (row: Row) => SortValue;
  /** What is sorted by, where that is not `value`. */
  sortValue?: (row: Row) => SortValue;
  render?: (row: Row) => ReactNode;
  /** How a numeric `value` is written. */
  format?: ValueFormat;
  width?: string | number;
  sortable?: boolean;
};

type DataTableProps<Row> = {
  caption: string;
  /** The caption is read out but not shown, where a heading says the same. */
  captionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** A click anywhere on the row; with the keyboard, a button in the first column. */
  onRowClick?: (row: Row) => void;
  initialSort?: SortState;
  empty?: ReactNode;
  maxHeight?: number | string;
  stickyFirstColumn?: boolean;
};

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, onRowClick, empty, maxHeight, stickyFirstColumn } = props;
  const { t } = useTranslation('ui');
  const locale = useLocale();
  const formatValue = useFormatValue();
  const [sort, setSort] = useState<SortState | undefined>(props.initialSort);
  const sortColumn = columns.find((column) => column.key === sort?.key);
  const sortValue = sortColumn?.sortValue ?? sortColumn?.value;
  const sorted = sort && sortValue ? sortRows(rows, sortValue, sort.direction, locale) : rows;

  function content(column: DataColumn<Row>, row: Row): ReactNode {
    if (column.render) return column.render(row);
    const value = column.value?.(row);
    return typeof value === 'string' ? value : formatValue(value, column.format);
  }

  return (
    // A region that scrolls must be reachable by keyboard, else its right end cannot be read without a mouse.
    <Box
      component="section"
      className={classes.scroll}
      style={{ maxHeight }}
      tabIndex={0}
      aria-label={t('table.scroll', { caption })}
    >
      <table className={[classes.table, stickyFirstColumn && classes.stickyColumn].filter(Boolean).join(' ')}>
        <caption className={captionHidden ? 'sr-only' : classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr
              key={rowKey(row)}
              className={onRowClick && classes.clickable}
              onClick={onRowClick && (() => onRowClick(row))}
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={column.align === 'right' ? classes.right : undefined}>
                    {onRowClick ? (
                      <button type="button" className={classes.open}>
                        {content(column, row)}
                      </button>
                    ) : (
                      content(column, row)
                    )}
                  </th>
                ) : (
                  <td key={column.key} className={column.align === 'right' ? classes.right : undefined}>
                    {content(column, row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td className={classes.empty} colSpan={columns.length}>
                {empty ?? t('table.empty')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Box>
  );
}

type HeaderCellProps<Row> = {
  column: DataColumn<Row>;
  sort: SortState | undefined;
  onSort: (sort: SortState) => void;
};

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const className = column.align === 'right' ? classes.right : undefined;
  if (!column.value || column.sortable === false) {
    return (
      <th scope="col" className={className} style={{ width: column.width }}>
        {column.header}
      </th>
    );
  }
  const Icon = direction === undefined ? IconArrowsSort : direction === 'asc' ? IconArrowUp : IconArrowDown;
  // Numbers are asked for from the largest, names from A.
  const first = column.align === 'right' ? 'desc' : 'asc';
  const next = direction === undefined ? first : direction === 'asc' ? 'desc' : 'asc';
  const ariaSort = direction && (direction === 'asc' ? 'ascending' : 'descending');
  return (
    <th scope="col" className={className} style={{ width: column.width }} aria-sort={ariaSort}>
      <button type="button" className={classes.sort} onClick={() => onSort({ key: column.key, direction: next })}>
        {column.header}
        <Icon size={13} aria-hidden />
      </button>
    </th>
  );
}
