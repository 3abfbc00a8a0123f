import { useTranslation } from 'react-i18next';
import { type StatusTone, statusColor } from '#client/theme.ts';
import { StatusIcon } from '#client/ui/status-icon.tsx';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import { ChartFrame, type FrameInfo } from './chart-frame.tsx';
import type { ChartTable } from './chart-table.ts';
import { StatusLegend } from './status-legend.tsx';
import classes from './tile-map.module.css';

export type Tile = {
  key: string;
  label: string;
  /** Place in the grid, from 0 at the top left. */
  row: number;
  column: number;
  value: number | null;
  status: StatusTone;
};

export type TileMapProps = {
  frame: FrameInfo;
  tiles: readonly Tile[];
  format?: ValueFormat;
  onTile?: (key: string) => void;
  selectedKey?: string;
};

/** Areas as tiles of one size, roughly where they lie: a small area is as easy to see as a large one. */
export function TileMap({ frame, tiles, format, onTile, selectedKey }: TileMapProps) {
  const { t } = useTranslation('charts');
  const columns = Math.max(1, ...tiles.map((tile) => tile.column + 1));
  const table: ChartTable = {
    columns: [
      { key: 'area', label: t('column.area') },
      { key: 'value', label: t('column.value'), format },
      { key: 'status', label: t('column.status') },
    ],
    rows: tiles.map((tile) => ({ key: tile.key, cells: [tile.label, tile.value, t(`status.${tile.status}`)] })),
  };

  return (
    <ChartFrame frame={frame} table={table}>
      <ul className={classes.map} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {tiles.map((tile) => {
          const style = { background: statusColor(tile.status, 'bg'), color: statusColor(tile.status, 'fg') };
          const className = [classes.tile, tile.key === selectedKey && classes.selected];
          return (
            <li key={tile.key} style={{ gridRow: tile.row + 1, gridColumn: tile.column + 1 }}>
              {onTile ? (
                <button
                  type="button"
                  className={[...className, classes.button].filter(Boolean).join(' ')}
                  style={style}
                  aria-pressed={selectedKey === undefined ? undefined : tile.key === selectedKey}
                  onClick={() => onTile(tile.key)}
                >
                  <TileWords tile={tile} format={format} />
                </button>
              ) : (
                <div className={className.filter(Boolean).join(' ')} style={style}>
                  <TileWords tile={tile} format={format} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <StatusLegend statuses={tiles.map((tile) => tile.status)} />
    </ChartFrame>
  );
}

function TileWords({ tile, format }: { tile: Tile; format?: ValueFormat }) {
  const { t } = useTranslation('charts');
  const formatValue = useFormatValue();
  return (
    <>
      <span className={classes.name}>{tile.label}</span>
      {tile.value === null ? (
        <span className={classes.missing}>{t('noData')}</span>
      ) : (
        <span className={classes.value}>
          {tile.status !== 'no_data' && (
            <>
              <StatusIcon status={tile.status} size={13} />
              <span className="sr-only">{t(`status.${tile.status}`)}</span>
            </>
          )}
          {formatValue(tile.value, format)}
        </span>
      )}
    </>
  );
}
