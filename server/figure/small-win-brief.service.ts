import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { DataScope, SmallWinBrief } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import { lastDayOfMonth, type Month } from '#shared/month.ts';
import { fromScaled } from '#shared/scale.ts';
import { type Audience, areaRows, type Catalogue, loadFigures } from './figure.service.ts';
import { indicatorBrief } from './figure-rows.ts';
import type { FigureSet } from './figure-set.ts';

export interface SmallWinScope {
  month: Month;
  scope: DataScope;
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

type SmallWinRow = Awaited<ReturnType<typeof findLatest>>[number];

/** The latest small wins up to the month, each with its claim beside the figure that is held. */
export async function latestSmallWins(
  db: Kysely<Database>,
  catalogue: Catalogue,
  scope: SmallWinScope,
): Promise<SmallWinBrief[]> {
  const wins = await findLatest(db, scope);
  if (wins.length === 0) return [];
  const [places, held] = await Promise.all([
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
    claimedFigures(db, catalogue, wins, scope),
  ]);
  return wins.map((win) => ({
    id: win.id,
    issueId: win.issueId,
    title: win.title,
    date: win.date,
    news: win.news,
    state: win.state === 'published' ? 'published' : 'verified',
    areas: places.filter((place) => place.smallWinId === win.id).map(({ id, name }) => ({ id, name })),
    claim: claimOf(win, catalogue, held),
    isSample: win.isSample === 1,
  }));
}

async function claimedFigures(
  db: Kysely<Database>,
  catalogue: Catalogue,
  wins: readonly SmallWinRow[],
  { scope, audience }: SmallWinScope,
): Promise<FigureSet | null> {
  const months = wins.flatMap((win) => win.month ?? []).sort();
  const [from, to] = [months.at(0), months.at(-1)];
  if (!from || !to) return null;
  const areas = await areaRows(
    db,
    wins.flatMap((win) => win.areaId ?? []),
  );
  const indicatorIds = [...new Set(wins.flatMap((win) => win.indicatorId ?? []))];
  return loadFigures(db, catalogue, { scope, audience, indicatorIds, areas, from, to });
}

function claimOf(win: SmallWinRow, catalogue: Catalogue, held: FigureSet | null): SmallWinBrief['claim'] {
  const { indicatorId, areaId, month, claimedValue } = win;
  const indicator = indicatorId === null ? undefined : catalogue.indicators.get(indicatorId);
  if (!indicator || areaId === null || month === null || claimedValue === null) return null;
  const claimed = fromScaled(claimedValue, indicator.decimals);
  const value = held?.at(indicator.id, areaId, month)?.value ?? null;
  return {
    indicator: indicatorBrief(indicator),
    areaId,
    month,
    claimed,
    held: value,
    differs: value === null ? null : value !== claimed,
  };
}
