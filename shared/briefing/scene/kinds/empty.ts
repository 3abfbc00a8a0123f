import type { SlideContent } from '#shared/briefing/content.ts';
import type { Area, Kit, Part } from '#shared/briefing/scene/kit.ts';
import { line, lines, outline, rect } from '#shared/briefing/scene/shapes.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import { formatMonth } from '#shared/date-format.ts';

interface Message {
  title: string;
  hint: string;
}

/** A slide without anything to show says so, and what to do; undefined where there is something. */
export function emptyPart(slide: SlideContent, area: Area, kit: Kit): Part | undefined {
  const message = messageOf(slide, kit);
  return message && messagePart(message, area);
}

function messageOf({ body, isEmpty, month }: SlideContent, { locale, words }: Kit): Message | undefined {
  if (body.kind === 'unavailable') return { title: words.unavailable.title, hint: words.unavailable[body.reason] };
  const when = formatMonth(month, locale);
  switch (body.kind) {
    case 'small_wins':
      return isEmpty || body.items.length === 0 ? words.empty.small_wins(when) : undefined;
    case 'obstacles': {
      const count = body.items.length + body.critical.length + body.lateReports.length;
      return isEmpty || count === 0 ? words.empty.obstacles() : undefined;
    }
    case 'completeness':
      return isEmpty || body.total === null ? words.empty.completeness(when) : undefined;
    case 'action_items':
      return isEmpty || body.items.length === 0 ? words.empty.action_items() : undefined;
    case 'changes':
      if (body.since === null) return words.empty.neverFrozen();
      return isEmpty || body.changes.length === 0 ? words.empty.changes() : undefined;
    case 'text':
      return body.body.trim() === '' && body.pictureSha256 === null ? words.empty.text() : undefined;
    case 'regencies':
      return isEmpty || body.regencies === null ? words.empty.figures(when) : undefined;
    case 'inflation':
      return isEmpty || body.inflation === null ? words.empty.figures(when) : undefined;
    case 'two_truths':
      return isEmpty || body.pairs.length === 0 ? words.empty.figures(when) : undefined;
    case 'situation':
      return isEmpty || body.cards.length === 0 ? words.empty.figures(when) : undefined;
    case 'heat_map':
    case 'tile_map':
      return isEmpty || body.regions.length === 0 ? words.empty.figures(when) : undefined;
    default:
      return isEmpty ? words.empty.figures(when) : undefined;
  }
}

function messagePart({ title, hint }: Message, area: Area): Part {
  const inner = area.width - 160;
  const titleLines = wrapText(title, inner, { size: 32, weight: 700 }, 2);
  const hintLines = wrapText(hint, inner, { size: 24, weight: 400 }, 3);
  const height = Math.min(area.height, 72 + titleLines.length * 40 + hintLines.length * 32);
  const top = area.y + Math.max(0, (area.height - height) / 6);
  const left = area.x + 120;
  const first = top + 36 + 28;
  return {
    items: [
      rect(area.x, top, area.width, height, { fill: 'soft', stroke: 'line', radius: 14 }),
      // An empty chart: axes without a line.
      ...emptyChart(area.x + 40, top + height / 2 - 22),
      ...lines(left, first, titleLines, 40, { size: 32, weight: 700 }),
      ...lines(left, first + titleLines.length * 40, hintLines, 32, { size: 24, fill: 'muted' }),
    ],
  };
}

function emptyChart(x: number, y: number) {
  return [
    line(
      [
        [x, y],
        [x, y + 44],
        [x + 52, y + 44],
      ],
      { stroke: 'muted', strokeWidth: 3 },
    ),
    outline(
      [
        [x + 12, y + 38],
        [x + 12, y + 24],
        [x + 22, y + 24],
        [x + 22, y + 38],
      ],
      { stroke: 'muted', strokeWidth: 2 },
    ),
    outline(
      [
        [x + 32, y + 38],
        [x + 32, y + 12],
        [x + 42, y + 12],
        [x + 42, y + 38],
      ],
      { stroke: 'muted', strokeWidth: 2 },
    ),
  ];
}
