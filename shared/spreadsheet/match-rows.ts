import type { AreaLevel } from '#shared/indicator.ts';
import type { AreaHint, AreaIndex, CodeScheme, MatchArea } from './area-index.ts';
import type { MatchQuestion, RowMatch } from './match.ts';
import { isTotal } from './total-row.ts';

export type RowHints = { hints: { column: number; hint: AreaHint }[] };

export type RowToResolve = {
  row: number;
  label: string;
  /** Below the header. */
  isBody: boolean;
  hasFigures: boolean;
  /** `level`: what the header of the column says it names. */
  hints: readonly { hint: AreaHint; level: AreaLevel | null }[];
};

const schemes: readonly CodeScheme[] = ['kemendagri', 'bps'];

/** Decides which area each row is, from its codes and names, and from what the other rows make clear. */
export class RowResolver {
  readonly #index: AreaIndex;
  readonly #inReport: ReadonlySet<string>;
  readonly #levels: ReadonlySet<AreaLevel>;
  readonly #questions: MatchQuestion[];
  readonly #answers: Readonly<Record<string, string>>;

  constructor(
    index: AreaIndex,
    areas: readonly MatchArea[],
    questions: MatchQuestion[],
    answers: Readonly<Record<string, string>>,
  ) {
    this.#index = index;
    this.#inReport = new Set(areas.map(({ id }) => id));
    this.#levels = new Set(areas.map(({ level }) => level));
    this.#questions = questions;
    this.#answers = answers;
  }

  resolve(rows: readonly RowToResolve[]): RowMatch[] {
    return this.#askDuplicates(rows, this.resolveEach(rows));
  }

  /** Where the same area may come again: in a list of many months it does. */
  resolveEach(rows: readonly RowToResolve[]): RowMatch[] {
    const scheme = this.#schemeOf(rows);
    return rows.map((row) => this.#row(row, scheme));
  }

  #row(row: RowToResolve, scheme: CodeScheme | undefined): RowMatch {
    const { label } = row;
    if (!row.isBody) return { kind: 'heading' };
    if (isTotal(label)) return { kind: 'total', label };
    const { candidates, asksScheme } = this.#candidates(row, scheme);
    const [first] = candidates;
    if (first === undefined) return row.hasFigures ? { kind: 'unknown', label } : { kind: 'heading' };
    if (!candidates.some((id) => this.#inReport.has(id))) return this.#toMatch(first, label);
    if (asksScheme) {
      const questionId = this.#askScheme(row);
      const answer = this.#answers[questionId];
      if (answer === undefined) return { kind: 'question', questionId };
      const meant = row.hints.flatMap(({ hint }) =>
        hint.kind === 'code' ? schemes.flatMap((each) => (each === answer ? (hint.areas[each] ?? []) : [])) : [],
      )[0];
      return meant === undefined ? { kind: 'left_out', label } : this.#toMatch(meant, label);
    }
    if (candidates.length === 1) return this.#toMatch(first, label);
    return this.#askArea(row, candidates);
  }

  #toMatch(areaId: string, label: string): RowMatch {
    return this.#inReport.has(areaId) ? { kind: 'area', areaId } : { kind: 'other_area', areaId, label };
  }

  /** The areas that all codes and names of the row agree on, else all that any of them means. */
  #candidates(
    row: RowToResolve,
    scheme: CodeScheme | undefined,
  ): { candidates: readonly string[]; asksScheme: boolean } {
    const names = row.hints.flatMap(({ hint, level }) =>
      hint.kind === 'name' ? [this.#atLevel(hint.areaIds, level)] : [],
    );
    const named = this.#innermost(names);
    const codes = row.hints.flatMap(({ hint }) => (hint.kind === 'code' ? [hint] : []));
    const [code] = codes;
    if (!code) return { candidates: this.#preferReport(named), asksScheme: false };

    const coded = [...new Set(codes.flatMap((each) => Object.values(each.areas)))];
    const both = coded.filter((id) => named.includes(id));
    if (both.length > 0) return { candidates: this.#preferReport(both), asksScheme: false };
    const byScheme = scheme && !code.isCertain ? code.areas[scheme] : undefined;
    const meant = code.isCertain ? coded : byScheme === undefined ? [] : [byScheme];
    if (named.length > 0) {
      return { candidates: [...new Set([...(meant.length > 0 ? meant : coded), ...named])], asksScheme: false };
    }
    return meant.length > 0 ? { candidates: meant, asksScheme: false } : { candidates: coded, asksScheme: true };
  }

  /** Of "Polewali Mandar" and "Balanipa" in one row the inner one is meant; the outer tells which of several it is. */
  #innermost(names: readonly (readonly string[])[]): readonly string[] {
    const all = [...new Set(names.flat())];
    const agreed = all.filter((id) => names.every((each) => each.some((above) => this.#index.isWithin(id, above))));
    if (agreed.length === 0) return all;
    if (names.length < 2) return agreed;
    const deepest = Math.max(...agreed.map(depthOf));
    return agreed.filter((id) => depthOf(id) === deepest);
  }

  #atLevel(areaIds: readonly string[], level: AreaLevel | null): readonly string[] {
    const fitting = level === null ? areaIds : areaIds.filter((id) => this.#index.area(id)?.level === level);
    return fitting.length > 0 ? fitting : areaIds;
  }

  /** A name that the report has too is the report's; of the others one of its level. */
  #preferReport(areaIds: readonly string[]): readonly string[] {
    const own = areaIds.filter((id) => this.#inReport.has(id));
    if (own.length > 0) return own;
    const alike = areaIds.filter((id) => {
      const level = this.#index.area(id)?.level;
      return level !== undefined && this.#levels.has(level);
    });
    return alike.length > 0 ? alike : areaIds;
  }

  /**
   * Which codes the sheet uses without dots: what its clear rows use, if they agree. A row is clear where its code is an
   * area in one scheme only, or where its name says which of the two.
   */
  #schemeOf(rows: readonly RowToResolve[]): CodeScheme | undefined {
    const votes = new Set<CodeScheme>();
    for (const { hints } of rows) {
      const named = new Set(hints.flatMap(({ hint }) => (hint.kind === 'name' ? hint.areaIds : [])));
      for (const { hint } of hints) {
        if (hint.kind !== 'code' || !/^\d+$/.test(hint.text)) continue;
        const { kemendagri, bps } = hint.areas;
        if (kemendagri === bps) continue;
        const fitting = schemes.filter((scheme) => {
          const areaId = hint.areas[scheme];
          return areaId !== undefined && (named.size === 0 ? hint.isCertain : named.has(areaId));
        });
        if (fitting.length === 1 && fitting[0]) votes.add(fitting[0]);
      }
    }
    const [vote] = votes;
    return votes.size === 1 ? vote : undefined;
  }

  #askScheme({ row, hints }: RowToResolve): string {
    const id = 'code_scheme';
    const known = this.#questions.find((question) => question.id === id);
    const code = hints.flatMap(({ hint }) => (hint.kind === 'code' && !hint.isCertain ? [hint] : []))[0];
    if (known) known.places.push(row);
    else {
      this.#questions.push({
        id,
        topic: 'code_scheme',
        sample: code?.text ?? '',
        places: [row],
        choices: [
          ...schemes.map((scheme) => ({ kind: 'scheme', id: scheme, areaId: code?.areas[scheme] ?? null }) as const),
          { kind: 'leave_out', id: 'leave_out' },
        ],
      });
    }
    return id;
  }

  #askArea({ row, label }: RowToResolve, candidates: readonly string[]): RowMatch {
    const questionId = `area:${row}`;
    this.#questions.push({
      id: questionId,
      topic: 'area',
      sample: label,
      places: [row],
      choices: [...candidates.map((id) => ({ kind: 'area', id }) as const), { kind: 'leave_out', id: 'leave_out' }],
    });
    const answer = this.#answers[questionId];
    if (answer === undefined) return { kind: 'question', questionId };
    return candidates.includes(answer) ? this.#toMatch(answer, label) : { kind: 'left_out', label };
  }

  #askDuplicates(rows: readonly RowToResolve[], matches: readonly RowMatch[]): RowMatch[] {
    const places = new Map<string, number[]>();
    for (const [at, match] of matches.entries()) {
      if (match.kind === 'area') places.set(match.areaId, [...(places.get(match.areaId) ?? []), at]);
    }
    const result = [...matches];
    for (const [areaId, at] of places) {
      if (at.length < 2) continue;
      const id = `duplicate_row:${areaId}`;
      this.#questions.push({
        id,
        topic: 'duplicate_row',
        sample: areaId,
        places: at,
        choices: [
          ...at.map((row) => ({ kind: 'row', id: String(row), row }) as const),
          { kind: 'leave_out', id: 'leave_out' },
        ],
      });
      const answer = this.#answers[id];
      for (const row of at) {
        if (answer === undefined) result[row] = { kind: 'question', questionId: id };
        else if (answer !== String(row)) result[row] = { kind: 'left_out', label: rows[row]?.label ?? '' };
      }
    }
    return result;
  }
}

const depthOf = (areaId: string) => areaId.split('.').length;
