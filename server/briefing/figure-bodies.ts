import { areaBrief, issueBrief } from '#server/figure/figure.service.ts';
import type { SlideBodyOf } from '#shared/briefing/content.ts';
import type { Headline } from '#shared/figure.ts';
import { areaCards } from './area-cards.ts';
import {
  assertAllIssues,
  type BodyContext,
  chosenAreaRow,
  issueRow,
  type SlideSpec,
  Unavailable,
} from './body-context.ts';

/** Five issues: of the province, or of a regency. */
export async function situationBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'situation'>> {
  assertAllIssues(context);
  const area = await chosenAreaRow(context, spec.filter.areaId);
  const overview = await context.shelf.overview(spec.month);
  const isProvince = area.id === context.province.id;
  const cards = isProvince ? overview.cards : areaCards(await context.shelf.area(area.id, spec.month), overview.cards);
  return { kind: 'situation', area: areaBrief(area), cards };
}

export async function issueBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'issue'>> {
  const row = issueRow(context, spec.filter.issueId);
  const area = await chosenAreaRow(context, spec.filter.areaId);
  const head = { kind: 'issue' as const, area: areaBrief(area), issue: issueBrief(row) };
  if (area.id === context.province.id) {
    const page = await context.shelf.issue(row.slug, spec.month);
    const { headline, outcome, cascade, coordinator } = page;
    return { ...head, headline, outcome: outcome && bare(outcome), cascade, coordinator: named(coordinator) };
  }
  assertAllIssues(context);
  const page = await context.shelf.area(area.id, spec.month);
  const found = page.issues.find((each) => each.issue.id === row.id);
  if (!found) throw new Unavailable('issue_gone');
  const { headline, cascade, responsible } = found;
  return { ...head, headline, outcome: null, cascade, coordinator: named(responsible[0]) };
}

function named(agency: { abbr: string; name: string } | null | undefined): { abbr: string; name: string } | null {
  return agency ? { abbr: agency.abbr, name: agency.name } : null;
}

/** Without what a page shows beside it. */
function bare({ indicator, role, figure, status, change, target, cutOff }: Headline): Headline {
  return { indicator, role, figure, status, change, target, cutOff };
}

export async function regenciesBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'regencies'>> {
  const row = issueRow(context, spec.filter.issueId);
  const { headline, regencies } = await context.shelf.issue(row.slug, spec.month);
  return { kind: 'regencies', issue: issueBrief(row), headline: bare(headline), regencies };
}

export async function heatMapBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'heat_map'>> {
  assertAllIssues(context);
  const { cards, heatIndicators, regions } = await context.shelf.overview(spec.month);
  return { kind: 'heat_map', issues: cards.map((card) => card.issue), indicators: heatIndicators, regions };
}

export async function tileMapBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'tile_map'>> {
  const row = issueRow(context, spec.filter.issueId);
  assertAllIssues(context);
  const { cards, regions } = await context.shelf.overview(spec.month);
  const card = cards.find((each) => each.issue.id === row.id);
  if (!card) throw new Unavailable('issue_gone');
  return {
    kind: 'tile_map',
    issue: card.issue,
    indicator: card.headline.indicator,
    regions: regions.map(({ area, cells }) => ({ area, cells: cells.filter((cell) => cell.issueId === row.id) })),
  };
}

export async function inflationBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'inflation'>> {
  const row = issueRow(context, 'INF');
  const { headline, inflation } = await context.shelf.issue(row.slug, spec.month);
  return { kind: 'inflation', issue: issueBrief(row), headline: bare(headline), inflation };
}

export async function twoTruthsBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'two_truths'>> {
  const row = issueRow(context, spec.filter.issueId);
  const { twoTruths } = await context.shelf.issue(row.slug, spec.month);
  return { kind: 'two_truths', issue: issueBrief(row), pairs: twoTruths };
}
