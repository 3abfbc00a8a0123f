import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { countText, fittingValue, missing, originOf, shortNameOf } from '#shared/briefing/scene/figure-words.ts';
import { type Area, type Kit, type Part, statusInk } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, lines, rect, text } from '#shared/briefing/scene/shapes.ts';
import { badgeHeight, statusBadge, statusIcon } from '#shared/briefing/scene/status-badge.ts';
import { ellipsise, wrapText } from '#shared/briefing/scene/wrap.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { HeatCell } from '#shared/overview.ts';
import { heatText, heatWords, legendOf, reasonLines } from './heat-cells.ts';

interface Tile {
  name: string;
  cell: HeatCell | undefined;
}

interface PlacedTile extends Tile {
  row: number;
  column: number;
}

const legendWidth = 300;
const gap = 10;
const leastWidth = 150;
const leastHeight = 76;

/** The regencies as tiles of one size where they lie, beside what the signs mean. */
export function tileMap({ indicator, regions }: SlideBodyOf<'tile_map'>, area: Area, kit: Kit): Part {
  const mapWidth = area.width - legendWidth - 40;
  const cellOf = (region: (typeof regions)[number]) =>
    region.cells.find(({ indicatorId }) => indicatorId === indicator.id);
  const tiles = placed(regions, cellOf, Math.floor(mapWidth / leastWidth), Math.floor(area.height / leastHeight));
  const left = regions.length - tiles.length;
  const columns = Math.max(0, ...tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(0, ...tiles.map(({ row }) => row)) + 1;
  const width = Math.min(300, mapWidth / columns);
  const height = Math.min(150, area.height / rows);
  const title = kit.words.heat.indicator(shortNameOf(indicator, kit.locale), formatMonth(kit.month, kit.locale));
  const legendX = area.x + area.width - legendWidth;
  const titleLines = wrapText(title, legendWidth, { size: 20, weight: 400 }, 4);
  const legendY = area.y + 20 + titleLines.length * 26 + 8;
  const legend = legendOf(regions.map(cellOf), kit);
  const legendStep = Math.min(badgeHeight + 10, (area.y + area.height - 34 - legendY) / Math.max(1, legend.length));
  return {
    items: [
      ...tiles.flatMap((tile) =>
        tileItems(
          tile,
          indicator,
          { x: area.x + tile.column * width, y: area.y + tile.row * height, width: width - gap, height: height - gap },
          kit,
        ),
      ),
      ...lines(legendX, area.y + 20, titleLines, 26, { fill: 'muted' }),
      ...legend.flatMap(
        ({ status, word }, index) =>
          statusBadge(status, word, legendX, legendY + index * legendStep, legendWidth).items,
      ),
      ...(left > 0
        ? [text(legendX, area.y + area.height - 8, kit.words.more(countText(left, kit.locale)), { fill: 'muted' })]
        : []),
    ],
    words: [title, ...regions.map((region) => `${region.area.name}: ${heatWords(cellOf(region), indicator, kit)}`)],
  };
}

/** Where the map has them; those without a place of their own, or whose place is taken, in the gaps from the left. */
function placed(
  regions: SlideBodyOf<'tile_map'>['regions'],
  cellOf: (region: SlideBodyOf<'tile_map'>['regions'][number]) => HeatCell | undefined,
  mostColumns: number,
  mostRows: number,
): PlacedTile[] {
  const taken = new Map<string, PlacedTile>();
  const homeless: Tile[] = [];
  for (const region of regions) {
    const { name, tileRow: row, tileColumn: column } = region.area;
    const tile = { name, cell: cellOf(region) };
    const hasPlace =
      row !== null && column !== null && row >= 0 && row < mostRows && column >= 0 && column < mostColumns;
    if (hasPlace && !taken.has(`${row} ${column}`)) taken.set(`${row} ${column}`, { ...tile, row, column });
    else homeless.push(tile);
  }
  const columns = Math.min(mostColumns, Math.max(3, Math.ceil(regions.length / mostRows)));
  for (let row = 0; row < mostRows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(`${row} ${column}`)) continue;
      const tile = homeless.shift();
      if (tile) taken.set(`${row} ${column}`, { ...tile, row, column });
    }
  }
  return [...taken.values()];
}

function tileItems(
  { name, cell }: Tile,
  indicator: SlideBodyOf<'tile_map'>['indicator'],
  box: Area,
  kit: Kit,
): SceneItem[] {
  const status = cell?.status.status ?? 'no_data';
  const [ground, ink] = [statusInk(status, '-bg'), statusInk(status, '-fg')];
  const left = box.x + 14;
  const inner = box.width - 28;
  const number = heatText(cell, indicator, kit);
  const isMissing = number === missing;
  const hasCount = !isMissing && cell?.status.plannedLow === null && box.height >= 96 && cell.figure !== null;
  const step = box.height / (box.height >= 96 ? 3.1 : 2.1);
  const first = box.y + step * 0.8;
  const size = isMissing ? 20 : Math.min(34, Math.round(step * 0.9));
  const origin = originOf(cell?.figure ?? null);
  return [
    rect(box.x, box.y, box.width, box.height, {
      fill: ground,
      stroke: statusInk(status),
      radius: 9,
      ...(origin && { origin }),
    }),
    fittedText(left, first, name, inner, { size: 22, weight: 700, fill: ink }),
    ...(isMissing
      ? lines(left, first + step, reasonLines(cell, inner, box.height >= 96 ? 2 : 1, kit), 23, { fill: ink, origin })
      : [
          ...statusIcon(status, left + size / 2, first + step - size * 0.34, size * 0.92, ink, ground),
          text(left + size + 8, first + step, ellipsise(number, inner - size - 8, { size, weight: 700 }), {
            size,
            weight: 700,
            fill: ink,
            origin,
          }),
        ]),
    ...(hasCount
      ? [
          text(
            left,
            first + step * 1.9,
            fittingValue(cell.figure?.value ?? null, indicator, inner, { size: 20, weight: 400 }, kit.locale),
            { fill: ink },
          ),
        ]
      : []),
  ];
}
