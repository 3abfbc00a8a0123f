import { useTranslation } from 'react-i18next';
import { issueColor, type StatusTone, statusColor } from '#client/theme.ts';
import { NumberText } from '#client/ui/number-text.tsx';
import { StatusIcon } from '#client/ui/status-icon.tsx';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import { ChartFrame, type FrameInfo } from './chart-frame.tsx';
import type { ChartTable } from './chart-table.ts';
import classes from './ranking-chart.module.css';
import { barScale, type RankingRow, rankRows } from './ranking-model.ts';

export type RankedRow = RankingRow & {
  status?: StatusTone;
  /** In small type below the name: "58 dari 69 kecamatan". */
  note?: string;
  emphasised?: boolean;
};

export type RankingChartProps = {
  frame: FrameInfo;
  rows: readonly RankedRow[];
  /** Largest first (default) or smallest first. */
  order?: 'desc' | 'asc';
  /** A line across all bars: the province, the target. */
  reference?: { label: string; value: number | null };
  format?: ValueFormat;
  /** Issue id; a row with a status still has the accent's bar, the status stands at its value. */
  accent?: string;
  onRow?: (key: string) => void;
  /** Turns each number into a button. */
  onValue?: (key: string) => void;
};

/** Areas from most to least as bars from zero, each with its value. Those without a figure come last and say so. */
export function RankingChart(props: RankingChartProps) {
  const { frame, rows, order = 'desc', reference, format, accent, onRow, onValue } = props;
  const { t } = useTranslation('charts');
  const formatValue = useFormatValue();
  const ranked = rankRows(rows, order);
  const referenceValue = reference?.value ?? null;
  const position = barScale([...rows.map((row) => row.value), referenceValue]);
  const missing = rows.filter((row) => row.value === null).length;
  const hasNotes = rows.some((row) => row.note);
  const table: ChartTable = {
    columns: [
      { key: 'area', label: t('column.area') },
      { key: 'value', label: t('column.value'), format },
      ...(hasNotes ? [{ key: 'note', label: t('column.note') }] : []),
    ],
    rows: [
      ...ranked.map((row) => ({
        key: row.key,
        cells: hasNotes ? [row.label, row.value, row.note ?? ''] : [row.label, row.value],
      })),
      ...(reference ? [{ key: 'reference', cells: [reference.label, referenceValue, ...(hasNotes ? [''] : [])] }] : []),
    ],
  };

  return (
    <ChartFrame frame={frame} table={table}>
      <ol className={classes.rows}>
        {ranked.map((row) => (
          <li key={row.key} className={classes.row}>
            <span className={[classes.name, row.emphasised && classes.emphasised].filter(Boolean).join(' ')}>
              {onRow ? (
                <button type="button" className={classes.nameButton} onClick={() => onRow(row.key)}>
                  {row.label}
                </button>
              ) : (
                row.label
              )}
              {row.note && <span className={classes.quiet}>{row.note}</span>}
            </span>
            {row.value === null ? (
              <span className={classes.missing}>
                <NumberText value={null} onOrigin={onValue && (() => onValue(row.key))} />
              </span>
            ) : (
              <span className={classes.track}>
                <span className={classes.bar} style={barStyle(row.value, position, accent)} />
                {referenceValue !== null && (
                  <span className={classes.reference} style={{ left: `${position(referenceValue)}%` }} />
                )}
                <span
                  className={classes.value}
                  style={{
                    left: `${Math.max(position(row.value), position(0))}%`,
                    ...ground(row.value, referenceValue),
                  }}
                >
                  {row.status && row.status !== 'no_data' && (
                    <span style={{ color: statusColor(row.status), display: 'inline-flex' }}>
                      <StatusIcon status={row.status} size={13} />
                      <span className="sr-only">{t(`status.${row.status}`)}</span>
                    </span>
                  )}
                  <NumberText value={row.value} format={format} onOrigin={onValue && (() => onValue(row.key))} />
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
      {(reference || missing > 0) && (
        <div className={classes.legend}>
          {reference && (
            <span>
              <span className={classes.legendLine} />
              {reference.label}: {formatValue(reference.value, format)}
            </span>
          )}
          {missing > 0 && <span>{t('ranking.missing', { missing, total: rows.length })}</span>}
        </div>
      )}
    </ChartFrame>
  );
}

function barStyle(value: number, position: (value: number) => number, accent: string | undefined) {
  const [from, to] = [Math.min(position(value), position(0)), Math.max(position(value), position(0))];
  return { left: `${from}%`, width: `max(2px, ${to - from}%)`, background: issueColor(accent) };
}

/** A value over the reference line gets a ground, so that the dashes do not run through its digits. */
function ground(value: number, reference: number | null) {
  return reference !== null && value < reference ? { background: 'var(--surface)' } : {};
}
