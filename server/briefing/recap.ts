import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { stageIndicators } from '#server/figure/cascade.service.ts';
import {
  type AreaRow,
  areaBrief,
  type Catalogue,
  type IndicatorRow,
  type IssueRow,
  indicatorBrief,
  listChildren,
  loadFigures,
} from '#server/figure/figure.service.ts';
import type { Recap } from '#shared/briefing/content.ts';
import type { DataScope } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';

/** Who signs, in the order of the blocks; names and numbers are written by hand where none is known. */
const signatories: Recap['signatories'] = [
  { role: 'Ketua Satgas 4+1', name: '', identity: '' },
  { role: 'Sekretaris Satgas 4+1', name: '', identity: '' },
];

/**
 * The monthly recap: regencies and the province, the stages of each issue's cascade and its monthly headline. The
 * province's row is what its reports add up to, or its own published figure: what cannot be added is never added.
 */
export async function recapOf(
  db: Kysely<Database>,
  catalogue: Catalogue,
  { province, month, scope }: { province: AreaRow; month: Month; scope: DataScope },
): Promise<Recap> {
  const columns = catalogue.issues.map((issue) => ({ issue, indicators: recapIndicators(catalogue, issue) }));
  const indicators = columns.flatMap((column) => column.indicators);
  const regencies = await listChildren(db, province.id);
  const figures = await loadFigures(db, catalogue, {
    scope,
    audience: 'staff',
    indicatorIds: indicators.map((row) => row.id),
    areas: [province, ...regencies],
    from: month,
    to: month,
  });
  return {
    month,
    columns: columns.map(({ issue, indicators: rows }) => ({
      issueId: issue.id,
      issueNameId: issue.nameId,
      issueNameEn: issue.nameEn,
      indicators: rows.map(indicatorBrief),
    })),
    rows: [...regencies, province].map((area) => ({
      area: areaBrief(area),
      isTotal: area.id === province.id,
      figures: indicators.map((row) => figures.at(row.id, area.id, month)),
    })),
    signatories,
  };
}

function recapIndicators(catalogue: Catalogue, issue: IssueRow): IndicatorRow[] {
  const stages: readonly IndicatorRow[] = stageIndicators(catalogue, issue.id);
  const headline = catalogue.indicators.get(issue.headlineIndicatorId);
  const isListed = stages.some((row) => row.id === headline?.id);
  const rows = headline && !isListed ? [headline, ...stages] : stages;
  return rows.filter((row) => row.periodicity === 'monthly');
}
