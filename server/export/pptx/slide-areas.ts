import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { nameOf, shareText, shortNameOf, statusText, valueText } from '#shared/briefing/scene/figure-words.ts';
import { type Kit, statusInk } from '#shared/briefing/scene/kit.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { HeatCell } from '#shared/overview.ts';
import { statuses } from '#shared/status.ts';
import type { Canvas, Cell } from './canvas.ts';
import { head, statusCell } from './slide-figures.ts';
import { body as bodyBox, bodyTop, hex, page } from './template.ts';

/** Words as well as colour: the share of the path, and the status. */
export function heatMapSlide(canvas: Canvas, { regions, indicators, issues }: SlideBodyOf<'heat_map'>): void {
  const { kit } = canvas;
  const columns = indicators.map((indicator) => {
    const issue = issues.find((each) => each.id === indicator.issueId);
    return `${issue ? nameOf(issue, kit.locale) : indicator.issueId}\n${shortNameOf(indicator, kit.locale)}`;
  });
  const rows = regions.map(({ area, cells }): Cell[] => [
    { text: area.name, bold: true, valign: 'middle' },
    ...indicators.map((indicator): Cell => {
      const cell = cells.find((each) => each.indicatorId === indicator.id);
      return cell
        ? { ...statusCell(cell.status, kit, cellText(cell, indicator, kit)), align: 'center', valign: 'middle' }
        : { text: kit.words.noData, color: hex('muted'), align: 'center', valign: 'middle' };
    }),
  ]);
  const width = (page.contentWidth - 2.1) / Math.max(1, indicators.length);
  canvas.text(
    kit.words.heat.title(formatMonth(kit.month, kit.locale)),
    { ...bodyBox, h: 0.35 },
    { size: 14, color: hex('muted') },
  );
  canvas.table(
    [head(kit.words.heat.region, ...columns), ...rows],
    { ...bodyBox, y: bodyTop + 0.4 },
    [2.1, ...indicators.map(() => width)],
    12,
  );
}

function cellText({ status, figure }: HeatCell, indicator: SlideBodyOf<'tile_map'>['indicator'], kit: Kit): string {
  const word = statusText(status, kit);
  if (figure?.value == null) return word;
  const amount =
    status.share === null || indicator.direction === 'band'
      ? valueText(figure.value, indicator, kit.locale)
      : shareText(status.share * 100, kit.locale, 0);
  return `${amount}\n${word}`;
}

/** Tiles where the regencies lie, as shapes that can be moved and edited. */
export function tileMapSlide(canvas: Canvas, { regions, indicator }: SlideBodyOf<'tile_map'>): void {
  const { kit } = canvas;
  const placed = regions.map((region, index) => ({
    ...region,
    row: region.area.tileRow ?? index,
    column: region.area.tileColumn ?? 0,
  }));
  const rows = Math.max(...placed.map(({ row }) => row)) + 1;
  const columns = Math.max(...placed.map(({ column }) => column)) + 1;
  const top = bodyTop + 0.45;
  const gap = 0.12;
  const height = Math.min(1.5, (6.4 - top) / rows - gap);
  const width = Math.min(2.9, 9 / columns - gap);
  canvas.text(
    kit.words.heat.indicator(shortNameOf(indicator, kit.locale), formatMonth(kit.month, kit.locale)),
    { ...bodyBox, h: 0.35 },
    { size: 14, color: hex('muted') },
  );
  for (const { area, cells, row, column } of placed) {
    const cell = cells.find((each) => each.indicatorId === indicator.id);
    const status = cell?.status.status ?? 'no_data';
    const [amount, word] = cell ? cellText(cell, indicator, kit).split('\n') : [kit.words.noData];
    canvas.tile(
      [{ text: area.name, bold: true }, { text: amount ?? '' }, ...(word ? [{ text: word }] : [])],
      { x: page.margin + column * (width + gap), y: top + row * (height + gap), w: width, h: height },
      {
        size: 14,
        color: hex(statusInk(status, '-fg')),
        fill: hex(statusInk(status, '-bg')),
        border: hex(statusInk(status)),
        align: 'center',
        valign: 'middle',
      },
    );
  }
  statuses.forEach((status, index) => {
    canvas.tile(
      [{ text: kit.words.status[status] }],
      { x: 10.6, y: top + index * 0.5, w: 2.1, h: 0.42 },
      {
        size: 12,
        color: hex(statusInk(status, '-fg')),
        fill: hex(statusInk(status, '-bg')),
        border: hex(statusInk(status)),
        align: 'center',
        valign: 'middle',
      },
    );
  });
}
