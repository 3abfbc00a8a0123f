import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database, Flag } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import type { Actor } from '#server/context.ts';
import { recountReports } from '#server/report/report.service.ts';
import { groupBy } from '#shared/group-by.ts';
import type {
  IndicatorAdmin,
  IndicatorCatalogue,
  RuleAdmin,
  SetJuklakInput,
  UpdateIndicatorInput,
  UpdateRuleInput,
} from '#shared/indicator-admin.ts';
import {
  findIndicator,
  findRule,
  type IndicatorRow,
  listCollectedAt,
  listIndicators,
  listIssues,
  listRules,
  type RuleRow,
  type RuleSettings,
  updateIndicator,
  updateJuklak,
  updateRule,
} from './indicator.queries.ts';

/** Earlier than any report: a change of what is collected holds for all months. */
const FIRST_MONTH = '1900-01';

export async function indicatorCatalogue({ db }: DatabaseHandle): Promise<IndicatorCatalogue> {
  const collectedAt = groupBy(await listCollectedAt(db), (row) => row.indicatorId);
  const issues = await listIssues(db);
  const indicators = await listIndicators(db);
  const rules = await listRules(db);
  return {
    issues: issues.map(({ slug, sortOrder, ...issue }) => issue),
    indicators: indicators.map((row) => toIndicator(row, collectedAt.get(row.id) ?? [])),
    rules: rules.map(toRule),
  };
}

function toIndicator(row: IndicatorRow, collectedAt: readonly { name: string }[]): IndicatorAdmin {
  const { sortOrder, ...facts } = row;
  return {
    ...facts,
    collectedAt: collectedAt.map((area) => area.name),
    isReported: row.isReported === 1,
    allowsNegative: row.allowsNegative === 1,
    isActive: row.isActive === 1,
  };
}

function toRule(row: RuleRow): RuleAdmin {
  return {
    id: row.id,
    issueId: row.issueId,
    left: row.leftIds.split('+'),
    operator: row.operator,
    right: row.rightIds.split('+'),
    rightMonth: row.rightMonth,
    severity: row.severity,
    requiresReason: row.requiresReason === 1,
    messageId: row.messageId,
    messageEn: row.messageEn,
    isActive: row.isActive === 1,
  };
}

/** Changes what does not touch the meaning of stored figures; switching an indicator on or off recounts the reports. */
export async function changeIndicator(
  handle: DatabaseHandle,
  actor: Actor,
  input: UpdateIndicatorInput,
): Promise<void> {
  const { id, version, isActive, ...facts } = input;
  await handle.transaction(async (trx) => {
    const before = await findIndicator(trx, id);
    if (!before) throw new AppError('NOT_FOUND');
    if (before.version !== version) throw new AppError('VERSION_CONFLICT', { params: { version: before.version } });
    const patch = { ...facts, isActive: flag(isActive) };
    const changes = changedFields<IndicatorRow>(before, patch);
    if (Object.keys(changes).length === 0) return;
    if (changes.isActive) await (isActive ? assertWhole(trx, before) : assertDispensable(trx, before));
    await updateIndicator(trx, id, version, patch);
    await recordAudit(trx, actor.id, [
      { event: 'indicator.changed', subjectType: 'indicator', subjectId: id, data: { changes } },
    ]);
    if (changes.isActive && before.isReported === 1) {
      await recountReports(trx, { issueId: before.issueId, fromMonth: FIRST_MONTH });
    }
  });
}

/** @throws AppError INDICATOR_IN_USE for an issue's headline or outcome, and for what a ratio in use is made of */
async function assertDispensable(trx: Kysely<Database>, { id }: IndicatorRow): Promise<void> {
  const issues = await listIssues(trx);
  const indicators = await listIndicators(trx);
  const isShown = issues.some((issue) => issue.headlineIndicatorId === id || issue.outcomeIndicatorId === id);
  const isOperand = indicators.some(
    (each) => each.isActive === 1 && (each.numeratorId === id || each.denominatorId === id),
  );
  if (isShown || isOperand) throw new AppError('INDICATOR_IN_USE', { fields: { isActive: 'INDICATOR_NEEDED' } });
}

/** @throws AppError INDICATOR_IN_USE for a ratio of which a part is switched off */
async function assertWhole(trx: Kysely<Database>, { numeratorId, denominatorId }: IndicatorRow): Promise<void> {
  for (const partId of [numeratorId, denominatorId]) {
    const part = partId === null ? undefined : await findIndicator(trx, partId);
    if (part?.isActive === 0) throw new AppError('INDICATOR_IN_USE', { fields: { isActive: 'RATIO_NEEDS_PARTS' } });
  }
}

export async function changeRule(handle: DatabaseHandle, actor: Actor, input: UpdateRuleInput): Promise<void> {
  await handle.transaction(async (trx) => {
    const before = await findRule(trx, input.id);
    if (!before) throw new AppError('NOT_FOUND');
    const settings = toSettings(input);
    if (!(await updateRule(trx, input.id, toSettings(input.seen), settings))) throw new AppError('VERSION_CONFLICT');
    const changes = changedFields<RuleRow>(before, settings);
    if (Object.keys(changes).length === 0) return;
    await recordAudit(trx, actor.id, [
      {
        event: 'indicator.rule_changed',
        subjectType: 'rule',
        subjectId: input.id,
        data: { issueId: before.issueId, changes },
      },
    ]);
  });
}

function toSettings(input: Pick<RuleAdmin, 'severity' | 'requiresReason' | 'isActive'>): RuleSettings {
  return {
    severity: input.severity,
    requiresReason: flag(input.requiresReason),
    isActive: flag(input.isActive),
  };
}

function flag(value: boolean): Flag {
  return value ? 1 : 0;
}

/** How far an issue's implementation guideline is. */
export async function setJuklak(handle: DatabaseHandle, actor: Actor, input: SetJuklakInput): Promise<void> {
  const { issueId, seen, ...juklak } = input;
  await handle.transaction(async (trx) => {
    if (!(await updateJuklak(trx, issueId, seen, juklak))) throw new AppError('VERSION_CONFLICT');
    const changes = changedFields<Partial<SetJuklakInput>>(seen, juklak);
    if (Object.keys(changes).length === 0) return;
    await recordAudit(trx, actor.id, [
      { event: 'issue.changed', subjectType: 'issue', subjectId: issueId, data: { changes } },
    ]);
  });
}
