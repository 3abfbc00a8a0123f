import type { SlideBody, SlideContent } from '#shared/briefing/content.ts';
import type { Locale } from '#shared/locale.ts';
import { bodyArea, foot, head, paper } from './frame.ts';
import { actionItems } from './kinds/action-items.ts';
import { changes } from './kinds/changes.ts';
import { completeness } from './kinds/completeness.ts';
import { cover } from './kinds/cover.ts';
import { emptyPart } from './kinds/empty.ts';
import { heatMap } from './kinds/heat-map.ts';
import { inflation } from './kinds/inflation.ts';
import { issue } from './kinds/issue.ts';
import { obstacles } from './kinds/obstacles.ts';
import { regencies } from './kinds/regencies.ts';
import { situation } from './kinds/situation.ts';
import { smallWins } from './kinds/small-wins.ts';
import { textSlide } from './kinds/text.ts';
import { tileMap } from './kinds/tile-map.ts';
import { twoTruths } from './kinds/two-truths.ts';
import { type Area, type Kit, type Part, wordsOf } from './kit.ts';
import type { Scene, SlideMark } from './scene.ts';

/**
 * The drawing of one slide. Pure: the same slide, mark and language always give the same shapes, in the browser, the
 * PDF and the picture alike. What has no room is cut with an ellipsis or counted ("… dan 7 lainnya"), never set smaller
 * than `smallestText`.
 */
export function layoutSlide(slide: SlideContent, mark: SlideMark, locale: Locale): Scene {
  const kit: Kit = { locale, words: wordsOf[locale], month: slide.month, timeZone: mark.timeZone };
  const bottom = foot(slide, mark, kit);
  if (slide.body.kind === 'cover') {
    const part = cover(slide, slide.body, kit);
    return scene([paper(), ...part.items, ...bottom.items], part.words ?? []);
  }
  const top = head(slide, kit);
  const area = bodyArea(top.bottom, bottom.top);
  const part = emptyPart(slide, area, kit) ?? partOf(slide.body, area, kit);
  return scene(
    [paper(), ...top.items, ...part.items, ...bottom.items],
    [...top.words, ...(part.words ?? readOut(part)), ...bottom.words],
  );
}

function partOf(body: SlideBody, area: Area, kit: Kit): Part {
  switch (body.kind) {
    case 'situation':
      return situation(body, area, kit);
    case 'issue':
      return issue(body, area, kit);
    case 'regencies':
      return regencies(body, area, kit);
    case 'heat_map':
      return heatMap(body, area, kit);
    case 'tile_map':
      return tileMap(body, area, kit);
    case 'inflation':
      return inflation(body, area, kit);
    case 'two_truths':
      return twoTruths(body, area, kit);
    case 'small_wins':
      return smallWins(body, area, kit);
    case 'obstacles':
      return obstacles(body, area, kit);
    case 'completeness':
      return completeness(body, area, kit);
    case 'action_items':
      return actionItems(body, area, kit);
    case 'changes':
      return changes(body, area, kit);
    case 'text':
      return textSlide(body, area);
    case 'cover':
    case 'unavailable':
      return { items: [] };
  }
}

/** The texts of a part in the order in which they are drawn, save those of the axes. */
function readOut({ items }: Part): string[] {
  return items.flatMap((item) => (item.type === 'text' && item.size >= 18 ? [item.text] : []));
}

function scene(items: Scene['items'], words: readonly string[]): Scene {
  return { description: words.filter((each) => each !== '').join('. '), items };
}
