import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { withStages } from '#server/figure/cascade.service.ts';
import {
  areaBrief,
  type Catalogue,
  type FigureRequest,
  type FigureSet,
  findAreaRow,
  listChildren,
  listCutOffs,
  loadCatalogue,
  loadFigures,
  nationId,
} from '#server/figure/figure.service.ts';
import { bandIndicatorIds, headlineIndicatorIds, readFrom, shownMonths } from '#server/figure/headline.service.ts';
import { answerHead, getProvince, type PageScope } from '#server/figure/page-scope.service.ts';
import { latestSmallWins } from '#server/figure/small-win-brief.service.ts';
import { addMonths, lastDayOfMonth } from '#shared/month.ts';
import { type Overview, overviewSchema } from '#shared/overview.ts';
import { heatCell, heatColumn } from './heat-map.ts';
import { issueCard } from './issue-card.ts';
import { countRestatements, findLatestMonth } from './overview.queries.ts';
import { reportingState } from './reporting-state.service.ts';

const listedLateReports = 6;
const listedSmallWins = 4;
/** Months of the sparkline, and the one before. */
const shownYear = 13;

/** The situation of a month on one screen. */
export async function overview(database: DatabaseHandle, page: PageScope): Promise<Overview> {
  const { db } = database;
  const { month, scope, audience } = page;
  const [province, nation, catalogue, regencies] = await Promise.all([
    getProvince(db, page),
    findAreaRow(db, nationId),
    loadCatalogue(db),
    listChildren(db, page.provinceId),
  ]);
  const cities = regencies.filter((area) => area.isCpiCity === 1);
  const span = { scope, audience, to: month };
  const [own, ofCities, latestMonth, smallWins, staff] = await Promise.all([
    loadHeadlines(db, catalogue, {
      ...span,
      indicatorIds: headlineIndicatorIds(catalogue.issues),
      areas: [province, ...(nation ? [nation] : [])],
    }),
    loadHeadlines(db, catalogue, { ...span, indicatorIds: bandIndicatorIds(catalogue), areas: cities }),
    findLatestMonth(db, {
      indicatorIds: catalogue.issues.map((issue) => issue.headlineIndicatorId),
      areaId: province.id,
      parentId: province.parentId ?? '',
      from: readFrom(page.asOf.slice(0, 7)),
      to: page.asOf.slice(0, 7),
      held: scope === 'verified' ? 'verifiedHeld' : 'submittedHeld',
    }),
    latestSmallWins(db, catalogue, { month, audience, limit: listedSmallWins }),
    audience === 'staff' ? staffBlocks(database, page) : nobodysBlocks,
  ]);

  const headlines = own.with(ofCities);
  const months = shownMonths({ catalogue, figures: headlines }, catalogue.issues, [province.id], month);
  const figures = await withStages(db, catalogue, headlines, {
    scope,
    audience,
    issues: catalogue.issues,
    areas: [province],
    months,
  });
  const context = { catalogue, figures, cutOffs: await listCutOffs(db, months) };
  const cityIds = cities.map((area) => area.id);
  const cards = catalogue.issues.map((issue) => issueCard(context, issue, { areaId: province.id, month, cityIds }));
  const columns = cards.map(({ headline }) => heatColumn(headline, month));
  const columnMonths = columns.map((column) => column.month).sort();
  const regional = await loadFigures(db, catalogue, {
    scope,
    audience,
    indicatorIds: columns.map((column) => column.indicatorId),
    areas: regencies,
    from: columnMonths[0] ?? month,
    to: columnMonths.at(-1) ?? month,
    months: columnMonths,
  });
  return overviewSchema.parse({
    ...answerHead(page, province),
    latestMonth,
    cards,
    heatIndicators: cards.map(({ headline }) => headline.indicator),
    regions: regencies.map((area) => ({
      area: areaBrief(area),
      cells: columns.map((column) => heatCell({ catalogue, figures: regional }, column, area.id)),
    })),
    smallWins,
    ...staff,
  } satisfies Overview);
}

/**
 * A year is what a card shows. Only of what has no figure in it, or none before it, the years before are read as well:
 * the page then costs the same however long the history is.
 */
async function loadHeadlines(
  db: Kysely<Database>,
  catalogue: Catalogue,
  request: Omit<FigureRequest, 'from'>,
): Promise<FigureSet> {
  const { to } = request;
  // Nobody reports for the nation: what is published of it is at hand for all years.
  const areas = request.areas.filter((area) => area.id !== nationId);
  const recent = await loadFigures(db, catalogue, { ...request, from: addMonths(to, -shownYear) });
  const isWhole = (indicatorId: string) =>
    areas.every((area) => {
      const latest = recent.latest(indicatorId, area.id, to);
      return latest !== null && recent.before(latest, addMonths(to, -shownYear)) !== null;
    });
  const indicatorIds = request.indicatorIds.filter((id) => !isWhole(id));
  if (indicatorIds.length === 0) return recent;
  return recent.with(await loadFigures(db, catalogue, { ...request, indicatorIds, from: readFrom(to) }));
}

type StaffBlocks = Pick<Overview, 'completeness' | 'lateReports' | 'restatements'>;

const nobodysBlocks: StaffBlocks = { completeness: null, lateReports: null, restatements: null };

async function staffBlocks(database: DatabaseHandle, page: PageScope): Promise<StaffBlocks> {
  const since = aMonthBefore(page.asOf);
  const [reporting, [restated]] = await Promise.all([
    reportingState(database, page),
    countRestatements(database.db, { since }),
  ]);
  return {
    completeness: reporting?.total ?? null,
    lateReports: reporting && { total: reporting.late.length, items: reporting.late.slice(0, listedLateReports) },
    restatements: { since, count: restated?.count ?? 0 },
  };
}

/** The same day of the month before, or its last day where it is shorter. */
function aMonthBefore(date: string): string {
  const previous = addMonths(date.slice(0, 7), -1);
  const last = lastDayOfMonth(previous);
  const same = `${previous}-${date.slice(8)}`;
  return same < last ? same : last;
}
