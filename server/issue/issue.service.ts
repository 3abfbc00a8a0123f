import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { coordinatorOf, loadResponsibilities } from '#server/area/responsible.service.ts';
import { cascadeOf, withStages } from '#server/figure/cascade.service.ts';
import {
  type Catalogue,
  type FigureSet,
  findAreaRow,
  type IndicatorRow,
  type IssueRow,
  indicatorBrief,
  issueBrief,
  listChildren,
  listCutOffs,
  loadCatalogue,
  loadFigures,
  nationId,
} from '#server/figure/figure.service.ts';
import {
  headlineIndicatorIds,
  indicatorHeadline,
  issueHeadline,
  readFrom,
  shownMonths,
  trajectoryOf,
} from '#server/figure/headline.service.ts';
import { answerHead, getProvince, type PageScope } from '#server/figure/page-scope.service.ts';
import { latestSmallWins } from '#server/figure/small-win-brief.service.ts';
import { reportingState } from '#server/overview/reporting-state.service.ts';
import { type IssuePage, issuePageSchema } from '#shared/issue-page.ts';
import { addMonths, type Month } from '#shared/month.ts';
import { inflationAnswer, inflationIds, priceIndexId } from './inflation.ts';
import { areaTrends, comparedAreas } from './regencies.ts';
import { twoTruths } from './two-truths.ts';

const listedSmallWins = 6;

/**
 * Everything about one issue in the province.
 * @throws AppError NOT_FOUND for an unknown slug
 */
export async function issuePage(database: DatabaseHandle, page: PageScope, slug: string): Promise<IssuePage> {
  const { db } = database;
  const { month, scope, audience } = page;
  const [province, nation, catalogue] = await Promise.all([
    getProvince(db, page),
    findAreaRow(db, nationId),
    loadCatalogue(db),
  ]);
  const issue = catalogue.issues.find((each) => each.slug === slug);
  if (!issue) throw new AppError('NOT_FOUND');
  const regencies = await listChildren(db, province.id);
  const isInflation = issue.id === 'INF';
  const lineIds = headlineIndicatorIds([issue]);
  const own = [...catalogue.indicators.values()].filter((row) => row.issueId === issue.id);
  const isMonthly = (row: IndicatorRow) => row.periodicity === 'monthly' && !lineIds.includes(row.id);
  const monthlyIds = own.filter(isMonthly).map((row) => row.id);
  const otherIds = own.filter((row) => !isMonthly(row)).map((row) => row.id);
  const span = { scope, audience, from: readFrom(month), to: month };
  const areas = [...(nation ? [nation] : []), province];
  const [lines, monthly, ofRegencies, responsibilities, smallWins, reporting] = await Promise.all([
    loadFigures(db, catalogue, { ...span, indicatorIds: otherIds, areas }),
    // Only their latest figure is shown; of a monthly one, more than a year old is no latest figure any more.
    loadFigures(db, catalogue, { ...span, from: addMonths(month, -12), indicatorIds: monthlyIds, areas }),
    loadFigures(db, catalogue, {
      ...span,
      indicatorIds: isInflation ? [...Object.values(inflationIds), priceIndexId] : lineIds,
      areas: regencies,
    }),
    loadResponsibilities(db, month),
    latestSmallWins(db, catalogue, {
      month,
      audience,
      limit: listedSmallWins,
      issueId: issue.id,
    }),
    audience === 'staff' ? reportingState(database, page, issue.id) : null,
  ]);

  const headlines = lines.with(monthly).with(ofRegencies);
  const months = shownMonths({ catalogue, figures: headlines }, [issue], [province.id], month);
  const figures = await withStages(db, catalogue, headlines, {
    scope,
    audience,
    issues: [issue],
    areas: [province, ...regencies],
    months,
  });
  const context = { catalogue, figures, cutOffs: await listCutOffs(db, months) };
  const cityIds = regencies.filter((area) => area.isCpiCity === 1).map((area) => area.id);
  const headline = issueHeadline(context, issue, province.id, month, cityIds);
  const outcome =
    issue.outcomeIndicatorId && headline.role === 'headline'
      ? indicatorHeadline(context, figures.indicator(issue.outcomeIndicatorId), province.id, month, 'outcome')
      : null;
  const regional = { catalogue, figures, areas: regencies };
  return issuePageSchema.parse({
    ...answerHead(page, province),
    issue: { ...issueBrief(issue), juklakState: issue.juklakState, juklakNote: issue.juklakNote },
    coordinator: coordinatorOf(responsibilities, issue.id, [province.id]),
    headline: { ...headline, trajectory: trajectoryOf(context, headline, province.id, month) },
    outcome: outcome && { ...outcome, trajectory: trajectoryOf(context, outcome, province.id, month) },
    cascade: cascadeOf(context, issue.id, province.id, [month, headline.figure?.month ?? month]),
    regencies: isInflation ? null : comparedAreas(regional, headline, month),
    trends: isInflation ? null : areaTrends(regional, headline, month),
    supporting: supportingFigures(catalogue, figures, issue, province.id, month),
    twoTruths: twoTruths({ catalogue, figures, areaId: province.id, month }, issue),
    inflation: isInflation ? inflationAnswer(context, { nation, province, regencies }, month) : null,
    targets: issueTargets(catalogue, figures, issue, province.id),
    smallWins,
    completeness: reporting?.total ?? null,
  } satisfies IssuePage);
}

function supportingFigures(
  catalogue: Catalogue,
  figures: FigureSet,
  issue: IssueRow,
  areaId: string,
  month: Month,
): IssuePage['supporting'] {
  const shown = [issue.headlineIndicatorId, issue.outcomeIndicatorId];
  return [...catalogue.indicators.values()].flatMap((row) => {
    if (row.issueId !== issue.id || row.stage !== null || shown.includes(row.id)) return [];
    const figure = figures.latest(row.id, areaId, month);
    return figure ? [{ indicator: indicatorBrief(row), figure }] : [];
  });
}

function issueTargets(catalogue: Catalogue, figures: FigureSet, issue: IssueRow, areaId: string): IssuePage['targets'] {
  return [...catalogue.indicators.values()].flatMap((row) => {
    const points = row.issueId === issue.id ? figures.targets(row.id, areaId) : [];
    return points.length > 0 ? [{ indicator: indicatorBrief(row), points }] : [];
  });
}
