import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { AreaLevel, IssueId } from '#shared/indicator.ts';
import { isDue, type Month } from '#shared/month.ts';
import type { SampleCell } from './sample-report.ts';

interface CollectedIndicator {
  id: string;
  issueId: IssueId;
  expectedMonths: string;
  areaIds: readonly string[];
}

/** Which cells the agencies owe: each reported indicator in each area where it is collected, in the months it is due. */
export class CollectedCells {
  readonly #indicators: readonly CollectedIndicator[];
  readonly #published: ReadonlySet<string>;

  constructor(indicators: readonly CollectedIndicator[], published: ReadonlySet<string>) {
    this.#indicators = indicators;
    this.#published = published;
  }

  get indicatorIds(): string[] {
    return this.#indicators.map((indicator) => indicator.id);
  }

  of(issueId: IssueId, month: Month): SampleCell[] {
    return this.#indicators
      .filter((indicator) => indicator.issueId === issueId && isDue(indicator.expectedMonths, month))
      .flatMap(({ id, areaIds }) =>
        areaIds.map((areaId) => ({
          indicatorId: id,
          areaId,
          isPublished: this.#published.has(`${id} ${areaId} ${month}`),
        })),
      );
  }
}

export async function loadCollectedCells(trx: Kysely<Database>, provinceCode: string): Promise<CollectedCells> {
  const indicators = await trx
    .selectFrom('indicator')
    .select(['id', 'issueId', 'expectedMonths', 'collectLevel', 'aggregation'])
    .where('isReported', '=', 1)
    .where('isActive', '=', 1)
    .orderBy('sortOrder')
    .execute();
  const restrictions = await trx.selectFrom('indicator_area').selectAll().orderBy('areaId').execute();
  const areas = await trx.selectFrom('area').select(['id', 'level']).orderBy('id').execute();
  const inProvince = areas.filter(({ id }) => id === provinceCode || id.startsWith(`${provinceCode}.`));
  const atLevel = (level: AreaLevel) => inProvince.filter((area) => area.level === level).map((area) => area.id);
  const published = await trx
    .selectFrom('published_figure')
    .select(['indicatorId', 'areaId', 'month'])
    .where('isSample', '=', 0)
    .where('value', 'is not', null)
    .execute();
  const officialIds = new Set(indicators.filter((each) => each.aggregation === 'none').map((each) => each.id));

  return new CollectedCells(
    indicators.map(({ id, issueId, expectedMonths, collectLevel }) => {
      const own = restrictions.filter((each) => each.indicatorId === id).map((each) => each.areaId);
      return { id, issueId, expectedMonths, areaIds: own.length > 0 ? own : atLevel(collectLevel) };
    }),
    new Set(
      published
        .filter((row) => officialIds.has(row.indicatorId))
        .map((row) => `${row.indicatorId} ${row.areaId} ${row.month}`),
    ),
  );
}
