/** In a village so few people can be recognised: the public is not told. */
const mostSuppressed = 4;

/** From one to four people. Nought tells of nobody. */
export function isSmallCount(value: number | null): boolean {
  return value !== null && value > 0 && value <= mostSuppressed;
}

/**
 * Which of the figures that add up to a published total the public is not told: the small ones, and with them the next
 * smallest where the total less the others would give a small one away. Hidden figures always differ among themselves
 * where any do, so that each could as well be another's; that is why equal ones are hidden together, and why the choice
 * depends on the figures alone, never on their order. One figure alone is its own total: then the total must be hidden.
 * @param values null where nothing was reported, which adds nothing
 * @returns positions in `values`
 */
export function suppressedPositions(values: readonly (number | null)[]): ReadonlySet<number> {
  const positionsOf = (test: (value: number) => boolean) =>
    values.flatMap((value, position) => (value !== null && test(value) ? [position] : []));
  const hidden = new Set(positionsOf(isSmallCount));
  if (hidden.size === 0) return hidden;
  const kinds = new Set([...hidden].map((position) => values[position]));
  if (kinds.size > 1) return hidden;
  const larger = values.filter((value) => value !== null && value > mostSuppressed);
  // Noughts only where there is nothing else: that nobody was reached somewhere is worth saying.
  const next = larger.length > 0 ? larger.reduce((least, value) => ((value ?? 0) < (least ?? 0) ? value : least)) : 0;
  for (const position of positionsOf((value) => value === next)) hidden.add(position);
  return hidden;
}
