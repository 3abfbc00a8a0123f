import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { countText, missing, nameOf, originOf } from '#shared/briefing/scene/figure-words.ts';
import { type Area, type Kit, type Part, statusInk } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, lines, rect, text } from '#shared/briefing/scene/shapes.ts';
import { badgeHeight, statusIcon, statusLegend } from '#shared/briefing/scene/status-badge.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { IndicatorBrief } from '#shared/figure.ts';
import type { HeatCell } from '#shared/overview.ts';
import { heatText, heatWords, legendOf, reasonLines } from './heat-cells.ts';

const nameWidth = 230;
const titleRoom = 34;
const headRoom = 60;
const legendRoom = badgeHeight + 14;
const leastRow = 36;
const gap = 6;

/** Regencies by issues: sign, colour and number say how far each is on its path. */
export function heatMap(body: SlideBodyOf<'heat_map'>, area: Area, kit: Kit): Part {
  const { indicators, regions } = body;
  const cells = regions.map((region) =>
    indicators.map((indicator) => region.cells.find(({ indicatorId }) => indicatorId === indicator.id)),
  );
  const room = area.height - titleRoom - headRoom - legendRoom;
  const fitting = Math.max(1, Math.floor(room / leastRow));
  const shown = regions.length <= fitting ? regions : regions.slice(0, fitting - 1);
  const left = regions.length - shown.length;
  const step = Math.min(62, (room - (left > 0 ? 30 : 0)) / Math.max(1, shown.length));
  const width = (area.width - nameWidth) / Math.max(1, indicators.length);
  const top = area.y + titleRoom + headRoom;
  const title = kit.words.heat.title(formatMonth(kit.month, kit.locale));
  const headings = indicators.map((indicator) => headingOf(body, indicator, kit));
  const items: SceneItem[] = [
    fittedText(area.x, area.y + 16, title, area.width, { fill: 'muted' }),
    ...headings.flatMap((heading, column) => {
      const rows = wrapText(heading, width - 12, { size: 20, weight: 700 }, 2);
      const y = top - 12 - (rows.length - 1) * 24;
      return lines(area.x + nameWidth + (column + 0.5) * width, y, rows, 24, { weight: 700, anchor: 'middle' });
    }),
    ...shown.flatMap((region, row) => [
      fittedText(area.x, top + row * step + (step - gap) / 2 + 7, region.area.name, nameWidth - 16, {
        size: 22,
        weight: 700,
      }),
      ...indicators.flatMap((indicator, column) =>
        cellItems(
          cells[row]?.[column],
          indicator,
          { x: area.x + nameWidth + column * width, y: top + row * step, width: width - gap, height: step - gap },
          kit,
        ),
      ),
    ]),
  ];
  const bottom = top + shown.length * step;
  if (left > 0) items.push(text(area.x, bottom + 20, kit.words.more(countText(left, kit.locale)), { fill: 'muted' }));
  const legendTop = bottom + (left > 0 ? 30 : 0) + 12;
  items.push(...statusLegend(legendOf(cells.flat(), kit), area.x + nameWidth, legendTop, area.width - nameWidth));
  return {
    items,
    words: [
      title,
      ...regions.map(
        (region, row) =>
          `${region.area.name}: ${indicators
            .map((indicator, column) => `${headings[column] ?? ''} ${heatWords(cells[row]?.[column], indicator, kit)}`)
            .join('; ')}`,
      ),
    ],
  };
}

function headingOf({ issues }: SlideBodyOf<'heat_map'>, indicator: IndicatorBrief, { locale, words }: Kit): string {
  const issue = issues.find(({ id }) => id === indicator.issueId);
  const name = issue ? nameOf(issue, locale) : nameOf(indicator, locale);
  return indicator.direction === 'band' ? `${name} ${words.heat.band}` : name;
}

function cellItems(cell: HeatCell | undefined, indicator: IndicatorBrief, box: Area, kit: Kit): SceneItem[] {
  const status = cell?.status.status ?? 'no_data';
  const [ground, ink] = [statusInk(status, '-bg'), statusInk(status, '-fg')];
  const number = heatText(cell, indicator, kit);
  const middle = box.y + box.height / 2;
  const centre = box.x + box.width / 2;
  const origin = originOf(cell?.figure ?? null);
  const field = rect(box.x, box.y, box.width, box.height, { fill: ground, radius: 7, ...(origin && { origin }) });
  if (number === missing) {
    const rows = reasonLines(cell, box.width - 12, box.height >= 44 ? 2 : 1, kit);
    const first = middle + 7 - (rows.length - 1) * 10.5;
    return [field, ...lines(centre, first, rows, 21, { fill: ink, anchor: 'middle', origin })];
  }
  const size = box.height >= 44 ? 24 : 20;
  const width = size + 8 + textWidth(number, size, 700);
  return [
    field,
    ...statusIcon(status, centre - width / 2 + size / 2, middle, size, ink, ground),
    text(centre - width / 2 + size + 8, middle + size * 0.35, number, { size, weight: 700, fill: ink, origin }),
  ];
}
