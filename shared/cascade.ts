import type { Stage } from '#shared/indicator.ts';

/** What each stage holds, all in one unit (children, families); null or absent is missing. */
export type StageValues = Partial<Record<Stage, number | null>>;

/** Each share with the stages it divides: the formula is shown beside the figure. */
export const cascadeShares = {
  validOfTarget: { part: 'valid', whole: 'target_group' },
  reachedOfTarget: { part: 'reached', whole: 'target_group' },
  reachedOfValid: { part: 'reached', whole: 'valid' },
  leftOfReached: { part: 'left', whole: 'reached' },
  leftOfTarget: { part: 'left', whole: 'target_group' },
} as const satisfies Record<string, { part: Stage; whole: Stage }>;
export type CascadeShare = keyof typeof cascadeShares;

/**
 * What "remaining" can mean. The sources use it in two ways (of the target group, and of those reached), so it is
 * never shown without its formula: the first stage, minus the others.
 */
export const remainingFormulas = {
  target_minus_left: ['target_group', 'left'],
  valid_minus_left: ['valid', 'left'],
  target_minus_reached: ['target_group', 'reached'],
  reached_minus_left: ['reached', 'left'],
  reached_minus_left_minus_referred: ['reached', 'left', 'referred'],
} as const satisfies Record<string, readonly [Stage, ...Stage[]]>;
export type RemainingFormula = keyof typeof remainingFormulas;

/** A share of the cascade in per cent; null when either stage is missing or the whole is 0. */
export function cascadeShare(stages: StageValues, share: CascadeShare): number | null {
  const { part, whole } = cascadeShares[share];
  const [numerator, denominator] = [stages[part] ?? null, stages[whole] ?? null];
  if (numerator === null || denominator === null || denominator === 0) return null;
  return (numerator / denominator) * 100;
}

/** What remains by that formula, in the stages' unit; null when any stage in it is missing. */
export function cascadeRemaining(stages: StageValues, formula: RemainingFormula): number | null {
  const [from, ...taken] = remainingFormulas[formula];
  let rest = stages[from] ?? null;
  for (const stage of taken) {
    const value = stages[stage] ?? null;
    rest = rest === null || value === null ? null : rest - value;
  }
  return rest;
}

export type DerivedCascade = {
  shares: Record<CascadeShare, number | null>;
  remaining: Record<RemainingFormula, number | null>;
};

/** Everything that can be derived from the stages at hand. */
export function deriveCascade(stages: StageValues): DerivedCascade {
  return {
    shares: {
      validOfTarget: cascadeShare(stages, 'validOfTarget'),
      reachedOfTarget: cascadeShare(stages, 'reachedOfTarget'),
      reachedOfValid: cascadeShare(stages, 'reachedOfValid'),
      leftOfReached: cascadeShare(stages, 'leftOfReached'),
      leftOfTarget: cascadeShare(stages, 'leftOfTarget'),
    },
    remaining: {
      target_minus_left: cascadeRemaining(stages, 'target_minus_left'),
      valid_minus_left: cascadeRemaining(stages, 'valid_minus_left'),
      target_minus_reached: cascadeRemaining(stages, 'target_minus_reached'),
      reached_minus_left: cascadeRemaining(stages, 'reached_minus_left'),
      reached_minus_left_minus_referred: cascadeRemaining(stages, 'reached_minus_left_minus_referred'),
    },
  };
}
