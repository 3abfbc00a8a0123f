import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { responsibilityFor } from '#server/assignment/assignment.service.ts';
import {
  type EntryRow,
  listAreaEntries,
  listReportEntries,
  type NeighbourRow,
  stateOfEntry,
} from '#server/entry/entry.service.ts';
import type { Reference, ReferenceArea, ReferenceIndicator } from '#server/reference/reference.service.ts';
import type { ConsistencyRule } from '#shared/consistency.ts';
import { areaLevels } from '#shared/indicator.ts';
import { previousMonth } from '#shared/month.ts';
import { cellKey, type SummaryInput } from '#shared/report/summary.ts';
import type { EarlierCell, ReportSubject } from '#shared/report.ts';
import { listEarlierFigures } from './earlier-figures.ts';
import type { ReportRow } from './report.queries.ts';

export interface ReportContent {
  /** Rows with the cells that belong to the report. */
  areas: { area: ReferenceArea; indicatorIds: string[] }[];
  indicators: ReferenceIndicator[];
  entries: EntryRow[];
  /** Last month's cells of the same rows, whoever was responsible then. */
  previous: NeighbourRow[];
  earlier: EarlierCell[];
  rules: readonly ConsistencyRule[];
}

/**
 * What a report consists of: the cells its agency is responsible for, without those that another report holds (figures
 * handed in before a reassignment stay where they were), and with those that this report holds for the same reason.
 */
export async function loadContent(
  db: Kysely<Database>,
  reference: Reference,
  subject: ReportSubject,
  report: ReportRow | undefined,
): Promise<ReportContent> {
  const responsibility = responsibilityFor(reference, subject.issueId, subject.month);
  const owed = responsibility.areasOf(subject.agencyId);
  const entries = report ? await listReportEntries(db, { reportId: report.id }) : [];
  const issueIndicators = reference.indicatorsByIssue.get(subject.issueId) ?? [];
  const before = previousMonth(subject.month);
  const around = await listAreaEntries(db, {
    indicatorIds: issueIndicators.map((indicator) => indicator.id),
    months: [subject.month, before],
    areaIds: [...new Set([...owed.map(({ area }) => area.id), ...entries.map((entry) => entry.areaId)])],
  });
  const isElsewhere = new Set(
    around.filter((entry) => entry.month === subject.month && entry.reportId !== report?.id).map(cellKey),
  );

  const idsByArea = new Map<string, Set<string>>();
  const add = (areaId: string, indicatorId: string) => {
    const ids = idsByArea.get(areaId);
    if (ids) ids.add(indicatorId);
    else idsByArea.set(areaId, new Set([indicatorId]));
  };
  for (const { area, indicatorIds } of owed) {
    for (const indicatorId of indicatorIds) {
      if (!isElsewhere.has(cellKey({ indicatorId, areaId: area.id }))) add(area.id, indicatorId);
    }
  }
  for (const entry of entries) add(entry.areaId, entry.indicatorId);

  const areas = [...idsByArea].flatMap(([areaId, ids]) => {
    const area = reference.areaById.get(areaId);
    const inOrder = issueIndicators.filter((indicator) => ids.has(indicator.id)).map((indicator) => indicator.id);
    return area ? [{ area, indicatorIds: inOrder }] : [];
  });
  const previous = around.filter((entry) => entry.month === before);
  const refs = areas.flatMap(({ area, indicatorIds }) =>
    indicatorIds.map((indicatorId) => ({ indicatorId, areaId: area.id })),
  );
  const columns = new Set(areas.flatMap((each) => each.indicatorIds));
  return {
    areas: areas.toSorted((left, right) => byPlace(left.area, right.area)),
    indicators: issueIndicators.filter((indicator) => columns.has(indicator.id)),
    entries,
    previous,
    earlier: await listEarlierFigures(db, reference, subject.month, refs, previous),
    rules: reference.rulesByIssue.get(subject.issueId) ?? [],
  };
}

function byPlace(left: ReferenceArea, right: ReferenceArea): number {
  const byLevel = areaLevels.indexOf(left.level) - areaLevels.indexOf(right.level);
  return byLevel || (left.id < right.id ? -1 : 1);
}

export function countOwed(content: Pick<ReportContent, 'areas'>): number {
  return content.areas.reduce((sum, each) => sum + each.indicatorIds.length, 0);
}

export function summaryInputOf(content: ReportContent): SummaryInput {
  return {
    areas: content.areas.map(({ area, indicatorIds }) => ({ id: area.id, indicatorIds })),
    indicators: content.indicators,
    rules: content.rules,
    cells: content.entries.map((entry) => ({
      indicatorId: entry.indicatorId,
      areaId: entry.areaId,
      reason: entry.reason,
      ...stateOfEntry(entry),
    })),
    previousCells: content.previous.map(({ indicatorId, areaId, kind, value, status }) => ({
      indicatorId,
      areaId,
      kind,
      value,
      status,
    })),
    earlierCells: content.earlier,
  };
}
