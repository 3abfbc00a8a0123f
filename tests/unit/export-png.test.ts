import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { markOf } from '#server/export/edition-slides.ts';
import { sceneSvg } from '#server/export/scene-svg.ts';
import { buildDeckPng, buildSlidePng } from '#server/export/slide-png.ts';
import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import { bodies, slides } from '#tests/support/briefing-fixtures.ts';
import { editionOf } from '#tests/support/export-fixtures.ts';

const locale = 'id' as const;

/** How many colours a picture shows: a blank one shows one. */
async function colours(bytes: Uint8Array): Promise<number> {
  const { data } = await sharp(bytes).resize(192, 108).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const seen = new Set<number>();
  for (let at = 0; at < data.length; at += 3) seen.add(data.readUIntBE(at, 3));
  return seen.size;
}

describe('slides as pictures', () => {
  it('are all there in the ZIP, in Full HD, none of them blank', async () => {
    const edition = editionOf();
    const progress: number[] = [];
    const bytes = await buildDeckPng(edition, { locale, onProgress: (value) => progress.push(value) });
    const files = unzipSync(bytes);
    const names = edition.content.slides.map((_, index) => `slide-${String(index + 1).padStart(2, '0')}.png`);
    expect(Object.keys(files)).toEqual(names);
    for (const [name, file] of Object.entries(files)) {
      expect(await sharp(file).metadata(), name).toMatchObject({ format: 'png', width: 1920, height: 1080 });
      expect(await colours(file), name).toBeGreaterThan(20);
    }
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  }, 60_000);

  it('need no font of the machine: letters are outlines', async () => {
    const edition = editionOf();
    const scene = layoutSlide(slides.issue, markOf(edition, 2), locale);
    const svg = sceneSvg(scene, new Map(), 1920);
    expect(svg).not.toMatch(/<text|font-family/);
    expect(svg).toMatch(/<use xlink:href="#arimo-latin-700-\d+"/);
  });

  it('show the picture of the edition, cut to its place', async () => {
    const red = await sharp({ create: { width: 300, height: 900, channels: 3, background: '#ff0000' } })
      .jpeg()
      .toBuffer();
    const sha256 = 'a'.repeat(64);
    const body: SlideBodyOf<'text'> = { ...bodies.text, pictureSha256: sha256, pictureAlt: 'Foto' };
    const slide = { ...slides.text, body };
    const pictures = [{ sha256, contentType: 'image/jpeg' as const, base64: red.toString('base64') }];
    const withPicture = await buildSlidePng(editionOf({ slides: [slide] }, { pictures }), slide.id, { locale });
    const { data } = await sharp(withPicture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    let redDots = 0;
    for (let at = 0; at < data.length; at += 3)
      if (data.readUIntBE(at, 3) >> 16 > 240 && data.readUInt16BE(at + 1) < 0x1414) redDots += 1;
    expect(redDots).toBeGreaterThan(50_000);
    const without = await buildSlidePng(editionOf({ slides: [slide] }), slide.id, { locale });
    expect(await colours(without)).toBeGreaterThan(20);
  });

  it('are refused for a slide that is not in the edition', async () => {
    await expect(buildSlidePng(editionOf(), 'none', { locale })).rejects.toThrow(RangeError);
  });
});
