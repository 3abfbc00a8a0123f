import PptxGenJS from 'pptxgenjs';
import { palettes } from '#shared/briefing/scene/palette.ts';
import type { Ink } from '#shared/briefing/scene/scene.ts';

/** Ordinary Windows machines have it. */
export const font = 'Arial';
export const masterName = 'Satgas 4+1';
export const coverName = 'Satgas 4+1 sampul';

/** Inches on a slide of 13.333 × 7.5, which is 16:9. */
export const page = { width: 40 / 3, height: 7.5, margin: 0.6, contentWidth: 40 / 3 - 1.2 } as const;
export const bodyTop = 1.95;
const bodyHeight = 4.5;

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export const body: Box = { x: page.margin, y: bodyTop, w: page.contentWidth, h: bodyHeight };

/** `rrggbb`, as office files write colours. */
export function hex(ink: Ink): string {
  return palettes.light[ink].slice(1).toUpperCase();
}

/** The colours offered for charts and shapes that people add: those of the five issues, then the status colours. */
export const themeColors = {
  dk1: hex('ink'),
  lt1: hex('paper'),
  dk2: hex('primary'),
  lt2: hex('soft'),
  accent1: hex('issue-ke'),
  accent2: hex('issue-st'),
  accent3: hex('issue-ats'),
  accent4: hex('issue-pa'),
  accent5: hex('issue-inf'),
  accent6: hex('status-attention'),
  hlink: hex('primary'),
  folHlink: hex('muted'),
} as const;

/** An empty presentation with the two layouts: title with room below, and the cover. */
export function newPresentation(about: { title: string; author: string }): PptxGenJS {
  const deck = new PptxGenJS();
  deck.defineLayout({ name: 'WIDE', width: page.width, height: page.height });
  deck.layout = 'WIDE';
  deck.title = about.title;
  deck.subject = about.title;
  deck.author = about.author;
  deck.company = 'Satgas 4+1';
  deck.theme = { headFontFace: font, bodyFontFace: font };
  deck.defineSlideMaster({
    title: masterName,
    background: { color: hex('paper') },
    objects: [
      { rect: { x: 0, y: 0, w: page.width, h: 0.12, fill: { color: hex('primary') } } },
      {
        line: {
          x: page.margin,
          y: 6.95,
          w: page.contentWidth,
          h: 0,
          line: { color: hex('line'), width: 1 },
        },
      },
      titlePlaceholder({ x: page.margin, y: 0.72, w: page.contentWidth, h: 1.1 }, 28),
    ],
  });
  deck.defineSlideMaster({
    title: coverName,
    background: { color: hex('paper') },
    objects: [
      { rect: { x: 0, y: 0, w: 0.35, h: page.height, fill: { color: hex('primary') } } },
      titlePlaceholder({ x: 0.95, y: 2.1, w: 7.2, h: 2 }, 40),
    ],
  });
  return deck;
}

function titlePlaceholder(box: Box, fontSize: number) {
  return {
    placeholder: {
      options: {
        name: 'title',
        type: 'title' as const,
        ...box,
        margin: 0,
        fontFace: font,
        fontSize,
        bold: true,
        color: hex('ink'),
        align: 'left' as const,
        valign: 'top' as const,
      },
      text: '',
    },
  };
}
