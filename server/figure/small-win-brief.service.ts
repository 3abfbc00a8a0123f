import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SmallWinBrief } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import { lastDayOfMonth, type Month } from '#shared/month.ts';
import type { SmallWinClaim } from '#shared/small-win.ts';
import { claimsOf } from './claims.service.ts';
import type { Audience, Catalogue } from './figure.service.ts';

export interface SmallWinScope {
  month: Month;
  /** Staff also see small wins that are verified but not yet published. */
  audience: Audience;
  limit: number;
  issueId?: IssueId;
  /** Small wins in this area or below it: codes are dotted paths. */
  within?: string;
}

const listedStates = { public: ['published'], staff: ['verified', 'published'] } as const;

async function findLatest(db: Kysely<Database>, scope: SmallWinScope) {
  let query = db
    .selectFrom('small_win')
    .select([
      'id',
      'issueId',
      'title',
      'date',
      'news',
      'state',
      'indicatorId',
      'areaId',
      'month',
      'claimedValue',
      'isSample',
    ])
    .where('state', 'in', listedStates[scope.audience])
    .where('date', '<=', lastDayOfMonth(scope.month));
  if (scope.issueId) query = query.where('issueId', '=', scope.issueId);
  const { within } = scope;
  if (within) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('small_win_area as a')
          .select('a.areaId')
          .whereRef('a.smallWinId', '=', 'small_win.id')
          .where((inner) => inner.or([inner('a.areaId', '=', within), inner('a.areaId', 'like', `${within}.%`)])),
      ),
    );
  }
  return query.orderBy('date', 'desc').orderBy('id', 'desc').limit(scope.limit).execute();
}

/** The latest small wins up to the month, each with its claim beside the figure that is held. */
export async function latestSmallWins(
  db: Kysely<Database>,
  catalogue: Catalogue,
  scope: SmallWinScope,
): Promise<SmallWinBrief[]> {
  const wins = await findLatest(db, scope);
  if (wins.length === 0) return [];
  const [places, claims] = await Promise.all([
    db
      .selectFrom('small_win_area')
      .innerJoin('area', 'area.id', 'small_win_area.areaId')
      .select(['small_win_area.smallWinId', 'area.id', 'area.name'])
      .where(
        'small_win_area.smallWinId',
        'in',
        wins.map((win) => win.id),
      )
      .orderBy('area.id')
      .execute(),
    claimsOf(db, wins, catalogue),
  ]);
  return wins.map((win) => ({
    id: win.id,
    issueId: win.issueId,
    title: win.title,
    date: win.date,
    news: win.news,
    state: win.state === 'published' ? 'published' : 'verified',
    areas: places.filter((place) => place.smallWinId === win.id).map(({ id, name }) => ({ id, name })),
    claim: briefOf(claims.get(win.id)),
    isSample: win.isSample === 1,
  }));
}

/** The claim beside the verified or published figure, whatever the scope of the page: the same as on the record's own. */
function briefOf(claim: SmallWinClaim | undefined): SmallWinBrief['claim'] {
  if (!claim) return null;
  const { indicator, area, month, claimed, result, figure } = claim;
  const held = figure?.value ?? null;
  return { indicator, areaId: area.id, month, claimed, held, differs: held === null ? null : result === 'differs' };
}
