import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type StatusTone, statusColor } from '#client/theme.ts';
import { StatusIcon } from '#client/ui/status-icon.tsx';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import { ChartFrame, type FrameInfo } from './chart-frame.tsx';
import type { ChartTable } from './chart-table.ts';
import classes from './heat-map.module.css';
import { StatusLegend } from './status-legend.tsx';
import { useRovingFocus } from './use-roving-focus.ts';

export type HeatColumn = {
  key: string;
  label: string;
  /** Stands for the label where the map is narrow. */
  shortLabel?: string;
  format?: ValueFormat;
};
export type HeatCell = { value: number | null; status: StatusTone };
export type HeatRow = { key: string; label: string; cells: Readonly<Record<string, HeatCell | undefined>> };

export type HeatMapProps = {
  frame: FrameInfo;
  /** Heading of the first column ("Kabupaten"). */
  rowHeading: string;
  columns: readonly HeatColumn[];
  rows: readonly HeatRow[];
  onCell?: (rowKey: string, columnKey: string) => void;
  onRow?: (rowKey: string) => void;
};

const NO_DATA: HeatCell = { value: null, status: 'no_data' };

/** Rows by columns, each cell with sign, number and colour. A cell without a figure says so. */
export function HeatMap({ frame, rowHeading, columns, rows, onCell, onRow }: HeatMapProps) {
  const { t } = useTranslation('charts');
  const { grid, cellProps } = useRovingFocus<HTMLTableElement>(rows.length, columns.length);
  const cellOf = (row: HeatRow, column: HeatColumn) => row.cells[column.key] ?? NO_DATA;
  const hasSigns = rows.some((row) => columns.some((column) => cellOf(row, column).status !== 'no_data'));
  // Without anything to measure against it is a table of numbers, and colour would only pretend.
  const isPlain = ({ value, status }: HeatCell) => status === 'no_data' && (value !== null || !hasSigns);
  const table: ChartTable = {
    columns: [
      { key: 'row', label: rowHeading },
      ...columns.flatMap((column) => [
        { key: column.key, label: column.label, format: column.format },
        { key: `${column.key}-status`, label: `${column.label}: ${t('column.status')}` },
      ]),
    ],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [
        row.label,
        ...columns.flatMap((column) => {
          const { value, status } = cellOf(row, column);
          return [value, t(`status.${status}`)];
        }),
      ],
    })),
  };

  return (
    <ChartFrame frame={frame} table={table}>
      <Box className={classes.scroll} tabIndex={onCell ? undefined : 0}>
        <table className={classes.table} ref={grid}>
          <caption className="sr-only">{frame.title}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{rowHeading}</span>
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  <span className={column.shortLabel && classes.full}>{column.label}</span>
                  {column.shortLabel && (
                    <abbr className={classes.short} title={column.label}>
                      {column.shortLabel}
                    </abbr>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.key}>
                <th scope="row">
                  {onRow ? (
                    <button type="button" className={classes.rowButton} onClick={() => onRow(row.key)}>
                      {row.label}
                    </button>
                  ) : (
                    row.label
                  )}
                </th>
                {columns.map((column, columnIndex) => {
                  const cell = cellOf(row, column);
                  return (
                    <td key={column.key} style={isPlain(cell) ? undefined : colours(cell.status)}>
                      {onCell ? (
                        <button
                          type="button"
                          className={`${classes.cell} ${classes.button}`}
                          onClick={() => onCell(row.key, column.key)}
                          {...cellProps(rowIndex, columnIndex)}
                        >
                          <CellWords cell={cell} format={column.format} />
                        </button>
                      ) : (
                        <span className={classes.cell}>
                          <CellWords cell={cell} format={column.format} />
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
      {hasSigns && (
        <StatusLegend statuses={rows.flatMap((row) => columns.flatMap((column) => signOf(cellOf(row, column))))} />
      )}
    </ChartFrame>
  );
}

function colours(status: StatusTone) {
  return { background: statusColor(status, 'bg'), color: statusColor(status, 'fg') };
}

/** The sign that the cell carries, if it carries one. */
function signOf({ value, status }: HeatCell): StatusTone[] {
  return value !== null && status === 'no_data' ? [] : [status];
}

function CellWords({ cell, format }: { cell: HeatCell; format?: ValueFormat }) {
  const { t } = useTranslation('charts');
  const formatValue = useFormatValue();
  if (cell.value === null) return <span className={classes.empty}>{t(`status.${cell.status}`)}</span>;
  return (
    <>
      {/* A figure that nothing is measured against has no sign: the one of "no data" would read as a minus. */}
      {cell.status !== 'no_data' && (
        <>
          <StatusIcon status={cell.status} size={13} />
          <span className="sr-only">{t(`status.${cell.status}`)}</span>
        </>
      )}
      {formatValue(cell.value, format)}
    </>
  );
}
