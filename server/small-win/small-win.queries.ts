import {
  type Expression,
  type ExpressionBuilder,
  type Insertable,
  type Kysely,
  type Selectable,
  type SqlBool,
  sql,
  type Transaction,
} from 'kysely';
import type { Database, SmallWinTable } from '#db/schema.ts';
import type { AreaLevel, IssueId } from '#shared/indicator.ts';
import type { ListSmallWinsInput, SmallWinState } from '#shared/small-win.ts';

export type SmallWinRow = Selectable<SmallWinTable>;

/** Whose eyes a list is made for; the SQL twin of `maySeeSmallWin`, and a test holds the two together. */
export interface SmallWinReader {
  userId: string | null;
  isStaff: boolean;
  isSecretariat: boolean;
  /** The person's agency and those it took over from. */
  agencyIds: readonly string[];
  coordinatedIssueIds: readonly IssueId[];
}

type WinBuilder = ExpressionBuilder<Database, 'small_win'>;

function isOwn(eb: WinBuilder, reader: SmallWinReader): Expression<SqlBool>[] {
  const own: Expression<SqlBool>[] = [];
  if (reader.agencyIds.length > 0) own.push(eb('agencyId', 'in', [...reader.agencyIds]));
  const withoutAgency = eb('agencyId', 'is', null);
  if (reader.isSecretariat) own.push(withoutAgency);
  else if (reader.userId !== null) own.push(eb.and([withoutAgency, eb('createdById', '=', reader.userId)]));
  return own;
}

function visibleTo(reader: SmallWinReader) {
  return (eb: WinBuilder): Expression<SqlBool> => {
    const ways = [eb('state', '=', 'published'), ...isOwn(eb, reader)];
    if (reader.isStaff) ways.push(eb('state', '=', 'verified'));
    const onDesk = eb('state', 'in', ['submitted', 'returned']);
    if (reader.isSecretariat) ways.push(onDesk);
    else if (reader.coordinatedIssueIds.length > 0) {
      ways.push(eb.and([onDesk, eb('issueId', 'in', [...reader.coordinatedIssueIds])]));
    }
    return eb.or(ways);
  };
}

/** One more than the limit, latest first, so that the caller knows whether there is a next page. */
export function listSmallWins(
  db: Kysely<Database>,
  reader: SmallWinReader,
  filter: ListSmallWinsInput,
): Promise<SmallWinRow[]> {
  let query = db.selectFrom('small_win').selectAll().where(visibleTo(reader));
  if (filter.issueId) query = query.where('issueId', '=', filter.issueId);
  if (filter.news) query = query.where('news', '=', filter.news);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.from) query = query.where('date', '>=', filter.from);
  if (filter.to) query = query.where('date', '<=', filter.to);
  const { areaId } = filter;
  if (areaId) query = query.where((eb) => isWithin(eb, areaId));
  if (filter.text) {
    const pattern = `%${filter.text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<SqlBool>`(lower(title) like ${pattern} escape '\\' or lower(story) like ${pattern} escape '\\')`,
    );
  }
  if (filter.cursor) {
    const mark = filter.cursor.indexOf('~');
    const [date, id] = [filter.cursor.slice(0, mark), filter.cursor.slice(mark + 1)];
    query = query.where((eb) => eb.or([eb('date', '<', date), eb.and([eb('date', '=', date), eb('id', '<', id)])]));
  }
  return query
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export function cursorOf({ date, id }: Pick<SmallWinRow, 'date' | 'id'>): string {
  return `${date}~${id}`;
}

/** In the area or below it: codes are dotted paths. */
function isWithin(eb: WinBuilder, areaId: string): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('small_win_area as a')
      .select('a.areaId')
      .whereRef('a.smallWinId', '=', 'small_win.id')
      .where((inner) => inner.or([inner('a.areaId', '=', areaId), inner('a.areaId', 'like', `${areaId}.%`)])),
  );
}

export function countSmallWins(
  db: Kysely<Database>,
  reader: SmallWinReader,
): Promise<{ state: SmallWinState; count: number }[]> {
  return db
    .selectFrom('small_win')
    .select((eb) => ['state', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where(visibleTo(reader))
    .groupBy('state')
    .execute();
}

export function findSmallWin(db: Kysely<Database>, id: string): Promise<SmallWinRow | undefined> {
  return db.selectFrom('small_win').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listPlaces(
  db: Kysely<Database>,
  smallWinIds: readonly string[],
): Promise<{ smallWinId: string; id: string; name: string; level: AreaLevel }[]> {
  if (smallWinIds.length === 0) return [];
  return db
    .selectFrom('small_win_area')
    .innerJoin('area', 'area.id', 'small_win_area.areaId')
    .select(['small_win_area.smallWinId', 'area.id', 'area.name', 'area.level'])
    .where('small_win_area.smallWinId', 'in', smallWinIds)
    .orderBy('area.id')
    .execute();
}

export async function insertSmallWin(trx: Transaction<Database>, row: Insertable<SmallWinTable>): Promise<void> {
  await trx.insertInto('small_win').values(row).execute();
}

/** Changes the row if it still is what the caller saw; false when somebody was faster. */
export async function updateSmallWin(
  trx: Transaction<Database>,
  seen: Pick<SmallWinRow, 'id' | 'version' | 'state'>,
  patch: Partial<SmallWinRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('small_win')
    .set({ ...patch, version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('state', '=', seen.state)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function replacePlaces(
  trx: Transaction<Database>,
  smallWinId: string,
  areaIds: readonly string[],
): Promise<void> {
  await trx.deleteFrom('small_win_area').where('smallWinId', '=', smallWinId).execute();
  if (areaIds.length === 0) return;
  await trx
    .insertInto('small_win_area')
    .values(areaIds.map((areaId) => ({ smallWinId, areaId })))
    .execute();
}

export async function deleteSmallWin(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('small_win').where('id', '=', id).execute();
}

/** What the audit log knows of a record, oldest first. */
export function listAuditOf(db: Kysely<Database>, id: string) {
  return db
    .selectFrom('audit_event')
    .leftJoin('user', 'user.id', 'audit_event.actorId')
    .select(['audit_event.event', 'audit_event.at', 'audit_event.data', 'user.name'])
    .where('audit_event.subjectType', '=', 'small_win')
    .where('audit_event.subjectId', '=', id)
    .orderBy('audit_event.seq')
    .execute();
}

export async function namesOfPeople(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('user').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
