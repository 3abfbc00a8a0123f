import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { countText, nameOf, shareText } from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import type { Ink, SceneItem } from '#shared/briefing/scene/scene.ts';
import { fittedText, rect, text } from '#shared/briefing/scene/shapes.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { formatDate } from '#shared/date-format.ts';
import type { Completeness } from '#shared/figure.ts';
import { heading, issueNamesOf, lateItems, lateWords, quietLine } from './late-reports.ts';

interface Row {
  name: string;
  completeness: Completeness | null;
  ink: Ink;
}

const gutter = 48;
const share = 0.58;
const leastRow = 40;

/** What has come in, issue by issue, and who has not handed in. */
export function completeness({ total, issues, lateReports }: SlideBodyOf<'completeness'>, area: Area, kit: Kit): Part {
  const hasLate = lateReports.length > 0;
  const left = { ...area, width: hasLate ? area.width * share - gutter / 2 : area.width };
  const right = { ...area, x: area.x + left.width + gutter, width: area.width - left.width - gutter };
  const rows: Row[] = [
    { name: kit.words.completeness.total, completeness: total, ink: 'ink' },
    ...issues.map(({ issue, completeness: own }) => ({
      name: nameOf(issue, kit.locale),
      completeness: own,
      ink: issueInk(issue.id),
    })),
  ];
  const names = issueNamesOf(
    issues.map(({ issue }) => issue),
    kit,
  );
  const legend = legendItems(total, left, kit);
  const room = left.height - 70;
  const fitting = Math.max(2, Math.floor(room / leastRow));
  const shown = rows.length <= fitting ? rows : rows.slice(0, fitting - 1);
  const cut = rows.length - shown.length;
  const step = Math.min(84, (room - (cut > 0 ? 30 : 0)) / shown.length);
  const due = total?.dueDate ? kit.words.completeness.due(formatDate(total.dueDate, kit.locale)) : '';
  return {
    items: [
      ...(cut > 0
        ? [quietLine(left.x, left.y + shown.length * step + 18, kit.words.more(countText(cut, kit.locale)))]
        : []),
      ...shown.flatMap((row, index) => rowItems(row, { ...left, y: left.y + index * step, height: step }, kit)),
      ...legend,
      ...(hasLate
        ? [
            heading(right.x, right.y + 20, [kit.words.completeness.late, due].filter(Boolean).join(' · '), right.width),
            ...lateItems(lateReports, { ...right, y: right.y + 32, height: right.height - 32 }, names, kit),
          ]
        : []),
    ],
    words: [
      ...rows.map(
        ({ name, completeness: own }) => `${name}: ${own ? receivedOf(own, kit) : kit.words.completeness.none}`,
      ),
      ...lateWords(lateReports, names, kit),
    ],
  };
}

const parts = [
  { key: 'verified', ink: 'status-achieved' },
  { key: 'submitted', ink: 'status-on-track-bg' },
  { key: 'returned', ink: 'status-attention' },
  { key: 'missing', ink: 'status-no-data-bg' },
] as const;

function rowItems({ name, completeness: own, ink }: Row, box: Area, kit: Kit): SceneItem[] {
  const words = own && own.expected > 0 ? receivedOf(own, kit) : kit.words.completeness.none;
  const width = textWidth(words, 20, 400);
  const barTop = box.y + 30;
  const barHeight = Math.max(12, Math.min(26, box.height - 46));
  const items: SceneItem[] = [
    fittedText(box.x, box.y + 20, name, box.width - width - 20, { weight: 700, fill: ink }),
    text(box.x + box.width, box.y + 20, words, { anchor: 'end', fill: own ? 'ink' : 'muted' }),
  ];
  if (!own || own.expected === 0) return items;
  const whole = Math.max(own.expected, own.verified + own.submitted + own.returned + own.missing);
  let x = box.x;
  for (const { key, ink: fill } of parts) {
    const length = (own[key] / whole) * box.width;
    if (length > 0) items.push(rect(x, barTop, length, barHeight, { fill, stroke: strokeOf(key), strokeWidth: 1 }));
    x += length;
  }
  return items;
}

/** The two pale parts keep an edge, so that they are seen on paper. */
function strokeOf(key: (typeof parts)[number]['key']): Ink {
  return key === 'submitted' ? 'status-on-track' : key === 'missing' ? 'status-no-data' : 'paper';
}

function legendItems(total: Completeness | null, area: Area, { locale, words }: Kit): SceneItem[] {
  if (!total) return [];
  let x = area.x;
  let y = area.y + area.height - 34;
  return parts.flatMap(({ key, ink }) => {
    const label = words.completeness[key](countText(total[key], locale));
    const width = 26 + textWidth(label, 20, 400);
    if (x > area.x && x + width > area.x + area.width) {
      x = area.x;
      y += 30;
    }
    const items = [
      rect(x, y - 14, 16, 16, { fill: ink, stroke: strokeOf(key), strokeWidth: 1, radius: 3 }),
      quietLine(x + 24, y, label),
    ];
    x += width + 22;
    return items;
  });
}

function receivedOf({ received, expected }: Completeness, { locale, words }: Kit): string {
  const percent = expected > 0 ? shareText((received / expected) * 100, locale, 0) : '–';
  return words.completeness.received(countText(received, locale), countText(expected, locale), percent);
}
