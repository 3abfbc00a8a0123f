import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { cascadeOf, withStages } from '#server/figure/cascade.service.ts';
import {
  type AreaRow,
  areaBrief,
  type Catalogue,
  findAreaRow,
  isCollectedAt,
  issueBrief,
  listChildren,
  listCutOffs,
  loadCatalogue,
  loadFigures,
  statusAnswer,
} from '#server/figure/figure.service.ts';
import {
  headlineIndicatorIds,
  issueHeadline,
  readFrom,
  shownMonths,
  trajectoryOf,
} from '#server/figure/headline.service.ts';
import { answerHead, getProvince, type PageScope } from '#server/figure/page-scope.service.ts';
import { latestSmallWins } from '#server/figure/small-win-brief.service.ts';
import { type AreaDetail, type AreaPage, areaPageSchema } from '#shared/area-page.ts';
import type { Headline } from '#shared/figure.ts';
import { fromScaled } from '#shared/scale.ts';
import { listAliases } from './area.queries.ts';
import { loadResponsibilities, responsibleFor } from './responsible.service.ts';

const listedSmallWins = 6;

/**
 * One area across the five issues.
 * @throws AppError NOT_FOUND for a code that is not in this province
 */
export async function areaPage(db: Kysely<Database>, page: PageScope, code: string): Promise<AreaPage> {
  const { month, scope, audience } = page;
  const [province, area, catalogue] = await Promise.all([
    getProvince(db, page),
    findAreaRow(db, code),
    loadCatalogue(db),
  ]);
  if (!area || !(area.id === province.id || area.id.startsWith(`${province.id}.`))) throw new AppError('NOT_FOUND');
  const [above, children, aliases, headlines, responsibilities, smallWins] = await Promise.all([
    ancestorsOf(db, area),
    listChildren(db, area.id),
    listAliases(db, { areaId: area.id }),
    loadFigures(db, catalogue, {
      scope,
      audience,
      indicatorIds: headlineIndicatorIds(catalogue.issues),
      areas: [area],
      from: readFrom(month),
      to: month,
    }),
    loadResponsibilities(db, month),
    latestSmallWins(db, catalogue, {
      month,
      audience,
      limit: listedSmallWins,
      within: area.id,
    }),
  ]);

  const months = shownMonths({ catalogue, figures: headlines }, catalogue.issues, [area.id], month);
  const figures = await withStages(db, catalogue, headlines, {
    scope,
    audience,
    issues: catalogue.issues,
    areas: [area],
    months,
  });
  const context = { catalogue, figures, cutOffs: await listCutOffs(db, months) };
  const path: [string, ...string[]] = [area.id, ...above.map((each) => each.id).reverse()];
  const issues = catalogue.issues.map((issue) => {
    const headline = issueHeadline(context, issue, area.id, month);
    return {
      issue: issueBrief(issue),
      headline: { ...headline, trajectory: trajectoryOf(context, headline, area.id, month) },
      cascade: cascadeOf(context, issue.id, area.id, [month, headline.figure?.month ?? month]),
      responsible: responsibleFor(responsibilities, issue.id, path),
    };
  });
  const shown = issues.map(({ headline }) => headline);
  return areaPageSchema.parse({
    ...answerHead(page, province),
    area: areaDetail(
      area,
      aliases.map(({ alias }) => alias),
    ),
    ancestors: above.map(({ id, level, name }) => ({ id, level, name })),
    issues,
    childIndicators: shown.map(({ indicator }) => indicator),
    children: await childRows(db, catalogue, page, children, shown),
    smallWins,
  } satisfies AreaPage);
}

/** From the province down to the parent. */
async function ancestorsOf(db: Kysely<Database>, area: AreaRow): Promise<AreaRow[]> {
  const ancestors: AreaRow[] = [];
  let parentId = area.parentId;
  while (parentId !== null) {
    const parent = await findAreaRow(db, parentId);
    if (!parent) break;
    ancestors.unshift(parent);
    parentId = parent.parentId;
  }
  return ancestors;
}

/** Each child in the month of the area's own headline, so that a column is of one time. */
async function childRows(
  db: Kysely<Database>,
  catalogue: Catalogue,
  { month, scope, audience }: PageScope,
  children: readonly AreaRow[],
  headlines: readonly Headline[],
): Promise<AreaPage['children']> {
  const columns = headlines.map(({ indicator, figure }) => ({
    issueId: indicator.issueId,
    indicatorId: indicator.id,
    month: figure?.month ?? month,
  }));
  const months = columns.map((column) => column.month).sort();
  const figures = await loadFigures(db, catalogue, {
    scope,
    audience,
    indicatorIds: columns.map((column) => column.indicatorId),
    areas: children,
    from: months[0] ?? month,
    to: months.at(-1) ?? month,
    months,
  });
  return children.map((area) => ({
    area: areaBrief(area),
    cells: columns.map(({ issueId, indicatorId, month: shown }) => {
      const figure = figures.at(indicatorId, area.id, shown);
      const isCollected = isCollectedAt(catalogue, indicatorId, area.id);
      const targets = figures.targets(indicatorId, area.id);
      return {
        issueId,
        indicatorId,
        figure,
        status: statusAnswer(figures.indicator(indicatorId), figure, targets, isCollected),
      };
    }),
  }));
}

function areaDetail(area: AreaRow, aliases: string[]): AreaDetail {
  const { bpsCode, kind, formerName, male, female, regencyCount, districtCount, villageCount, codeVersion } = area;
  return {
    ...areaBrief(area),
    bpsCode,
    kind,
    formerName,
    aliases,
    male,
    female,
    areaKm2: area.areaKm2Milli === null ? null : fromScaled(area.areaKm2Milli, 3),
    regencyCount,
    districtCount,
    villageCount,
    codeVersion,
  };
}
