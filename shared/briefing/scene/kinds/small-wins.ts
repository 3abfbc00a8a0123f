import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { countText, valueText } from '#shared/briefing/scene/figure-words.ts';
import { type Area, issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import type { SceneItem } from '#shared/briefing/scene/scene.ts';
import { lines, rect, text } from '#shared/briefing/scene/shapes.ts';
import { fitText, wrapText } from '#shared/briefing/scene/wrap.ts';
import { formatDate } from '#shared/date-format.ts';

export type FieldNews = SlideBodyOf<'small_wins'>['items'][number];

const leastHeight = 128;
const gap = 14;
const mostAreas = 3;
const lowTitles = [
  { size: 26, maxLines: 1 },
  { size: 22, maxLines: 2 },
];
const largeTitles = [
  { size: 34, maxLines: 3 },
  { size: 28, maxLines: 4 },
];

/** News from the field: what, where, when, whether its figure agrees with the reports, and its picture. */
export function smallWins({ items }: SlideBodyOf<'small_wins'>, area: Area, kit: Kit): Part {
  const fitting = Math.max(1, Math.floor((area.height + gap) / (leastHeight + gap)));
  const shown =
    items.length <= fitting
      ? items
      : items.slice(0, Math.max(1, Math.floor((area.height - 34 + gap) / (leastHeight + gap))));
  const left = items.length - shown.length;
  const step = Math.min(
    items.length === 1 ? area.height : 230,
    (area.height - (left > 0 ? 34 : 0) + gap) / shown.length,
  );
  return {
    items: [
      ...shown.flatMap((item, index) => newsCard(item, { ...area, y: area.y + index * step, height: step - gap }, kit)),
      ...(left > 0
        ? [
            text(area.x, area.y + shown.length * step + 20, kit.words.more(countText(left, kit.locale)), {
              fill: 'muted',
            }),
          ]
        : []),
    ],
  };
}

function newsCard(item: FieldNews, box: Area, kit: Kit): SceneItem[] {
  const inset = 22;
  const pictureWidth = item.pictureSha256 === null ? 0 : Math.min(box.width * 0.46, box.height * 1.5);
  const left = box.x + inset + 6;
  const width = box.width - inset * 2 - pictureWidth - (pictureWidth > 0 ? 10 : 0);
  const isLarge = box.height > 320;
  const { lines: title, size } = fitText(item.title, width, 700, isLarge ? largeTitles : lowTitles);
  const meta = wrapText(metaOf(item, kit), width, { size: 20, weight: 400 }, isLarge ? 3 : 1);
  const titleY = box.y + 12 + size;
  const metaY = titleY + (title.length - 1) * size * 1.2 + (isLarge ? 38 : 31);
  const storyY = metaY + (meta.length - 1) * 26 + (isLarge ? 44 : 32);
  const storySize = isLarge ? 24 : box.height >= 150 ? 22 : 20;
  const lineHeight = storySize * 1.3;
  const room = Math.max(0, Math.floor((box.y + box.height - 10 - storyY) / lineHeight) + 1);
  const story = room === 0 ? [] : wrapText(item.story, width, { size: storySize, weight: 400 }, room);
  const picture: SceneItem[] =
    item.pictureSha256 === null
      ? []
      : [
          {
            type: 'image',
            x: box.x + box.width - pictureWidth,
            y: box.y,
            width: pictureWidth,
            height: box.height,
            sha256: item.pictureSha256,
            alt: item.pictureAlt,
          },
        ];
  return [
    rect(box.x, box.y, box.width, box.height, { fill: 'soft', stroke: 'line', radius: 10 }),
    rect(box.x, box.y, 8, box.height, { fill: issueInk(item.issueId), radius: 4 }),
    ...lines(left, titleY, title, size * 1.2, { size, weight: 700 }),
    ...lines(left, metaY, meta, 26, { fill: 'muted' }),
    ...lines(left, storyY, story, lineHeight, { size: storySize }),
    ...picture,
  ];
}

/** "Stunting · 21 Agustus 2023 · Majene, Mamasa · angka cocok dengan laporan · data contoh". */
export function metaOf({ issueId, date, areas, claim, isSample }: FieldNews, kit: Kit): string {
  const { locale, words } = kit;
  const places =
    areas.length > mostAreas
      ? words.wins.allRegions(countText(areas.length, locale))
      : areas.map(({ name }) => name).join(', ');
  return [
    words.issue[issueId],
    formatDate(date, locale),
    places,
    claim ? claimText(claim, kit) : '',
    isSample ? words.mark.sample.toLowerCase() : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function claimText(
  { claimed, held, differs, indicator }: NonNullable<FieldNews['claim']>,
  { locale, words }: Kit,
): string {
  const said = valueText(claimed, indicator, locale);
  if (held === null) return words.wins.unheld(said);
  return differs ? words.wins.differs(said, valueText(held, indicator, locale)) : words.wins.matches;
}
