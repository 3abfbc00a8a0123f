import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { advanceWidths, unitsPerEm } from '#shared/briefing/scene/advance-widths.ts';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';

describe.each([400, 700] as const)('Arimo %i', (weight) => {
  const file = new URL(
    `../../../node_modules/@fontsource/arimo/files/arimo-latin-${weight}-normal.woff2`,
    import.meta.url,
  );
  const opened = fontkit.openSync(file.pathname);
  if (!('glyphForCodePoint' in opened)) throw new Error('the file holds a collection of fonts');
  const font = opened;
  const widthInFont = (code: number) => font.glyphForCodePoint(code).advanceWidth;
  const { basicLatin, latin1, others } = advanceWidths[weight];

  it('is as wide as the table says', () => {
    expect(font.unitsPerEm).toBe(unitsPerEm);
    expect(basicLatin).toEqual(Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => widthInFont(0x20 + index)));
    expect(latin1).toEqual(Array.from({ length: 0xff - 0xa0 + 1 }, (_, index) => widthInFont(0xa0 + index)));
    expect([...others.values()]).toEqual([...others.keys()].map(widthInFont));
    for (const code of others.keys()) expect(font.hasGlyphForCodePoint(code)).toBe(true);
  });

  it.each(['Separuh lebih sasaran sudah dijangkau,', '16.377', '55,5 % dari sasaran', 'AVATAR To Wa “Yang”'])(
    'never measures “%s” narrower than it is set',
    (text) => {
      const set = (font.layout(text).advanceWidth * 46) / unitsPerEm;
      expect(textWidth(text, 46, weight)).toBeGreaterThanOrEqual(set - 1e-9);
      expect(textWidth(text, 46, weight)).toBeLessThan(set * 1.1);
    },
  );

  it('has figures of one width, so that columns of numbers line up', () => {
    expect(new Set([...'0123456789'].map((digit) => textWidth(digit, 20, weight))).size).toBe(1);
  });

  it('takes letters it does not know for wide ones', () => {
    expect(textWidth('世界', 20, weight)).toBeGreaterThanOrEqual(40);
    expect(textWidth('ğ', 20, weight)).toBeGreaterThanOrEqual(textWidth('g', 20, weight));
  });
});
