import type { Dialect } from './cell-form.ts';
import type { CellPlace } from './read-cells.ts';

/** A cell that can only be written in one dialect. */
export type Evidence = { dialect: Dialect; text: string; place: CellPlace };

export type SignVerdict =
  | { kind: 'settled'; dialect: Dialect; because: Evidence | undefined }
  /** Nothing speaks for either, or what speaks does not agree: asked once for all such columns. */
  | { kind: 'ask_block' }
  /** The column contradicts itself: its own question. */
  | { kind: 'ask_column' };

/**
 * Who decides what the dot of `1.612` is:
 *
 * | in its column        | elsewhere in the block | a count, dot  | a count, comma | with decimals |
 * |----------------------|------------------------|---------------|----------------|---------------|
 * | only decimal commas  | anything               | comma         | comma          | comma         |
 * | only decimal points  | anything               | point         | point          | point         |
 * | both                 | anything               | ask           | ask            | ask           |
 * | nothing              | only decimal commas    | comma: groups | ask            | comma         |
 * | nothing              | only decimal points    | ask           | point: groups  | point         |
 * | nothing              | both                   | ask           | ask            | ask           |
 * | nothing              | nothing                | comma: groups | ask            | ask           |
 *
 * Where a count would be left with decimals by this, it is asked all the same.
 *
 * A count has no decimals, so that a dot in it groups: `16.377` is sixteen thousand. A comma in it does not, here: it may
 * be an English number or a decimal that strayed into the column.
 */
export function settleSign(input: {
  sign: '.' | ',';
  isCount: boolean;
  own: readonly Evidence[];
  others: readonly Evidence[];
}): SignVerdict {
  const { sign, isCount, own, others } = input;
  const here = agreement(own);
  if (here === 'both') return { kind: 'ask_column' };
  if (here) return { kind: 'settled', dialect: here.dialect, because: here };
  const around = agreement(others);
  if (around === 'both') return { kind: 'ask_block' };
  const groupsIn: Dialect = sign === '.' ? 'comma' : 'point';
  if (around && (!isCount || around.dialect === groupsIn)) {
    return { kind: 'settled', dialect: around.dialect, because: around };
  }
  if (!around && isCount && sign === '.') return { kind: 'settled', dialect: 'comma', because: undefined };
  return { kind: 'ask_block' };
}

function agreement(evidence: readonly Evidence[]): Evidence | 'both' | undefined {
  const [first] = evidence;
  return first && evidence.some(({ dialect }) => dialect !== first.dialect) ? 'both' : first;
}
