import { describe, expect, it } from 'vitest';
import { bandLabelPlace } from '#client/charts/band-label-place.ts';

const band = { left: 0, right: 300, top: 50, bottom: 100 };
const label = { width: 80, height: 12 };

describe('the place of a band’s name', () => {
  it('is at the right edge where nothing is in the way', () => {
    expect(bandLabelPlace({ band, label, lines: [], boxes: [] })).toEqual({ x: 217, y: 53 });
  });

  it('goes below a line that runs along the top of the band', () => {
    const line = [
      { x: 0, y: 60 },
      { x: 300, y: 60 },
    ];
    expect(bandLabelPlace({ band, label, lines: [line], boxes: [] })).toEqual({ x: 217, y: 85 });
  });

  it('moves left, away from words that are there already', () => {
    const words = { left: 200, right: 300, top: 40, bottom: 110 };
    const place = bandLabelPlace({ band, label, lines: [], boxes: [words] });
    expect((place?.x ?? 300) + label.width).toBeLessThanOrEqual(words.left);
  });

  it('is nowhere where the band is lower than the letters', () => {
    expect(bandLabelPlace({ band: { ...band, bottom: 60 }, label, lines: [], boxes: [] })).toBeUndefined();
  });
});
