import type PptxGenJS from 'pptxgenjs';
import type { Picture } from '#shared/briefing/edition.ts';
import type { Kit } from '#shared/briefing/scene/kit.ts';
import type { ChartSpec } from './chart-spec.ts';
import { cleanText } from './clean-text.ts';
import { imageSize } from './image-size.ts';
import { type Box, font, hex } from './template.ts';

export interface TextStyle {
  size?: number;
  bold?: boolean;
  color?: string;
  align?: 'left' | 'center' | 'right';
  valign?: 'top' | 'middle' | 'bottom';
  fill?: string;
}

export interface Cell extends TextStyle {
  text: string;
}

export interface Run {
  text: string;
  bold?: boolean;
  isPoint?: boolean;
}

/** Draws on one slide, with fonts, colours and clean text settled once. */
export class Canvas {
  readonly kit: Kit;
  readonly #slide: PptxGenJS.Slide;
  readonly #charts: Map<string, ChartSpec>;
  readonly #pictures: ReadonlyMap<string, Picture>;

  /** @param charts collects what each native chart is to hold, by the name its placeholder series gets */
  constructor(
    slide: PptxGenJS.Slide,
    kit: Kit,
    charts: Map<string, ChartSpec>,
    pictures: ReadonlyMap<string, Picture>,
  ) {
    this.#slide = slide;
    this.kit = kit;
    this.#charts = charts;
    this.#pictures = pictures;
  }

  title(text: string): void {
    // Shrinks in PowerPoint where it does not fit; two lines of this size do.
    const fontSize = text.length > 130 ? 20 : text.length > 90 ? 24 : 28;
    this.#slide.addText(cleanText(text), { placeholder: 'title', fontSize, fontFace: font });
  }

  coverTitle(text: string): void {
    this.#slide.addText(cleanText(text), {
      placeholder: 'title',
      fontSize: text.length > 70 ? 32 : 40,
      fontFace: font,
    });
  }

  text(text: string, box: Box, style: TextStyle = {}): void {
    if (text === '') return;
    this.#slide.addText(cleanText(text), { ...box, ...styled(style), margin: 0 });
  }

  /** Paragraphs of runs; a point is indented behind a bullet. */
  paragraphs(paragraphs: readonly (readonly Run[])[], box: Box, style: TextStyle = {}): void {
    const runs = paragraphs.flatMap((paragraph) =>
      paragraph.map((run, index) => ({
        text: cleanText(run.text),
        options: {
          bold: run.bold ?? style.bold ?? false,
          ...(run.isPoint ? { bullet: true } : {}),
          breakLine: index === paragraph.length - 1,
        },
      })),
    );
    if (runs.length > 0) this.#slide.addText(runs, { ...box, ...styled(style), margin: 0 });
  }

  /** A filled box with words in its middle. */
  tile(lines: readonly Run[], box: Box, style: TextStyle & { fill: string; border: string }): void {
    this.#slide.addText(
      lines.map(({ text, bold }, index) => ({
        text: cleanText(text),
        options: { bold: bold ?? false, breakLine: index < lines.length - 1 },
      })),
      {
        ...box,
        ...styled(style),
        shape: 'rect',
        fill: { color: style.fill },
        line: { color: style.border, width: 1 },
        margin: 4,
      },
    );
  }

  /**
   * The first row is the head, aligned as the column below it.
   * @param widths of the columns in inches
   */
  table(rows: readonly (readonly Cell[])[], box: Box, widths: readonly number[], size = 13): void {
    if (rows.length === 0) return;
    const border = { type: 'solid' as const, pt: 0.75, color: hex('line') };
    const alignments = rows[1]?.map((cell) => cell.align) ?? [];
    this.#slide.addTable(
      rows.map((row, index) =>
        row.map(({ text, ...style }, column) => ({
          text: cleanText(text),
          options: {
            ...styled(
              index === 0
                ? { bold: true, color: hex('muted'), align: alignments[column], ...style, size }
                : { ...style, size: style.size ?? size },
            ),
            ...(style.fill ? { fill: { color: style.fill } } : {}),
            border: [{ type: 'none' as const }, { type: 'none' as const }, border, { type: 'none' as const }],
          },
        })),
      ),
      {
        x: box.x,
        y: box.y,
        w: widths.reduce((sum, width) => sum + width, 0),
        colW: [...widths],
        margin: [0.05, 0.08, 0.05, 0.08],
      },
    );
  }

  chart(spec: ChartSpec, box: Box): void {
    const key = `chart-${this.#charts.size + 1}`;
    this.#charts.set(key, spec);
    // A stand-in with the right relations; the finished file gets chart and workbook of its own (finish-package.ts).
    this.#slide.addChart('bar', [{ name: key, labels: ['–'], values: [1] }], {
      ...box,
      altText: cleanText(spec.altText),
    });
  }

  /** As large as the box allows, uncropped; false where the edition does not hold it. */
  picture(sha256: string | null, altText: string, box: Box): boolean {
    const picture = sha256 === null ? undefined : this.#pictures.get(sha256);
    if (!picture) return false;
    const size = imageSize(Buffer.from(picture.base64, 'base64')) ?? { width: box.w, height: box.h };
    const scale = Math.min(box.w / size.width, box.h / size.height);
    const [w, h] = [size.width * scale, size.height * scale];
    this.#slide.addImage({
      data: `${picture.contentType};base64,${picture.base64}`,
      x: box.x + (box.w - w) / 2,
      y: box.y + (box.h - h) / 2,
      w,
      h,
      altText: cleanText(altText),
    });
    return true;
  }

  notes(text: string): void {
    this.#slide.addNotes(cleanText(text));
  }
}

function styled({ size = 16, bold = false, color = hex('ink'), align = 'left', valign = 'top' }: TextStyle) {
  return { fontFace: font, fontSize: size, bold, color, align, valign };
}

/** Few rows are written larger: they are read from the back of the room. */
export function tableSize(rowCount: number): number {
  if (rowCount <= 3) return 17;
  return rowCount <= 5 ? 14 : 12;
}
