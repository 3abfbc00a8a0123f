import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FrameInfo } from '#client/charts/chart-frame.tsx';
import { type HeatColumn, HeatMap, type HeatRow } from '#client/charts/heat-map.tsx';
import { TileMap } from '#client/charts/tile-map.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureSource } from '#client/lib/figure-source.ts';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { HeatCell, Overview } from '#shared/overview.ts';
import classes from './heat-panel.module.css';
import { useLaggards } from './laggards.ts';

type Look = 'table' | 'map';

/** Which regency lags behind its path, issue by issue: as a table, or as tiles where the regencies lie. */
export function HeatPanel({ overview }: { overview: Overview }) {
  const { t } = useTranslation(['overview', 'common']);
  const locale = useLocale();
  const navigate = useNavigate();
  const monthSearch = useMonthSearch();
  const openOrigin = useOrigin();
  const sourceOf = useFigureSource();
  const laggards = useLaggards();
  const [look, setLook] = useState<Look>('table');
  const [issueId, setIssueId] = useState<string>(overview.heatIndicators[1]?.issueId ?? '');
  const { regions, month, heatIndicators } = overview;
  const figures = regions.flatMap(({ cells }) => cells.map((cell) => cell.figure));

  function open(areaId: string, indicatorId: string): void {
    const cell = regions.find(({ area }) => area.id === areaId)?.cells.find((each) => each.indicatorId === indicatorId);
    openOrigin?.({ indicatorId, areaId, month: cell?.figure?.month ?? month });
  }

  const columns = heatIndicators.map((indicator): HeatColumn => {
    const name = t(`common:issue.${indicator.issueId.toLowerCase()}`);
    const isBand = indicator.direction === 'band';
    return {
      key: indicator.id,
      label: isBand ? t('heat.bandColumn', { issue: name }) : name,
      shortLabel: t(`heat.short.${indicator.issueId.toLowerCase()}`),
      format: { percent: true, decimals: isBand ? 1 : 0 },
    };
  });
  const frame: FrameInfo = {
    title: t('heat.title'),
    subtitle: t('heat.subtitle', { month: formatMonth(month, locale) }),
    ...sourceOf(figures),
    note: laggards(overview),
    actions: (
      <div className={classes.switches}>
        {look === 'map' && (
          <Select
            size="xs"
            w={170}
            aria-label={t('heat.issue')}
            allowDeselect={false}
            value={issueId}
            onChange={(value) => value && setIssueId(value)}
            data={heatIndicators.map((indicator) => ({
              value: indicator.issueId,
              label: t(`common:issue.${indicator.issueId.toLowerCase()}`),
            }))}
          />
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('heat.look')}
          value={look}
          onChange={(value: Look) => setLook(value)}
          data={[
            { value: 'table', label: t('heat.asTable') },
            { value: 'map', label: t('heat.asMap') },
          ]}
        />
      </div>
    ),
  };

  if (look === 'map') {
    const at = Math.max(
      0,
      heatIndicators.findIndex((indicator) => indicator.issueId === issueId),
    );
    const column = columns[at];
    return (
      <TileMap
        frame={frame}
        format={column?.format}
        tiles={regions.map(({ area, cells }, index) => ({
          key: area.id,
          label: area.name,
          // A province without a drawn map still gets its tiles, three in a row.
          row: area.tileRow ?? Math.floor(index / 3),
          column: area.tileColumn ?? index % 3,
          value: shownValue(cells[at]),
          status: cells[at]?.status.status ?? 'no_data',
        }))}
        onTile={openOrigin && column && ((areaId) => open(areaId, column.key))}
      />
    );
  }
  return (
    <HeatMap
      frame={frame}
      rowHeading={t('common:level.regency')}
      columns={columns}
      rows={regions.map(
        ({ area, cells }): HeatRow => ({
          key: area.id,
          label: area.name,
          cells: Object.fromEntries(
            cells.map((cell) => [cell.indicatorId, { value: shownValue(cell), status: cell.status.status }]),
          ),
        }),
      )}
      onCell={openOrigin && open}
      onRow={(areaId) => void navigate(`/wilayah/${areaId}${monthSearch}`)}
    />
  );
}

/** The share of the path in per cent; for a band, which has no path, the figure itself. */
function shownValue(cell: HeatCell | undefined): number | null {
  if (!cell || cell.status.status === 'no_data') return null;
  if (cell.status.plannedLow !== null) return cell.figure?.value ?? null;
  return cell.status.share === null ? null : cell.status.share * 100;
}
