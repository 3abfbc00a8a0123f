import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, figure, type Tab, World } from '#tests/support/outbox-world.ts';

const report = '2023-08_ST_biro-hukum';
const cells = ['76.04.04', '76.04.06', '76.04.13'];
const cuts: Cut[] = ['before', 'after', 'late', 'hangs', 'none'];

type Action =
  | { do: 'type'; tab: number; cells: number[] }
  | { do: 'cut'; cuts: Cut[] }
  | { do: 'down'; isDown: boolean }
  | { do: 'other'; cell: number }
  | { do: 'crash'; tab: number }
  | { do: 'open' }
  | { do: 'retry'; tab: number }
  | { do: 'sign'; who: 'ani' | 'budi' | undefined }
  | { do: 'resolve'; tab: number; choice: 'mine' | 'theirs' }
  | { do: 'rest' };

const tab = fc.nat({ max: 2 });
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      tab,
      cells: fc.uniqueArray(fc.nat({ max: cells.length - 1 }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('cut' as const),
      cuts: fc.array(fc.constantFrom(...cuts), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('down' as const), isDown: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('other' as const), cell: fc.nat({ max: cells.length - 1 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('retry' as const), tab }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('sign' as const), who: fc.constantFrom('ani', 'budi', undefined) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('resolve' as const),
      tab,
      choice: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rest' as const) }) },
);

type Typed = { value: number; cell: string; by: string };

/** A device on which two people work, in two tabs each, through whatever happens. */
class Story {
  readonly world = new World();
  readonly typed: Typed[] = [];
  #tabs: Tab[] = [];
  #value = 0;

  async act(each: Action): Promise<void> {
    const { world } = this;
    if (each.do === 'type') await this.#type(each.tab, each.cells);
    else if (each.do === 'cut') world.cuts.push(...each.cuts);
    else if (each.do === 'down') world.isDown = each.isDown;
    else if (each.do === 'other') world.server.write(cells[each.cell] ?? '', 'cici', -1 - this.#next(), world.newId());
    else if (each.do === 'crash') await this.#crash(each.tab);
    else if (each.do === 'open') this.#open();
    else if (each.do === 'retry') this.#tab(each.tab)?.outbox.retry();
    else if (each.do === 'sign') world.signIn(each.who);
    else if (each.do === 'resolve') this.#resolve(each.tab, each.choice);
    else await world.rest();
  }

  /** Everything heals: what waits is sent, and open conflicts are settled. */
  async end(): Promise<void> {
    const { world } = this;
    world.isDown = false;
    world.cuts = [];
    for (const each of this.#tabs) await this.#stored(each);
    for (const each of this.#tabs.splice(0)) world.crash(each);
    for (const who of ['ani', 'budi']) {
      world.signIn(who);
      const each = world.open(who);
      await world.rest();
      for (let turn = 0; turn < 20 && each.state.items.length > 0; turn += 1) {
        each.outbox.resolveConflicts(
          each.state.items.map(({ id }) => id),
          'mine',
        );
        each.outbox.retry();
        await world.rest();
      }
      expect(each.state).toMatchObject({ items: [], state: 'idle', isKept: true });
      world.crash(each);
    }
    expect(world.store.rows.size).toBe(0);
  }

  #next(): number {
    this.#value += 1;
    return this.#value;
  }

  #tab(index: number): Tab | undefined {
    return this.#tabs[index % Math.max(1, this.#tabs.length)];
  }

  #open(): Tab | undefined {
    const { session } = this.world.server;
    if (session === undefined || this.#tabs.length === 3) return undefined;
    const each = this.world.open(session);
    this.#tabs.push(each);
    return each;
  }

  async #type(index: number, which: readonly number[]): Promise<void> {
    const each = this.#tab(index) ?? this.#open();
    if (!each) return;
    // Nobody types in two tabs within the moment that the storage takes.
    for (const other of this.#tabs) if (other !== each) await this.#stored(other);
    const saves = which.map((cell) => {
      const name = cells[cell] ?? '';
      const value = this.#next();
      this.typed.push({ value, cell: name, by: each.userId });
      return figure(name, value, this.world.server.version(name));
    });
    each.outbox.saveCells(report, saves);
  }

  #resolve(index: number, choice: 'mine' | 'theirs'): void {
    const each = this.#tab(index);
    each?.outbox.resolveConflicts(
      each.state.items.map(({ id }) => id),
      choice,
    );
  }

  /** The keystroke is on the disk within a moment; what comes after that moment is what is tried here. */
  async #stored(each: Tab): Promise<void> {
    for (let turn = 0; turn < 50 && each.outbox.isAtRisk(); turn += 1) await this.world.rest();
  }

  async #crash(index: number): Promise<void> {
    const each = this.#tab(index);
    if (!each) return;
    await this.#stored(each);
    this.#tabs = this.#tabs.filter((other) => other !== each);
    this.world.crash(each);
  }
}

describe('whatever is cut', () => {
  let cutsTried = 0;

  it('all that was typed arrives once, in its order, as what its author typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
        const story = new Story();
        for (const each of actions) await story.act(each);
        await story.end();
        const { server, sent, cutsTried: tried } = story.world;
        cutsTried += tried;

        const ids = server.revisions.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const own = server.revisions.filter(({ by }) => by !== 'cici');
        const values = own.map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
        for (const { value, cell, by } of own) expect(story.typed).toContainEqual({ value, cell, by });
        for (const { item, session } of sent) expect(item.userId).toBe(session);

        for (const cell of cells) {
          for (const by of ['ani', 'budi']) {
            const typed = story.typed.filter((each) => each.cell === cell && each.by === by);
            const saved = own.filter((each) => each.cell === cell && each.by === by && each.action === 'saved');
            expect(saved.map(({ value }) => value)).toEqual(
              saved.map(({ value }) => value).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
            );
            const last = typed.at(-1);
            if (last) expect(own.some(({ value }) => value === last.value)).toBe(true);
          }
        }
      }),
      { numRuns: Number(process.env.OUTBOX_RUNS ?? 150) },
    );
    expect(cutsTried).toBeGreaterThan(100);
  }, 120_000);
});
