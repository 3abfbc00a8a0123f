import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { missing, originOf, shortNameOf, withUnit } from '#shared/briefing/scene/figure-words.ts';
import { type Area, type Kit, type Part, statusInk } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, lines, rect, text } from '#shared/briefing/scene/shapes.ts';
import { badgeHeight, statusBadge, statusIcon } from '#shared/briefing/scene/status-badge.ts';
import { ellipsise, wrapText } from '#shared/briefing/scene/wrap.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { HeatCell } from '#shared/overview.ts';
import { heatText, heatWords, legendOf } from './heat-cells.ts';

interface Tile {
  name: string;
  row: number;
  column: number;
  cell: HeatCell | undefined;
}

const legendWidth = 300;
const gap = 10;

/** The regencies as tiles of one size where they lie, beside what the signs mean. */
export function tileMap({ indicator, regions }: SlideBodyOf<'tile_map'>, area: Area, kit: Kit): Part {
  const tiles = regions.map(
    ({ area: region, cells }, index): Tile => ({
      name: region.name,
      // A province without a drawn map still gets its tiles, three in a row.
      row: region.tileRow ?? Math.floor(index / 3),
      column: region.tileColumn ?? index % 3,
      cell: cells.find(({ indicatorId }) => indicatorId === indicator.id),
    }),
  );
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  const mapWidth = area.width - legendWidth - 40;
  const width = Math.min(300, mapWidth / columns);
  const height = Math.min(150, area.height / rows);
  const title = kit.words.heat.indicator(shortNameOf(indicator, kit.locale), formatMonth(kit.month, kit.locale));
  const legendX = area.x + area.width - legendWidth;
  const titleLines = wrapText(title, legendWidth, { size: 20, weight: 400 }, 6);
  const legendY = area.y + 20 + titleLines.length * 26 + 8;
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
      ...legendOf(
        tiles.map(({ cell }) => cell),
        kit,
      ).flatMap(
        ({ status, word }, index) =>
          statusBadge(status, word, legendX, legendY + index * (badgeHeight + 10), legendWidth).items,
      ),
    ],
    words: [title, ...tiles.map(({ name, cell }) => `${name}: ${heatWords(cell, indicator, kit)}`)],
  };
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
      ? [fittedText(left, first + step, kit.words.status[status], inner, { fill: ink, origin })]
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
          fittedText(left, first + step * 1.9, withUnit(cell.figure?.value ?? null, indicator, kit.locale), inner, {
            fill: ink,
          }),
        ]
      : []),
  ];
}
