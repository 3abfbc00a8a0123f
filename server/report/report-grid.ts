import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import type { Actor } from '#server/context.ts';
import type { EntryRow } from '#server/entry/entry.service.ts';
import { type Reference, type ReferenceIndicator, referenceOf } from '#server/reference/reference.service.ts';
import { cascadeShares, remainingFormulas } from '#shared/cascade.ts';
import type { IssueId, Stage } from '#shared/indicator.ts';
import { previousMonth } from '#shared/month.ts';
import { defaultInRangePercent } from '#shared/report/in-range.ts';
import { findingsOf } from '#shared/report/summary.ts';
import {
  type DerivedColumn,
  type GridArea,
  type GridCell,
  type GridIndicator,
  parseReportKey,
  type ReportGrid,
} from '#shared/report.ts';
import { permissionsOf } from './access.ts';
import type { Clock } from './clock.ts';
import { findReport, listAliases, listComments, namesOf } from './report.queries.ts';
import { countOwed, loadContent, type ReportContent, summaryInputOf } from './report-content.ts';
import { headOf } from './report-head.ts';

/**
 * The entry grid and the verification desk's page of one report.
 * @throws AppError REPORT_NOT_FOUND when the agency owes no such report
 */
export async function getReport(
  handle: DatabaseHandle,
  actor: Actor,
  input: { reportKey: string },
  clock: Clock,
): Promise<ReportGrid> {
  const { db } = handle;
  const subject = parseReportKey(input.reportKey);
  const reference = await referenceOf(handle);
  const report = await findReport(db, subject);
  const content = await loadContent(db, reference, subject, report);
  if (content.areas.length === 0) throw new AppError('REPORT_NOT_FOUND');

  const summaryInput = summaryInputOf(content);
  const people = content.entries.flatMap((entry) => [entry.enteredById, entry.verifiedById]);
  const names = await namesOf(db, [
    ...people,
    report?.submittedById ?? null,
    report?.verifiedById ?? null,
    report?.returnedById ?? null,
  ]);
  return {
    report: headOf(reference, subject, report, countOwed(content), clock, names),
    permissions: permissionsOf(reference, actor, subject, report, clock),
    previousMonth: previousMonth(subject.month),
    areas: await gridAreas(handle, reference, content),
    indicators: content.indicators.map(toGridIndicator),
    derived: derivedColumns(reference, subject.issueId, content.indicators),
    cells: content.entries.map((entry) => toGridCell(entry, names)),
    previousCells: summaryInput.previousCells.map((cell) => ({ ...cell })),
    earlierCells: content.earlier,
    comments: report ? await listComments(db, report.id) : [],
    rules: content.rules.map((rule) => ({ ...rule, left: [...rule.left], right: [...rule.right] })),
    findings: findingsOf(summaryInput),
    inRangePercent: inRangePercentOf(reference),
  };
}

/** How far a figure may move and still be verified in bulk: the setting `verify.inRangePercent`. */
export function inRangePercentOf(reference: Reference): number {
  const percent = Number(reference.settings.get('verify.inRangePercent') ?? Number.NaN);
  return Number.isFinite(percent) && percent >= 0 ? percent : defaultInRangePercent;
}

async function gridAreas(handle: DatabaseHandle, reference: Reference, content: ReportContent): Promise<GridArea[]> {
  const aliases = new Map<string, string[]>();
  for (const row of await listAliases(
    handle.db,
    content.areas.map(({ area }) => area.id),
  )) {
    aliases.set(row.areaId, [...(aliases.get(row.areaId) ?? []), row.alias]);
  }
  return content.areas.map(({ area, indicatorIds }) => ({
    id: area.id,
    name: area.name,
    level: area.level,
    parentId: area.parentId,
    parentName: area.parentId === null ? null : (reference.areaById.get(area.parentId)?.name ?? null),
    aliases: aliases.get(area.id) ?? [],
    indicatorIds,
  }));
}

export function toGridCell(entry: EntryRow, names: ReadonlyMap<string, string>): GridCell {
  return {
    indicatorId: entry.indicatorId,
    areaId: entry.areaId,
    kind: entry.kind,
    value: entry.value,
    status: entry.status,
    verifiedKind: entry.verifiedKind,
    verifiedValue: entry.verifiedValue,
    version: entry.version,
    note: entry.note,
    source: entry.source,
    reason: entry.reason,
    isSample: entry.isSample === 1,
    enteredAt: entry.enteredAt,
    enteredByName: names.get(entry.enteredById ?? '') ?? null,
    verifiedAt: entry.verifiedAt,
    verifiedByName: names.get(entry.verifiedById ?? '') ?? null,
  };
}

function toGridIndicator(indicator: ReferenceIndicator): GridIndicator {
  return {
    id: indicator.id,
    nameId: indicator.nameId,
    nameEn: indicator.nameEn,
    shortNameId: indicator.shortNameId,
    shortNameEn: indicator.shortNameEn,
    unitId: indicator.unitId,
    unitEn: indicator.unitEn,
    decimals: indicator.decimals,
    definitionId: indicator.definitionId,
    definitionEn: indicator.definitionEn,
    source: indicator.source,
    measure: indicator.measure,
    aggregation: indicator.aggregation,
    direction: indicator.direction,
    stage: indicator.stage,
    allowsNegative: indicator.allowsNegative === 1,
    plausibleMin: indicator.plausibleMin,
    plausibleMax: indicator.plausibleMax,
  };
}

/** Every formula whose figures are columns of the grid; "valid − left" first, as on paper. */
function derivedColumns(
  reference: Reference,
  issueId: IssueId,
  columns: readonly ReferenceIndicator[],
): DerivedColumn[] {
  const here = new Set<Stage | null>(columns.map((column) => column.stage));
  const ids = new Set(columns.map((column) => column.id));
  const remaining = Object.entries(remainingFormulas)
    .filter(([, formula]) => formula.every((stage) => here.has(stage)))
    .map(([formula]) => formula)
    .toSorted((left, right) => Number(right === 'valid_minus_left') - Number(left === 'valid_minus_left'));
  const shares = Object.entries(cascadeShares).filter(([, { part, whole }]) => here.has(part) && here.has(whole));
  const ratios = (reference.indicatorsByIssue.get(issueId) ?? []).flatMap((indicator): DerivedColumn[] => {
    const { numeratorId, denominatorId, factor } = indicator;
    if (indicator.aggregation !== 'ratio' || numeratorId === null || denominatorId === null) return [];
    if (!ids.has(numeratorId) || !ids.has(denominatorId) || indicator.isActive === 0) return [];
    return [{ kind: 'ratio', indicator: toGridIndicator(indicator), numeratorId, denominatorId, factor: factor ?? 1 }];
  });
  return [
    ...remaining.map((formula): DerivedColumn => ({ kind: 'remaining', formula })),
    ...shares.map(([formula]): DerivedColumn => ({ kind: 'share', formula })),
    ...ratios,
  ];
}
