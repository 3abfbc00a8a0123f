import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#shared/briefing/canonical-json.ts';

/** The same value with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('canonical JSON', () => {
  test('sorts keys at every depth and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: undefined, A: 'é"\n' })).toBe(
      '{"A":"é\\"\\n","b":[{"c":null,"d":1}]}',
    );
  });

  test('writes one number in one way', () => {
    expect(canonicalJson([1.0, -0, 0.1, 1e21, 16_377])).toBe('[1,0,0.1,1e+21,16377]');
  });

  test('refuses what JSON cannot hold instead of writing null', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n]) {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
    }
  });

  test('does not depend on the order of keys, and means the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        const text = canonicalJson(plain);
        expect(canonicalJson(reversed(plain))).toBe(text);
        expect(JSON.parse(text)).toEqual(plain);
      }),
    );
  });
});
