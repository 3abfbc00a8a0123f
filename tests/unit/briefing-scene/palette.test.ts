import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import { type Palette, palettes } from '#shared/briefing/scene/palette.ts';
import type { Ink, SceneItem, TextItem } from '#shared/briefing/scene/scene.ts';
import { textBox } from '#shared/briefing/scene/text-metrics.ts';
import { editionMark, slideOf, slides } from '#tests/support/briefing-fixtures.ts';

const css = readFileSync(new URL('../../../client/theme.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/:root(?:\[[^\]]*\])?\s*\{([^}]*)\}/g)].map(
  (block) => new Map([...(block[1] ?? '').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((pair) => [pair[1], pair[2]])),
);
const themes = { light: blocks[0] ?? new Map(), dark: new Map([...(blocks[0] ?? []), ...(blocks[1] ?? [])]) };

const otherNames: Partial<Record<Ink, string>> = {
  paper: 'surface',
  muted: 'ink-2',
  soft: 'surface-2',
  warning: 'danger',
};

describe.each(['light', 'dark'] as const)('the %s palette', (scheme) => {
  const palette = palettes[scheme];

  it('has the colours of the pages', () => {
    const inks = Object.keys(palette) as Ink[];
    const expected = inks.map((ink) => [ink, themes[scheme].get(nameInTheme(ink))]);
    expect(Object.fromEntries(expected)).toEqual(palette);
  });

  it('lets every text of every slide be read on what lies below it', () => {
    const warned = slideOf(slides.issue.body, {
      written: 'Sudah 9.500 anak dijangkau',
      contradictions: [{ written: '9.500', held: { id: '9.085', en: '9,085' } }],
    });
    const faint = [...Object.values(slides), warned].flatMap((slide) => {
      const { items } = layoutSlide(slide, editionMark, 'id');
      return items.flatMap((item, index) => {
        if (item.type !== 'text') return [];
        const ground = groundBelow(item, items.slice(0, index));
        const ratio = contrast(palette, item.fill, ground);
        return ratio < 4.5 ? [`${slide.body.kind}: “${item.text}” ${item.fill} on ${ground} ${ratio.toFixed(2)}`] : [];
      });
    });
    expect(faint).toEqual([]);
  });

  it('tells statuses and issues apart from paper', () => {
    const lines = (Object.keys(palette) as Ink[]).filter(
      (ink) => /^(?:issue|status)-[a-z-]+$/.test(ink) && !/-(?:bg|fg|soft|text)$/.test(ink),
    );
    for (const ink of lines) expect(contrast(palette, ink, 'paper'), ink).toBeGreaterThanOrEqual(3);
  });
});

function nameInTheme(ink: Ink): string {
  if (/^issue-\w+-text$/.test(ink)) return 'issue-on';
  return otherNames[ink] ?? ink;
}

/** The fill of the last shape painted below the middle of a text. */
function groundBelow(item: TextItem, below: readonly SceneItem[]): Ink {
  const box = textBox(item);
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const ground = below.findLast(
    (each) =>
      each.type === 'rect' &&
      each.fill !== undefined &&
      each.x <= x &&
      x <= each.x + each.width &&
      each.y <= y &&
      y <= each.y + each.height,
  );
  return ground?.type === 'rect' && ground.fill ? ground.fill : 'paper';
}

function contrast(palette: Palette, first: Ink, second: Ink): number {
  const [lighter = 0, darker = 0] = [luminance(palette[first]), luminance(palette[second])].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
