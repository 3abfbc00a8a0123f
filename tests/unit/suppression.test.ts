import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmallCount, suppressedPositions } from '#shared/suppression.ts';

type Values = readonly (number | null)[];

const hiddenIn = (values: Values) => [...suppressedPositions(values)].sort((a, b) => a - b);
const reported = (values: Values) => values.filter((value) => value !== null).length;

/** What everybody is told: the figures that are not hidden, which are hidden, and the total. */
function published(values: Values): string {
  const hidden = suppressedPositions(values);
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return JSON.stringify([values.map((value, position) => (hidden.has(position) ? '?' : value)), total]);
}

/** Every way to split a sum over some places. */
function* splits(sum: number, places: number): Generator<number[]> {
  if (places === 0) {
    if (sum === 0) yield [];
    return;
  }
  for (let first = 0; first <= sum; first += 1) {
    for (const rest of splits(sum - first, places - 1)) yield [first, ...rest];
  }
}

/** The figures that a hidden place can hold for somebody who knows the total, the rest, and this very function. */
function conceivable(values: Values): Map<number, Set<number>> {
  const hidden = hiddenIn(values);
  const told = published(values);
  const sum = hidden.reduce((total, position) => total + (values[position] ?? 0), 0);
  const found = new Map(hidden.map((position) => [position, new Set<number>()]));
  for (const split of splits(sum, hidden.length)) {
    const other = [...values];
    hidden.forEach((position, index) => {
      other[position] = split[index] ?? 0;
    });
    if (published(other) !== told) continue;
    hidden.forEach((position, index) => {
      found.get(position)?.add(split[index] ?? 0);
    });
  }
  return found;
}

const value = fc.option(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) }, fc.nat(400)), { freq: 6 });

describe('what the public is not told of villages', () => {
  it.each<[Values, number[]]>([
    [
      [20, 3, 0, 8],
      [1, 3],
    ],
    [
      [20, 3, 2, 8],
      [1, 2],
    ],
    [
      [20, 3, 3, 8],
      [1, 2, 3],
    ],
    [
      [20, 3, 8, 8],
      [1, 2, 3],
    ],
    [
      [0, 3, null, 0],
      [0, 1, 3],
    ],
    [[0, 5, null, 12], []],
    [[3, null], [0]],
    [[], []],
  ])('of %j are the positions %j', (values, positions) => {
    expect(hiddenIn(values)).toEqual(positions);
  });

  it('holds every small figure, and nothing where there is none', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), (values) => {
        const hidden = suppressedPositions(values);
        values.forEach((each, position) => {
          if (isSmallCount(each)) expect(hidden.has(position)).toBe(true);
          if (each === null) expect(hidden.has(position)).toBe(false);
        });
        if (!values.some(isSmallCount)) expect(hidden.size).toBe(0);
      }),
    );
  });

  it('cannot be worked out from the total and the others, even by somebody who knows how they are chosen', () => {
    const few = fc.array(fc.option(fc.nat(9), { freq: 6 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(few, (values) => {
        fc.pre(reported(values) >= 2);
        for (const figures of conceivable(values).values()) expect(figures.size).toBeGreaterThan(1);
      }),
      { numRuns: 400 },
    );
  });

  it('could in a district of any size each be another’s: hidden figures trade places and nobody sees it', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), (values) => {
        const hidden = hiddenIn(values);
        fc.pre(hidden.length > 0 && new Set(values.filter((each) => each !== null)).size > 1);
        for (const position of hidden) {
          const partner = hidden.find((other) => values[other] !== values[position]);
          expect(partner).toBeDefined();
          const traded = [...values];
          traded[position] = values[partner ?? position] ?? null;
          traded[partner ?? position] = values[position] ?? null;
          expect(published(traded)).toBe(published(values));
        }
      }),
    );
  });
});
