import type { Reference, ReferenceArea, ReferenceIndicator } from '#server/reference/reference.service.ts';
import { areaPathOf } from '#server/reference/reference.service.ts';
import {
  isValidOn,
  type ResponsibilityIndex,
  type Responsible,
  responsibilityOn,
  responsibleIn,
} from '#shared/assignment.ts';
import type { IssueId } from '#shared/indicator.ts';
import { isDue, lastDayOfMonth, type Month } from '#shared/month.ts';

/** An area and the indicators collected there. */
export interface CollectedArea {
  area: ReferenceArea;
  indicatorIds: string[];
}

/** Who owes which cells of one issue in one month. */
export interface Responsibility {
  /** The issue's reported indicators that are due, in the order of the columns. */
  indicators: readonly ReferenceIndicator[];
  responsibleFor(areaId: string): Responsible | null;
  isCollected(indicatorId: string, areaId: string): boolean;
  /** The agency's areas, wide ones first, then by code. */
  areasOf(agencyId: string): readonly CollectedArea[];
  /** How many cells each agency owes; an agency that owes none is not in it. */
  expectedByAgency(): ReadonlyMap<string, number>;
}

const MOST_KEPT = 120;

interface Kept {
  byMonth: Map<string, Responsibility>;
  /** Months in which the same assignments hold and the same indicators are due share one answer. */
  byContent: Map<string, Responsibility>;
}

/** Lives as long as the reference data it was made from. */
const keptByReference = new WeakMap<Reference, Kept>();

/**
 * Responsibility on the last day of the month. Cached with the reference data, which is loaded anew when an assignment,
 * an area or an indicator changes.
 */
export function responsibilityFor(reference: Reference, issueId: IssueId, month: Month): Responsibility {
  const kept = keptByReference.get(reference) ?? { byMonth: new Map(), byContent: new Map() };
  keptByReference.set(reference, kept);
  const monthKey = `${issueId} ${month}`;
  const known = kept.byMonth.get(monthKey);
  if (known) return known;

  const date = lastDayOfMonth(month);
  const indicators = (reference.indicatorsByIssue.get(issueId) ?? []).filter(
    (each) => each.isReported === 1 && each.isActive === 1 && isDue(each.expectedMonths, month),
  );
  const valid = reference.assignments.filter((each) => isValidOn(each, date));
  const contentKey = [issueId, ...indicators.map((each) => each.id), ...valid.map((each) => each.id)].join(' ');
  let found = kept.byContent.get(contentKey);
  if (!found) {
    found = makeResponsibility(reference, indicators, responsibilityOn(valid, issueId, date));
    if (kept.byContent.size >= MOST_KEPT) {
      kept.byContent.clear();
      kept.byMonth.clear();
    }
    kept.byContent.set(contentKey, found);
  }
  kept.byMonth.set(monthKey, found);
  return found;
}

function makeResponsibility(
  reference: Reference,
  indicators: readonly ReferenceIndicator[],
  index: ResponsibilityIndex,
): Responsibility {
  const indicatorById = new Map(indicators.map((each) => [each.id, each]));
  const responsibleFor = (areaId: string) => responsibleIn(index, areaPathOf(reference, areaId));
  const isCollected = (indicatorId: string, areaId: string) => {
    const indicator = indicatorById.get(indicatorId);
    if (!indicator) return false;
    const only = reference.areasByIndicator.get(indicatorId);
    return only ? only.has(areaId) : reference.areaById.get(areaId)?.level === indicator.collectLevel;
  };

  let areasByAgency: Map<string, CollectedArea[]> | undefined;
  const allAreas = () => {
    areasByAgency ??= groupByAgency(collectedAreas(reference, indicators), responsibleFor);
    return areasByAgency;
  };
  let expected: Map<string, number> | undefined;

  return {
    indicators,
    responsibleFor,
    isCollected,
    areasOf: (agencyId) => allAreas().get(agencyId) ?? [],
    expectedByAgency: () => {
      expected ??= new Map(
        [...allAreas()].map(([agencyId, areas]) => [
          agencyId,
          areas.reduce((sum, each) => sum + each.indicatorIds.length, 0),
        ]),
      );
      return expected;
    },
  };
}

const levelOrder = ['province', 'regency', 'district', 'village'] as const;

function collectedAreas(reference: Reference, indicators: readonly ReferenceIndicator[]): CollectedArea[] {
  const restricted = indicators.filter((each) => reference.areasByIndicator.has(each.id));
  const restrictedAreas = new Set(restricted.flatMap((each) => [...(reference.areasByIndicator.get(each.id) ?? [])]));
  return levelOrder.flatMap((level) => {
    const everywhere = indicators.filter((each) => each.collectLevel === level && !restricted.includes(each));
    const areas = reference.areasByLevel.get(level) ?? [];
    if (everywhere.length === 0 && restrictedAreas.size === 0) return [];
    const everywhereIds = everywhere.map((each) => each.id);
    return areas.flatMap((area) => {
      if (!restrictedAreas.has(area.id)) return everywhereIds.length > 0 ? [{ area, indicatorIds: everywhereIds }] : [];
      const here = indicators.filter(
        (each) => reference.areasByIndicator.get(each.id)?.has(area.id) ?? each.collectLevel === level,
      );
      return [{ area, indicatorIds: here.map((each) => each.id) }];
    });
  });
}

function groupByAgency(
  areas: readonly CollectedArea[],
  responsibleFor: (areaId: string) => Responsible | null,
): Map<string, CollectedArea[]> {
  const groups = new Map<string, CollectedArea[]>();
  for (const each of areas) {
    const agencyId = responsibleFor(each.area.id)?.agencyId;
    if (agencyId === undefined) continue;
    const group = groups.get(agencyId);
    if (group) group.push(each);
    else groups.set(agencyId, [each]);
  }
  return groups;
}
