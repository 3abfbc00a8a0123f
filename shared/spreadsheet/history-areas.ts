import type { AreaLevel } from '#shared/indicator.ts';
import { AreaIndex, type MatchArea } from './area-index.ts';
import { tidy } from './cell-form.ts';
import type { MatchQuestion, RowMatch } from './match.ts';
import { RowResolver, type RowToResolve } from './match-rows.ts';

/** The cells of a row that say which area it is. */
export type AreaTexts = { row: number; texts: readonly { text: string; level: AreaLevel | null }[] };

/** A question about an area, and the texts that wait for its answer. */
export type AreaQuestion = { question: MatchQuestion; waiting: string[] };

const separator = '\u0000';

export function areaKeyOf({ texts }: Pick<AreaTexts, 'texts'>): string {
  return texts.map(({ text }) => tidy(text)).join(separator);
}

/**
 * Which area each of many rows is. A list of a year names the same area again and again: what it writes is resolved, and
 * asked about, once. `levels` are those at which the indicator is collected: the district Mamuju is not the regency.
 */
export class HistoryAreas {
  readonly #index: AreaIndex;
  readonly #areas: readonly MatchArea[];
  readonly #answers: Readonly<Record<string, string>>;
  readonly #matches = new Map<string, RowMatch>();
  readonly questions: AreaQuestion[] = [];

  constructor(areas: readonly MatchArea[], answers: Readonly<Record<string, string>>) {
    this.#index = new AreaIndex(areas);
    this.#areas = areas;
    this.#answers = answers;
  }

  /** Resolves all texts that stand beside figures of these levels, at once: clear ones decide what codes mean. */
  resolve(levels: readonly AreaLevel[], given: readonly AreaTexts[]): void {
    const distinct = new Map<string, AreaTexts>();
    for (const each of given) {
      const key = areaKeyOf(each);
      if (!distinct.has(key)) distinct.set(key, each);
    }
    const prefix = prefixOf(levels);
    const questions: MatchQuestion[] = [];
    const own = Object.entries(this.#answers).flatMap(([id, answer]) =>
      id.startsWith(prefix) ? [[id.slice(prefix.length), answer] as const] : [],
    );
    const inReach = this.#areas.filter(({ level }) => levels.includes(level));
    const resolver = new RowResolver(this.#index, inReach, questions, Object.fromEntries(own));
    const keys = [...distinct.keys()];
    const matches = resolver.resolveEach([...distinct.values()].map((each) => this.#toResolve(each)));
    for (const [at, match] of matches.entries()) this.#matches.set(prefix + keys[at], withPrefix(match, prefix));
    for (const question of questions) {
      const waiting = [...distinct.values()].filter(({ row }) => question.places.includes(row)).map(areaKeyOf);
      this.questions.push({ question: { ...question, id: prefix + question.id }, waiting });
    }
  }

  match(levels: readonly AreaLevel[], key: string): RowMatch | undefined {
    return this.#matches.get(prefixOf(levels) + key);
  }

  #toResolve({ row, texts }: AreaTexts): RowToResolve {
    return {
      row,
      label: texts
        .map(({ text }) => tidy(text))
        .filter((text) => text !== '')
        .join(' · '),
      isBody: true,
      hasFigures: true,
      hints: texts.flatMap(({ text, level }) => {
        const hint = this.#index.hint(text);
        return hint ? [{ hint, level }] : [];
      }),
    };
  }
}

function prefixOf(levels: readonly AreaLevel[]): string {
  return `${levels.join('+')}|`;
}

function withPrefix(match: RowMatch, prefix: string): RowMatch {
  return match.kind === 'question' ? { ...match, questionId: prefix + match.questionId } : match;
}
