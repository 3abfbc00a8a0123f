import type { SlideBodyOf } from '#shared/briefing/content.ts';
import {
  changeText,
  coverageText,
  missing,
  originOf,
  periodText,
  shortNameOf,
  statusText,
  targetText,
  unitOf,
  valueText,
} from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part, statusInk } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, lines, text } from '#shared/briefing/scene/shapes.ts';
import { badgeHeight, statusBadge, statusIcon } from '#shared/briefing/scene/status-badge.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { ellipsise, fitText, wrapText } from '#shared/briefing/scene/wrap.ts';
import { cascadeItems } from './issue-cascade.ts';
import { trajectoryItems } from './issue-trajectory.ts';

const split = 0.5;
const gutter = 44;

/** One issue: how far the target group is reached, and whether that is on the path to the target. */
export function issue(body: SlideBodyOf<'issue'>, area: Area, kit: Kit): Part {
  const leftWidth = area.width * split - gutter / 2;
  const left = { ...area, width: leftWidth };
  const right = { ...area, x: area.x + leftWidth + gutter, width: area.width - leftWidth - gutter };
  const outcome = outcomeItems(body, left, kit);
  const upper = { ...left, height: left.height - (outcome.length > 0 ? 40 : 0) };
  return {
    items: [
      ...(body.cascade ? cascadeItems(body.cascade, body.issue.id, upper, kit) : headlineItems(body, upper, kit)),
      ...outcome,
      ...trajectoryItems(body, right, kit),
    ],
  };
}

/** The headline alone, large, where the issue is not counted in stages. */
function headlineItems({ headline, issue: { id } }: SlideBodyOf<'issue'>, area: Area, kit: Kit): SceneItem[] {
  const { indicator, figure, status, change, target } = headline;
  const name = wrapText(shortNameOf(indicator, kit.locale), area.width, { size: 26, weight: 700 }, 2);
  const value = figure ? valueText(figure.value, indicator, kit.locale) : missing;
  const number = fitText(
    value,
    area.width,
    700,
    [110, 90, 72, 56, 44].map((size) => ({ size, maxLines: 1 })),
  );
  const numberY = area.y + 24 + (name.length - 1) * 32 + 20 + number.size * 0.8;
  const rows = [
    [indicator.isPercentage ? '' : unitOf(indicator, kit.locale), figure ? periodText(figure, kit.locale) : '']
      .filter(Boolean)
      .join(' · '),
    change ? changeText(change, indicator, kit) : '',
    targetText(target, indicator, kit),
    (figure && coverageText(figure, indicator, kit)) ?? '',
  ].filter((row) => row !== '');
  const badgeTop = numberY + 24;
  const rowTop = badgeTop + badgeHeight + 38;
  const room = Math.max(0, Math.floor((area.y + area.height - rowTop) / 32) + 1);
  return [
    ...lines(area.x, area.y + 24, name, 32, { size: 26, weight: 700 }),
    text(area.x, numberY, number.lines[0] ?? value, {
      size: number.size,
      weight: 700,
      fill: issueInk(id),
      origin: originOf(figure),
    }),
    ...statusBadge(status.status, statusText(status, kit), area.x, badgeTop, area.width).items,
    ...rows
      .slice(0, room)
      .map((row, index) => fittedText(area.x, rowTop + index * 32, row, area.width, { size: 22, fill: 'muted' })),
  ];
}

/** The official outcome in one line at the foot of the left side. */
function outcomeItems({ outcome }: SlideBodyOf<'issue'>, area: Area, kit: Kit): SceneItem[] {
  if (!outcome?.figure) return [];
  const { figure, indicator, status } = outcome;
  const y = area.y + area.height - 4;
  const words = kit.words.cascade.outcome(
    shortNameOf(indicator, kit.locale),
    valueText(figure.value, indicator, kit.locale),
    periodText(figure, kit.locale),
  );
  const word = status.status === 'no_data' ? '' : kit.words.status[status.status];
  const shown = ellipsise(words, area.width - (word === '' ? 0 : textWidth(word, 20, 700) + 42), {
    size: 20,
    weight: 400,
  });
  const after = area.x + textWidth(shown, 20, 400) + 14;
  const ink = statusInk(status.status, '-fg');
  return [
    text(area.x, y, shown, { origin: originOf(figure) }),
    ...(word === ''
      ? []
      : [
          ...statusIcon(status.status, after + 10, y - 7, 20, ink, 'paper'),
          text(after + 27, y, word, { weight: 700, fill: ink }),
        ]),
  ];
}
