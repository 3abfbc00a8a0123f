/** What several people may change one after the other: named fields, each compared as a whole. */
export type Fields = Record<string, unknown>;

export interface Merged<F extends Fields> {
  /** Everybody's changes; where two people changed one field, mine. */
  fields: F;
  /** Fields that both changed, each in another way. */
  clashes: (keyof F & string)[];
}

/** Puts together what two people made of the same `base`. */
export function mergeFields<F extends Fields>(base: F, mine: F, theirs: F): Merged<F> {
  const fields = { ...theirs };
  const clashes: (keyof F & string)[] = [];
  for (const name of Object.keys(mine) as (keyof F & string)[]) {
    if (isSame(mine[name], base[name])) continue;
    fields[name] = mine[name];
    if (!isSame(theirs[name], base[name]) && !isSame(mine[name], theirs[name])) clashes.push(name);
  }
  return { fields, clashes };
}

/** Plain values only: text, numbers, and records of them whose keys stand in one order. */
export function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
