import type { Kysely } from 'kysely';
import { readReferenceVersion } from '#db/reference-version.ts';
import type { Database } from '#db/schema.ts';
import { groupBy } from '#shared/group-by.ts';
import {
  type IndicatorRow,
  type IssueRow,
  listBreaks,
  listIndicatorAreas,
  listIndicators,
  listIssues,
  type SeriesBreakRow,
} from './figure.queries.ts';

/** The issues and indicators, where an indicator is collected at some areas only, and where its series broke. */
export interface Catalogue {
  issues: readonly IssueRow[];
  indicators: ReadonlyMap<string, IndicatorRow>;
  restrictedTo: ReadonlyMap<string, ReadonlySet<string>>;
  breaks: ReadonlyMap<string, readonly SeriesBreakRow[]>;
}

const kept = new WeakMap<Kysely<Database>, { version: string; catalogue: Catalogue }>();

/** The catalogue as `db` sees it; kept until the reference data changes, which one row by its key tells. */
export async function loadCatalogue(db: Kysely<Database>): Promise<Catalogue> {
  const version = await readReferenceVersion(db);
  const known = kept.get(db);
  if (known?.version === version) return known.catalogue;
  const catalogue = await readCatalogue(db);
  kept.set(db, { version, catalogue });
  return catalogue;
}

async function readCatalogue(db: Kysely<Database>): Promise<Catalogue> {
  const [issues, indicators, restricted, breaks] = await Promise.all([
    listIssues(db, {}),
    listIndicators(db, {}),
    listIndicatorAreas(db, {}),
    listBreaks(db, {}),
  ]);
  const areasByIndicator = groupBy(restricted, (row) => row.indicatorId);
  return {
    issues,
    indicators: new Map(indicators.map((row) => [row.id, row])),
    restrictedTo: new Map([...areasByIndicator].map(([id, rows]) => [id, new Set(rows.map((row) => row.areaId))])),
    breaks: groupBy(breaks, (row) => row.indicatorId),
  };
}

/** False where an indicator is collected at some areas only and this is none of them. */
export function isCollectedAt(catalogue: Catalogue, indicatorId: string, areaId: string): boolean {
  return catalogue.restrictedTo.get(indicatorId)?.has(areaId) ?? true;
}
