import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Placed, placeAfter } from '#server/briefing/positions.ts';

/** Puts a slide into a deck as the service does. */
function put(places: readonly Placed[], id: string, afterId: string | null): Placed[] {
  const { position, moved } = placeAfter(places, afterId);
  const newPositions = new Map(moved.map((each) => [each.id, each.position]));
  const others = places.map((each) => ({ ...each, position: newPositions.get(each.id) ?? each.position }));
  return [...others, { id, position }].sort((a, b) => a.position - b.position);
}

it('puts every slide right after the one it was put after, however often', () => {
  const targets = fc.array(fc.option(fc.nat({ max: 80 }), { nil: null }), { maxLength: 60 });
  fc.assert(
    fc.property(targets, (afters) => {
      let places: Placed[] = [];
      const expected: string[] = [];
      afters.forEach((target, index) => {
        const id = `slide-${index}`;
        const after = target === null ? null : `slide-${target}`;
        const at = expected.indexOf(after ?? '');
        places = put(places, id, after);
        expected.splice(after === null ? 0 : at < 0 ? expected.length : at + 1, 0, id);
        expect(places.map((each) => each.id)).toEqual(expected);
        expect(new Set(places.map((each) => each.position)).size).toBe(places.length);
        expect(places.every((each) => Number.isInteger(each.position) && each.position > 0)).toBe(true);
      });
    }),
  );
});

it('touches the others only where there is no room', () => {
  const places = [
    { id: 'a', position: 1024 },
    { id: 'b', position: 1025 },
  ];
  expect(placeAfter(places, 'b')).toEqual({ position: 2049, moved: [] });
  expect(placeAfter(places, null)).toEqual({ position: 512, moved: [] });
  expect(placeAfter(places, 'a').moved.map((each) => each.id)).toEqual(['a', 'b']);
});
