import type { DatabaseHandle } from '#db/connection.ts';
import { areaPage } from '#server/area/area.service.ts';
import type { PageScope } from '#server/figure/page-scope.service.ts';
import { issuePage } from '#server/issue/issue.service.ts';
import { overview } from '#server/overview/overview.service.ts';
import { type ReportingState, reportingState } from '#server/overview/reporting-state.service.ts';
import type { AreaPage } from '#shared/area-page.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { IssuePage } from '#shared/issue-page.ts';
import type { Month } from '#shared/month.ts';
import type { Overview } from '#shared/overview.ts';

export type ShelfScope = Omit<PageScope, 'month' | 'audience'>;

/** The pages that slides are made from, each made once for all slides that show a part of it. */
export class PageShelf {
  readonly #database: DatabaseHandle;
  readonly #scope: ShelfScope;
  readonly #pages = new Map<string, Promise<unknown>>();

  constructor(database: DatabaseHandle, scope: ShelfScope) {
    this.#database = database;
    this.#scope = scope;
  }

  overview(month: Month): Promise<Overview> {
    return this.#once(`overview ${month}`, () => overview(this.#database, this.#page(month)));
  }

  /** @throws AppError NOT_FOUND for an unknown slug */
  issue(slug: string, month: Month): Promise<IssuePage> {
    return this.#once(`issue ${slug} ${month}`, () => issuePage(this.#database, this.#page(month), slug));
  }

  /** @throws AppError NOT_FOUND for a code that is not in this province */
  area(code: string, month: Month): Promise<AreaPage> {
    return this.#once(`area ${code} ${month}`, () => areaPage(this.#database.db, this.#page(month), code));
  }

  /** Null for a month for which nobody owes a report. */
  reporting(month: Month, issueId: IssueId | null): Promise<ReportingState | null> {
    return this.#once(`reporting ${month} ${issueId}`, () =>
      reportingState(this.#database, this.#page(month), issueId ?? undefined),
    );
  }

  #page(month: Month): PageScope {
    // Decks are read by staff alone.
    return { ...this.#scope, month, audience: 'staff' };
  }

  async #once<Page>(key: string, make: () => Promise<Page>): Promise<Page> {
    const known = this.#pages.get(key) as Promise<Page> | undefined;
    if (known) return known;
    const made = make();
    this.#pages.set(key, made);
    // What failed may succeed the next time it is asked for.
    made.catch(() => this.#pages.delete(key));
    return made;
  }
}

const shelves = new WeakMap<DatabaseHandle, Map<string, PageShelf>>();
/** Verified and provisional, of the version that is edited and the one before. */
const mostShelves = 4;

/**
 * The shelf of one data version and scope: kept, so that a deck is not worked out anew for every word that is changed
 * in it.
 */
export function shelfOf(database: DatabaseHandle, scope: ShelfScope): PageShelf {
  const ofDatabase = shelves.get(database) ?? new Map<string, PageShelf>();
  shelves.set(database, ofDatabase);
  const key = [scope.dataVersion, scope.scope, scope.asOf, scope.provinceId].join(' ');
  const shelf = ofDatabase.get(key) ?? new PageShelf(database, scope);
  ofDatabase.delete(key);
  ofDatabase.set(key, shelf);
  const [oldest] = ofDatabase.keys();
  if (ofDatabase.size > mostShelves && oldest !== undefined) ofDatabase.delete(oldest);
  return shelf;
}
