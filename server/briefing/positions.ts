/** Slides stand apart by this much, so that one can be put between two without touching the others. */
export const positionGap = 1024;

export interface Placed {
  id: string;
  position: number;
}

export interface Placement {
  position: number;
  /** New positions of the others, where there was no room left between two of them. */
  moved: Placed[];
}

/**
 * Where a slide goes that shall stand after another.
 * @param others every other slide in its order, also those that were dropped: they keep their place
 * @param afterId null puts it first; an unknown id puts it last
 */
export function placeAfter(others: readonly Placed[], afterId: string | null): Placement {
  const found = others.findIndex((each) => each.id === afterId);
  const at = afterId === null ? 0 : found < 0 ? others.length : found + 1;
  const before = others[at - 1]?.position ?? 0;
  const next = others[at];
  const between = next ? Math.floor((before + next.position) / 2) : before + positionGap;
  if (between > before && (!next || between < next.position)) return { position: between, moved: [] };
  const moved = others.map(({ id }, index) => ({ id, position: (index < at ? index + 1 : index + 2) * positionGap }));
  return { position: (at + 1) * positionGap, moved };
}
