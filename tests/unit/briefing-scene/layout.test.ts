import { describe, expect, it } from 'vitest';
import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import { locales } from '#shared/locale.ts';
import { mutated, randomOf } from '#tests/support/briefing/fuzz.ts';
import { faultsOf, textsOf } from '#tests/support/briefing/scene-checks.ts';
import { draftMark, editionMark, slides } from '#tests/support/briefing-fixtures.ts';

const all = Object.values(slides);

describe.each(locales)('in %s', (locale) => {
  it.each(all.map((slide) => [slide.body.kind, slide] as const))('%s is set so that it can be read', (_, slide) => {
    for (const mark of [editionMark, draftMark]) expect(faultsOf(layoutSlide(slide, mark, locale))).toEqual([]);
  });

  it.each(all.map((slide) => [slide.body.kind, slide] as const))('%s, empty, says so', (_, slide) => {
    if (['cover', 'text'].includes(slide.body.kind)) return;
    const scene = layoutSlide({ ...slide, isEmpty: true }, draftMark, locale);
    expect(faultsOf(scene)).toEqual([]);
    expect(textsOf(scene).some(({ size }) => size === 32)).toBe(true);
  });
});

describe('with names, numbers and lists of any length', () => {
  it.each(all.map((slide) => [slide.body.kind, slide] as const))(
    '%s is still set so that it can be read',
    (kind, slide) => {
      const random = randomOf(kind.length * 7919);
      const faults = Array.from({ length: 60 }, (_, round) => {
        const changed = mutated(slide, random);
        const locale = round % 2 === 0 ? 'id' : 'en';
        return faultsOf(layoutSlide(changed, round % 3 === 0 ? draftMark : editionMark, locale)).map(
          (fault) => `${round}: ${fault}`,
        );
      });
      expect(faults.flat()).toEqual([]);
    },
  );
});
