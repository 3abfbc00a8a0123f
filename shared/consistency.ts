import type { IssueId } from '#shared/indicator.ts';

export const ruleOperators = ['<=', '>=', '==', '<', '>'] as const;
export type RuleOperator = (typeof ruleOperators)[number];

export const ruleSeverities = ['block', 'warn'] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

export const ruleMonths = ['same', 'previous'] as const;
export type RuleMonth = (typeof ruleMonths)[number];

/**
 * A rule between indicators of one area, as data: the sum on the left stands in `operator` to the sum on the right.
 * With `rightMonth: 'previous'` the right side is last month's: a cumulative figure that falls is
 * `{ left: ['x'], operator: '>=', right: ['x'], rightMonth: 'previous', requiresReason: true }`.
 */
export type ConsistencyRule = {
  id: string;
  issueId: IssueId;
  left: readonly string[];
  operator: RuleOperator;
  right: readonly string[];
  rightMonth: RuleMonth;
  severity: RuleSeverity;
  requiresReason: boolean;
  messageId: string;
  messageEn: string;
};

/** A rule that does not hold. Values are real numbers, in the indicators' own unit. */
export type ConsistencyFinding = {
  ruleId: string;
  severity: RuleSeverity;
  requiresReason: boolean;
  /** The cells to mark: each indicator of the rule once, left side first. */
  indicatorIds: string[];
  leftValue: number;
  rightValue: number;
  /** One side lacks a figure, and breaks the rule all the same: its value here is "at least". */
  isLowerBound: boolean;
};

/** The scaled value of an indicator in the row's area; null or undefined when it is missing or not applicable. */
export type RowValues = (indicatorId: string, month: RuleMonth) => number | null | undefined;

/** Findings for one area's row, in the order of the rules. */
export function checkRow(
  rules: readonly ConsistencyRule[],
  values: RowValues,
  decimalsOf: (indicatorId: string) => number,
): ConsistencyFinding[] {
  return rules.flatMap((rule) => checkRule(rule, values, decimalsOf) ?? []);
}

/**
 * Missing is not zero, so a rule with a missing figure is not judged, with one exception. In `a + b <= c` with b
 * missing, a alone is already too much when a > c, because counts are never negative. A negative figure on that side
 * shows that it does not hold counts, and then nothing is concluded. The mirror image, `c >= a + b`, is judged alike.
 */
function checkRule(
  rule: ConsistencyRule,
  values: RowValues,
  decimalsOf: (indicatorId: string) => number,
): ConsistencyFinding | null {
  const decimals = Math.max(0, ...[...rule.left, ...rule.right].map(decimalsOf));
  const left = sumSide(rule.left, 'same', values, decimalsOf, decimals);
  const right = sumSide(rule.right, rule.rightMonth, values, decimalsOf, decimals);
  if (!left || !right || !isJudgeable(rule.operator, left, right)) return null;
  if (holds(left.sum, rule.operator, right.sum)) return null;
  return {
    ruleId: rule.id,
    severity: rule.severity,
    requiresReason: rule.requiresReason,
    indicatorIds: [...new Set([...rule.left, ...rule.right])],
    leftValue: toReal(left.sum, decimals),
    rightValue: toReal(right.sum, decimals),
    isLowerBound: !left.isComplete || !right.isComplete,
  };
}

type Side = { sum: bigint; isComplete: boolean; isNonNegative: boolean };

/** Adds on a common scale, in bigint: aligning a large count with a two-decimal figure can leave the safe integers. */
function sumSide(
  indicatorIds: readonly string[],
  month: RuleMonth,
  values: RowValues,
  decimalsOf: (indicatorId: string) => number,
  decimals: number,
): Side | null {
  const side: Side = { sum: 0n, isComplete: true, isNonNegative: true };
  let held = 0;
  for (const id of indicatorIds) {
    const value = values(id, month);
    if (value === null || value === undefined) {
      side.isComplete = false;
      continue;
    }
    held += 1;
    side.sum += BigInt(value) * 10n ** BigInt(decimals - decimalsOf(id));
    if (value < 0) side.isNonNegative = false;
  }
  return held === 0 ? null : side;
}

function isJudgeable(operator: RuleOperator, left: Side, right: Side): boolean {
  if (left.isComplete && right.isComplete) return true;
  if (operator === '<=' || operator === '<') return right.isComplete && left.isNonNegative;
  if (operator === '>=' || operator === '>') return left.isComplete && right.isNonNegative;
  return false;
}

function holds(left: bigint, operator: RuleOperator, right: bigint): boolean {
  switch (operator) {
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    case '==':
      return left === right;
    case '<':
      return left < right;
    case '>':
      return left > right;
  }
}

function toReal(scaled: bigint, decimals: number): number {
  return Number(`${scaled}e-${decimals}`);
}

export type PlausibleRange = { min?: number | null; max?: number | null };

/**
 * Whether a value lies outside what can be true of its area (a province of 1.47 million people has no 479,699 stunted
 * children). Value and limits are on the same scale; a missing value or limit is not judged.
 */
export function checkPlausible(
  value: number | null | undefined,
  { min, max }: PlausibleRange,
): 'BELOW_MIN' | 'ABOVE_MAX' | null {
  if (value === null || value === undefined) return null;
  if (min !== null && min !== undefined && value < min) return 'BELOW_MIN';
  if (max !== null && max !== undefined && value > max) return 'ABOVE_MAX';
  return null;
}
