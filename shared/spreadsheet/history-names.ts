import { normalizeAreaName } from '#shared/area-name.ts';
import type { IssueId } from '#shared/indicator.ts';
import { tidy } from './cell-form.ts';
import type { HistoryContext } from './history.ts';
import { HeaderNames } from './match-columns.ts';

/** Issues, indicators and agencies by what a file calls them; each text is looked up once. */
export class HistoryNames {
  readonly headers: HeaderNames;
  readonly #issueOf: ReadonlyMap<string, IssueId>;
  readonly #agencyOf = new Map<string, string | undefined>();
  readonly #issueOfIndicator: ReadonlyMap<string, IssueId>;
  readonly #found = new Map<string, readonly string[]>();

  constructor({ indicators, issues, agencies }: HistoryContext) {
    this.headers = new HeaderNames(indicators);
    this.#issueOf = new Map(
      issues.flatMap(({ id, slug, nameId, nameEn }) =>
        [id, slug, nameId, nameEn].map((name) => [normalizeAreaName(name), id] as const),
      ),
    );
    this.#issueOfIndicator = new Map(indicators.map(({ id, issueId }) => [id, issueId]));
    for (const { id, abbr, name } of agencies) {
      for (const each of new Set([id, abbr, name].map(normalizeAreaName))) {
        // A name that two agencies have had names neither.
        this.#agencyOf.set(each, this.#agencyOf.has(each) ? undefined : id);
      }
    }
  }

  issue(text: string): IssueId | undefined {
    return this.#issueOf.get(normalizeAreaName(tidy(text)));
  }

  agency(text: string): string | undefined {
    return this.#agencyOf.get(normalizeAreaName(tidy(text)));
  }

  /** Of one issue, where the row names it. */
  indicators(text: string, issueId: IssueId | undefined): readonly string[] {
    const key = `${issueId ?? ''} ${text}`;
    const known = this.#found.get(key);
    if (known) return known;
    const all = this.headers.find(text);
    const found = issueId === undefined ? all : all.filter((id) => this.#issueOfIndicator.get(id) === issueId);
    this.#found.set(key, found);
    return found;
  }
}
