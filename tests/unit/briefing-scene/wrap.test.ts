import { describe, expect, it } from 'vitest';
import { textWidth } from '#shared/briefing/scene/text-metrics.ts';
import { balanceText, ellipsise, fitText, wrapText } from '#shared/briefing/scene/wrap.ts';

const type = { size: 20, weight: 400 } as const;
const headline = 'Separuh lebih sasaran sudah dijangkau, tetapi baru 1 dari 9 yang keluar dari status';

describe('wrapping', () => {
  it('keeps lines within the width and loses no word', () => {
    const lines = wrapText(headline, 260, type);
    for (const line of lines) expect(textWidth(line, 20, 400)).toBeLessThanOrEqual(260);
    expect(lines.join(' ')).toBe(headline);
  });

  it('ends what has no room in an ellipsis', () => {
    const lines = wrapText(headline, 260, type, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(textWidth(lines[1] ?? '', 20, 400)).toBeLessThanOrEqual(260);
  });

  it('cuts a word that is longer than the line', () => {
    const word = 'pendampingankeluargaberisikostunting';
    const lines = wrapText(word, 100, type);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(word);
  });

  it('keeps a number and its sign of per cent together', () => {
    expect(wrapText('target 55,5\u00A0% tercapai', 110, type)).toContain('55,5\u00A0%');
  });

  it('writes nothing for nothing', () => {
    expect(wrapText('  \n ', 100, type)).toEqual([]);
  });

  it('cuts a line by letters, never in the middle of one', () => {
    expect(ellipsise('Mamuju', 1000, type)).toBe('Mamuju');
    const cut = ellipsise('👩‍🌾👩‍🌾👩‍🌾👩‍🌾👩‍🌾👩‍🌾', 80, type);
    expect(cut).toMatch(/…$/);
    expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe('a headline', () => {
  it('breaks where a clause ends', () => {
    expect(balanceText(headline, 1168, { size: 46, weight: 700 }, 2)).toEqual([
      'Separuh lebih sasaran sudah dijangkau,',
      'tetapi baru 1 dari 9 yang keluar dari status',
    ]);
  });

  it('has lines of about one length otherwise', () => {
    const lines = balanceText(
      'Polewali Mandar menjangkau tiga perempat sasaran stunting pada bulan Agustus 2023 ini',
      1168,
      { size: 46, weight: 700 },
      2,
    );
    const [first = 0, second = 0] = lines.map((line) => textWidth(line, 46, 700));
    expect(Math.min(first, second) / Math.max(first, second)).toBeGreaterThan(0.75);
  });

  it('takes the first size in which it fits, and is cut in the last', () => {
    const choices = [
      { size: 46, maxLines: 1 },
      { size: 34, maxLines: 2 },
    ];
    expect(fitText('Pendek', 1168, 700, choices)).toEqual({ lines: ['Pendek'], size: 46 });
    expect(fitText(headline, 1168, 700, choices).size).toBe(34);
    expect(fitText(headline.repeat(4), 1168, 700, choices).lines.at(-1)).toMatch(/…$/);
  });
});
