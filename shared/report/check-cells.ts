import { type ConsistencyRule, checkPlausible, checkRow } from '#shared/consistency.ts';
import type { EntryKind } from '#shared/entry.ts';
import type { Month } from '#shared/month.ts';
import type { FindingState, ReportFinding } from '#shared/report/finding.ts';
import { fromScaled } from '#shared/scale.ts';

/** What the checks need to know of a cell. */
export type CheckedCell = { kind: EntryKind; value: number | null; reason?: string | null };

export type CheckedIndicator = {
  id: string;
  decimals: number;
  /** Scaled. */
  plausibleMin: number | null;
  plausibleMax: number | null;
};

export type RowCheck = {
  areaId: string;
  indicators: readonly CheckedIndicator[];
  rules: readonly ConsistencyRule[];
  /** This month's cell of the row; undefined where there is none. */
  cell: (indicatorId: string) => CheckedCell | undefined;
  /** Last month's cell of the row. */
  previous: (indicatorId: string) => CheckedCell | undefined;
  /** The last figure before last month, of what is cumulative and has none then: a fall across a gap is a fall too. */
  earlier?: (indicatorId: string) => EarlierFigure | undefined;
};

export type EarlierFigure = { month: Month; value: number };

/**
 * All findings in one area's row: first the rules in their order, then the plausible ranges. Last month's figure is
 * the one that stands in the cell now, whatever its status: it is what the person sees beside this month's.
 */
export function checkCells(row: RowCheck): ReportFinding[] {
  const decimalsById = new Map(row.indicators.map((indicator) => [indicator.id, indicator.decimals]));
  const decimalsOf = (id: string) => decimalsById.get(id) ?? 0;
  const ruleById = new Map(row.rules.map((rule) => [rule.id, rule]));
  const broken = checkRow(
    row.rules,
    (id, month) => (month === 'same' ? row.cell(id)?.value : (row.previous(id)?.value ?? row.earlier?.(id)?.value)),
    decimalsOf,
  );
  const ruleFindings = broken.map((finding): ReportFinding => {
    const asked = finding.requiresReason ? (ruleById.get(finding.ruleId)?.left ?? []) : [];
    const explains = asked.find((id) => hasText(row.cell(id)?.reason));
    return {
      areaId: row.areaId,
      kind: 'rule',
      state: stateOf(finding, explains !== undefined),
      ruleId: finding.ruleId,
      indicatorIds: finding.indicatorIds,
      reasonIndicatorId: explains ?? asked[0] ?? null,
      leftValue: finding.leftValue,
      rightValue: finding.rightValue,
      earlierMonth: earlierMonthOf(row, ruleById.get(finding.ruleId)),
      isLowerBound: finding.isLowerBound,
    };
  });
  return [...ruleFindings, ...row.indicators.flatMap((indicator) => plausibleFinding(row, indicator) ?? [])];
}

function earlierMonthOf(row: RowCheck, rule: ConsistencyRule | undefined): Month | null {
  if (rule?.rightMonth !== 'previous') return null;
  const months = rule.right.flatMap((id) => (row.previous(id)?.value == null ? (row.earlier?.(id)?.month ?? []) : []));
  return months[0] ?? null;
}

/** A rule that asks for a reason accepts one, whatever its severity: it is how a fallen cumulative figure passes. */
function stateOf(finding: { severity: 'block' | 'warn'; requiresReason: boolean }, isExplained: boolean): FindingState {
  if (finding.requiresReason) return isExplained ? 'explained' : 'reason_missing';
  return finding.severity === 'block' ? 'blocked' : 'warning';
}

function plausibleFinding(row: RowCheck, indicator: CheckedIndicator): ReportFinding | null {
  const value = row.cell(indicator.id)?.value ?? null;
  const result = checkPlausible(value, { min: indicator.plausibleMin, max: indicator.plausibleMax });
  const limit = result === 'BELOW_MIN' ? indicator.plausibleMin : indicator.plausibleMax;
  if (result === null || value === null || limit === null) return null;
  return {
    areaId: row.areaId,
    kind: result === 'BELOW_MIN' ? 'below_plausible' : 'above_plausible',
    state: 'warning',
    ruleId: null,
    indicatorIds: [indicator.id],
    reasonIndicatorId: null,
    leftValue: fromScaled(value, indicator.decimals),
    rightValue: fromScaled(limit, indicator.decimals),
    earlierMonth: null,
    isLowerBound: false,
  };
}

function hasText(text: string | null | undefined): boolean {
  return typeof text === 'string' && text.trim() !== '';
}
