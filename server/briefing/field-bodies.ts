import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { overdueActionItems } from '#server/action-item/action-item.service.ts';
import { photosOf } from '#server/attachment/photos.service.ts';
import { areaBrief, issueBrief } from '#server/figure/figure.service.ts';
import { latestSmallWins } from '#server/figure/small-win-brief.service.ts';
import type { SlideBodyOf } from '#shared/briefing/content.ts';
import type { SmallWinBrief } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { LateReport } from '#shared/overview.ts';
import { assertAllIssues, type BodyContext, chosenAreaRow, issueRow, type SlideSpec } from './body-context.ts';

/** As many as can be read from the back of the room. What is counted in a headline is never cut short: slides say how many more. */
const most = { goodNews: 4, badNews: 5 } as const;
/** Good and bad news are one list; so many are looked through for one of the two. */
const mostSearched = 60;

type BriefedSmallWin = SlideBodyOf<'small_wins'>['items'][number];

export async function smallWinsBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'small_wins'>> {
  return { kind: 'small_wins', items: await briefedSmallWins(context, spec, 'good', most.goodNews) };
}

async function briefedSmallWins(
  context: BodyContext,
  { filter, month }: SlideSpec,
  news: SmallWinBrief['news'],
  count: number,
): Promise<BriefedSmallWin[]> {
  const { db, catalogue, pictures, province } = context;
  const area = await chosenAreaRow(context, filter.areaId);
  if (filter.issueId !== null) issueRow(context, filter.issueId);
  const found = await latestSmallWins(db, catalogue, {
    month,
    audience: 'staff',
    limit: mostSearched,
    ...(filter.issueId === null ? {} : { issueId: filter.issueId }),
    ...(area.id === province.id ? {} : { within: area.id }),
  });
  const wins = found.filter((win) => win.news === news).slice(0, count);
  const ids = wins.map((win) => win.id);
  const [stories, photos] = await Promise.all([storiesOf(db, ids), photosOf(db, 'small_win', ids)]);
  const items: BriefedSmallWin[] = [];
  for (const win of wins) {
    const pictureSha256 = await pictures.add(photos.get(win.id)?.[0], 'card');
    const pictureAlt = pictureSha256 === null ? '' : win.title;
    items.push({ ...win, story: stories.get(win.id) ?? '', pictureSha256, pictureAlt });
  }
  return items;
}

async function storiesOf(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('small_win').select(['id', 'story']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.story]));
}

export async function obstaclesBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'obstacles'>> {
  const { shelf, province } = context;
  const { filter, month } = spec;
  assertAllIssues(context);
  const area = await chosenAreaRow(context, filter.areaId);
  const isProvince = area.id === province.id;
  const isWanted = (issueId: IssueId) => filter.issueId === null || filter.issueId === issueId;
  const { cards, regions } = await shelf.overview(month);
  const ofProvince = isProvince
    ? cards.map(({ issue, headline: { indicator, figure, status } }) => ({ issue, indicator, figure, status }))
    : [];
  const ofRegencies = regions
    .filter((region) => isProvince || region.area.id === area.id)
    .flatMap((region) => region.cells.map((cell, column) => ({ ...cell, area: region.area, card: cards[column] })));
  const critical = [
    ...ofProvince.map((cell) => ({ area: areaBrief(province), ...cell })),
    ...ofRegencies.flatMap(({ area: at, card, figure, status }) =>
      card ? [{ area: at, issue: card.issue, indicator: card.headline.indicator, figure, status }] : [],
    ),
  ].filter(({ issue, status }) => status.status === 'critical' && isWanted(issue.id));
  // Furthest behind first; the province's own stand before its parts.
  const isWhole = (cell: (typeof critical)[number]) => (cell.area.id === province.id ? 0 : 1);
  critical.sort((a, b) => isWhole(a) - isWhole(b) || (a.status.share ?? 0) - (b.status.share ?? 0));
  return {
    kind: 'obstacles',
    items: await briefedSmallWins(context, spec, 'bad', most.badNews),
    critical,
    // A report is an agency's, not a regency's.
    lateReports: isProvince ? notReported(await shelf.reporting(month, filter.issueId)) : [],
  };
}

/** Past their deadline and not handed in, the longest overdue first; what was sent back is no obstacle of this kind. */
function notReported(reporting: { late: readonly LateReport[] } | null): LateReport[] {
  const late = reporting?.late ?? [];
  return late.filter((report) => report.daysLate > 0 && report.state === 'missing');
}

export async function completenessBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'completeness'>> {
  const { shelf, catalogue } = context;
  const { filter, month } = spec;
  if (filter.issueId !== null) issueRow(context, filter.issueId);
  const reporting = await shelf.reporting(month, filter.issueId);
  const issues: SlideBodyOf<'completeness'>['issues'] = [];
  for (const issue of catalogue.issues) {
    if (filter.issueId !== null && filter.issueId !== issue.id) continue;
    const state = await shelf.reporting(month, issue.id);
    if (state) issues.push({ issue: issueBrief(issue), completeness: state.total });
  }
  return {
    kind: 'completeness',
    total: reporting?.total ?? null,
    issues,
    lateReports: reporting?.late ?? [],
  };
}

export async function actionItemsBody(context: BodyContext, spec: SlideSpec): Promise<SlideBodyOf<'action_items'>> {
  const { db, asOf } = context;
  if (spec.filter.issueId !== null) issueRow(context, spec.filter.issueId);
  const items = await overdueActionItems(db, { asOf, issueId: spec.filter.issueId });
  return { kind: 'action_items', asOf, items };
}
