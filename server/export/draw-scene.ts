import type { Picture } from '#shared/briefing/edition.ts';
import { palettes } from '#shared/briefing/scene/palette.ts';
import type { ImageItem, Ink, Scene, SceneItem } from '#shared/briefing/scene/scene.ts';
import { drawText, type Pdf } from './pdf-document.ts';

const palette = palettes.light;

/** Draws a slide's shapes in the units of the slide; the caller has moved and scaled the page. */
export function drawScene(pdf: Pdf, scene: Scene, pictures: ReadonlyMap<string, Picture>): void {
  for (const item of scene.items) drawItem(pdf, item, pictures);
}

function drawItem(pdf: Pdf, item: SceneItem, pictures: ReadonlyMap<string, Picture>): void {
  switch (item.type) {
    case 'rect': {
      const { x, y, width, height, radius = 0 } = item;
      if (radius > 0) pdf.roundedRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
      else pdf.rect(x, y, width, height);
      paint(pdf, item);
      return;
    }
    case 'line': {
      const [first, ...others] = item.points;
      if (!first) return;
      pdf.save().lineJoin('round').lineCap('round');
      if (item.dash) pdf.dash(item.dash[0] ?? 1, { space: item.dash[1] ?? item.dash[0] ?? 1 });
      pdf.moveTo(...first);
      for (const point of others) pdf.lineTo(...point);
      paint(pdf, item);
      pdf.restore();
      return;
    }
    case 'path':
      pdf.path(item.d);
      paint(pdf, item);
      return;
    case 'circle':
      pdf.circle(item.x, item.y, item.radius);
      paint(pdf, item);
      return;
    case 'text': {
      const { x, y, text, size, weight, fill, anchor } = item;
      drawText(pdf, x, y, text, { size, weight, color: palette[fill], anchor });
      return;
    }
    case 'image':
      drawImage(pdf, item, pictures.get(item.sha256));
  }
}

function paint(pdf: Pdf, { fill, stroke, strokeWidth = 1 }: { fill?: Ink; stroke?: Ink; strokeWidth?: number }): void {
  if (stroke) pdf.lineWidth(strokeWidth);
  if (fill && stroke) pdf.fillAndStroke(palette[fill], palette[stroke]);
  else if (fill) pdf.fill(palette[fill]);
  else if (stroke) pdf.stroke(palette[stroke]);
  // A shape with neither is not seen, but its outline would become part of the next.
  else pdf.save().rect(0, 0, 0, 0).clip().restore();
}

/** A picture that cannot be read leaves its place empty rather than the file unmade. */
function drawImage(pdf: Pdf, { x, y, width, height }: ImageItem, picture: Picture | undefined): void {
  pdf.save().rect(x, y, width, height).clip();
  try {
    if (!picture) throw new Error('the edition does not hold the picture');
    pdf.image(Buffer.from(picture.base64, 'base64'), x, y, {
      cover: [width, height],
      align: 'center',
      valign: 'center',
    });
  } catch {
    pdf.rect(x, y, width, height).fill(palette.soft);
  }
  pdf.restore();
}
