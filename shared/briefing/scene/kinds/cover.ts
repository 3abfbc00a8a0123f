import type { SlideBodyOf, SlideContent } from '#shared/briefing/content.ts';
import { dataMarks, headlineOf, margin } from '#shared/briefing/scene/frame.ts';
import { issueInk, type Kit, type Part } from '#shared/briefing/scene/kit.ts';
import { type SceneItem, slideHeight, slideWidth } from '#shared/briefing/scene/scene.ts';
import { fittedText, lines, rect } from '#shared/briefing/scene/shapes.ts';
import { fitText, wrapText } from '#shared/briefing/scene/wrap.ts';
import { issueIds } from '#shared/indicator.ts';

const bandWidth = 20;
const pictureLeft = 800;

/** Title and subtitle beside the colours of the five issues; a picture takes the right side. */
export function cover(slide: SlideContent, body: SlideBodyOf<'cover'>, kit: Kit): Part {
  const left = margin + bandWidth + 20;
  const marks = dataMarks(slide, kit);
  const width = (body.pictureSha256 === null ? slideWidth - margin : pictureLeft - 40) - left;
  const title = headlineOf(slide, kit);
  const fitted = fitText(title, width, 700, [
    { size: 64, maxLines: 2 },
    { size: 56, maxLines: 3 },
    { size: 46, maxLines: 4 },
    { size: 40, maxLines: 5 },
  ]);
  const subtitle = body.subtitle
    .split('\n')
    .filter((row) => row.trim() !== '')
    .flatMap((row) => wrapText(row, width, { size: 28, weight: 400 }))
    .slice(0, 4);
  const lineHeight = Math.round(fitted.size * 1.15);
  const height = fitted.lines.length * lineHeight + (subtitle.length > 0 ? 24 + subtitle.length * 38 : 0);
  const top = Math.max(150, 330 - height / 2);
  const titleBottom = top + fitted.lines.length * lineHeight;
  const place = `${kit.words.taskForce} · ${body.province.name}`;
  return {
    items: [
      ...band(),
      ...picture(body),
      ...marks.items,
      fittedText(left, 92, place, body.pictureSha256 === null ? width - marks.width - 24 : width, {
        size: 26,
        weight: 700,
        fill: 'primary',
      }),
      ...lines(left, top + fitted.size * 0.85, fitted.lines, lineHeight, { size: fitted.size, weight: 700 }),
      ...lines(left, titleBottom + 44, subtitle, 38, { size: 28, fill: 'muted' }),
    ],
    words: [place, ...marks.words, title, ...subtitle],
  };
}

function band(): SceneItem[] {
  const height = slideHeight / issueIds.length;
  return issueIds.map((issueId, index) => rect(0, index * height, bandWidth, height, { fill: issueInk(issueId) }));
}

function picture({ pictureSha256, pictureAlt }: SlideBodyOf<'cover'>): SceneItem[] {
  if (pictureSha256 === null) return [];
  const box = { x: pictureLeft, y: 0, width: slideWidth - pictureLeft, height: 656 };
  return [{ type: 'image', ...box, sha256: pictureSha256, alt: pictureAlt }];
}
