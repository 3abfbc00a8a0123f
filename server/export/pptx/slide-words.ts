import type { SlideBodyOf, SlideContent } from '#shared/briefing/content.ts';
import { isEmptyBody } from '#shared/briefing/empty.ts';
import type { Kit } from '#shared/briefing/scene/kit.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Canvas, Run } from './canvas.ts';
import { body as bodyBox, bodyTop, hex, page } from './template.ts';

export function coverSlide(
  canvas: Canvas,
  { province, subtitle, pictureSha256, pictureAlt }: SlideBodyOf<'cover'>,
): void {
  const { kit } = canvas;
  const hasPicture = canvas.picture(pictureSha256, pictureAlt, { x: 8.5, y: 1.5, w: 4.2, h: 4.2 });
  const w = hasPicture ? 7.2 : 11;
  canvas.text(
    `${kit.words.taskForce} · ${province.name}`,
    { x: 0.95, y: 1.5, w, h: 0.4 },
    { size: 18, bold: true, color: hex('primary') },
  );
  canvas.text(subtitle, { x: 0.95, y: 4.2, w, h: 1 }, { size: 20, color: hex('muted') });
  canvas.text(formatMonth(kit.month, kit.locale), { x: 0.95, y: 5.3, w, h: 0.45 }, { size: 20, bold: true });
}

/** Lines that begin with "- " are points. */
export function textSlide(canvas: Canvas, { body, pictureSha256, pictureAlt }: SlideBodyOf<'text'>): void {
  const hasPicture = canvas.picture(pictureSha256, pictureAlt, { x: 8.2, y: bodyTop, w: 4.53, h: 4.4 });
  const paragraphs = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Run[] => [line.startsWith('- ') ? { text: line.slice(2), isPoint: true } : { text: line }]);
  const size = body.length > 900 ? 14 : body.length > 450 ? 17 : 20;
  canvas.paragraphs(paragraphs, { ...bodyBox, w: hasPicture ? 7.3 : page.contentWidth }, { size });
}

/** A slide with nothing to show says so and holds its place; false where there is something. */
export function emptySlide(canvas: Canvas, { body, isEmpty }: Pick<SlideContent, 'body' | 'isEmpty'>): boolean {
  if (!isEmpty && !isEmptyBody(body)) return false;
  const { title, hint } = emptyWords(body, canvas.kit);
  canvas.tile(
    [{ text: title, bold: true }, { text: hint }],
    { ...bodyBox, h: 2 },
    {
      size: 18,
      fill: hex('soft'),
      border: hex('line'),
      align: 'left',
      valign: 'middle',
    },
  );
  return true;
}

function emptyWords(body: SlideContent['body'], { words, month, locale }: Kit): { title: string; hint: string } {
  const when = formatMonth(month, locale);
  switch (body.kind) {
    case 'unavailable':
      return { title: words.unavailable.title, hint: words.unavailable[body.reason] };
    case 'small_wins':
      return words.empty.small_wins(when);
    case 'obstacles':
      return words.empty.obstacles();
    case 'completeness':
      return words.empty.completeness(when);
    case 'action_items':
      return words.empty.action_items();
    case 'changes':
      return words.empty.neverFrozen();
    case 'text':
      return words.empty.text();
    default:
      return words.empty.figures(when);
  }
}
