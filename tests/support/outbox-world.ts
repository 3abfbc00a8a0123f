import { Outbox, type OutboxNews, type OutboxOptions } from '#client/lib/outbox/outbox.ts';
import type { KeptText, OutboxItem } from '#client/lib/outbox/outbox-item.ts';
import type { CellSave, OutboxSnapshot } from '#client/lib/outbox/outbox-snapshot.ts';
import { type Answer, figuresOf, type Items } from '#client/lib/outbox/outbox-steps.ts';
import type { OutboxStore } from '#client/lib/outbox/outbox-store.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { GridCell } from '#shared/report.ts';
import { gridCell } from '#tests/support/report-grid.ts';

export const label = {
  areaName: 'Polewali',
  indicatorId: 'ST_VALID',
  shortNameId: 'Valid',
  shortNameEn: 'Valid',
  decimals: 0,
  unitId: 'anak',
  unitEn: 'children',
};

export function figure(cell: string, value: number, seenVersion: number): CellSave {
  return { areaId: cell, indicatorId: 'ST_VALID', label, change: { kind: 'number', value }, seenVersion };
}

export const keyOf = (cell: string) => cellKey({ indicatorId: 'ST_VALID', areaId: cell });

/** A device's storage that outlives its tabs, and refuses while it is told to. */
export class MemoryStore implements OutboxStore {
  rows = new Map<number, OutboxItem>();
  textRows = new Map<string, KeptText>();
  /** What every access is refused with. */
  refusal: DOMException | undefined;
  /** Transactions that may write. */
  updates = 0;
  #order = 0;

  async items(userId: string): Promise<Items> {
    await this.#answer();
    return structuredClone([...this.rows.values()].filter((item) => item.userId === userId).sort(byOrder));
  }

  async update(userId: string, step: (items: Items) => Items): Promise<Items> {
    this.updates += 1;
    await this.#answer();
    const before = structuredClone([...this.rows.values()].filter((item) => item.userId === userId).sort(byOrder));
    const after = step(before);
    const left = new Set(after.map(({ order }) => order));
    for (const { order } of before) if (order !== undefined && !left.has(order)) this.rows.delete(order);
    for (const item of after) {
      if (item.order === undefined) this.#order += 1;
      const order = item.order ?? this.#order;
      this.rows.set(order, structuredClone({ ...item, order }));
    }
    const ids = [...this.rows.values()].map(({ id }) => id);
    if (new Set(ids).size < ids.length) throw new Error('two items with one id');
    return structuredClone([...this.rows.values()].filter((item) => item.userId === userId).sort(byOrder));
  }

  async texts(userId: string): Promise<KeptText[]> {
    await this.#answer();
    return [...this.textRows.values()].filter((text) => text.userId === userId);
  }

  async writeTexts(userId: string, put: readonly KeptText[], removed: readonly { reportKey: string; cell: string }[]) {
    await this.#answer();
    for (const text of put) this.textRows.set(`${userId} ${text.reportKey} ${text.cell}`, structuredClone(text));
    for (const { reportKey, cell } of removed) this.textRows.delete(`${userId} ${reportKey} ${cell}`);
  }

  async #answer(): Promise<void> {
    await Promise.resolve();
    if (this.refusal) throw this.refusal;
  }
}

function byOrder(a: OutboxItem, b: OutboxItem): number {
  return (a.order ?? 0) - (b.order ?? 0);
}

/** The outbox of one person who is signed in, in one tab, with a server of the test's own. */
export function testOutbox(
  store: OutboxStore,
  send: (item: OutboxItem) => Promise<Answer>,
  rest: Partial<OutboxOptions> = {},
): Outbox {
  let ids = 0;
  const outbox = new Outbox({
    userId: 'ani',
    store,
    send,
    lock: (work) => work(),
    tell: () => undefined,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    now: () => 1000,
    ...rest,
  });
  outbox.setSession('ani');
  return outbox;
}

export type Revision = { id: string; cell: string; by: string; value: number | null; action: 'saved' | 'set_aside' };

/** A server as the real one is where it matters: versions, conflicts, and every id written once. */
export class ModelServer {
  readonly revisions: Revision[] = [];
  readonly submissions: { id: string; by: string; figures: string }[] = [];
  readonly #cells = new Map<string, GridCell>();
  #reportVersion = 0;
  /** Whose session the browser holds. */
  session: string | undefined = 'ani';

  cell(name: string): GridCell | undefined {
    return this.#cells.get(name);
  }

  version(name: string): number {
    return this.cell(name)?.version ?? 0;
  }

  figures(): string {
    return figuresOf(this.#cells.values());
  }

  get reportVersion(): number {
    return this.#reportVersion;
  }

  write(cell: string, by: string, value: number | null, id: string): GridCell {
    const version = this.version(cell) + 1;
    const kind = value === null ? 'not_reported' : 'number';
    const written = gridCell('ST_VALID', cell, { kind, value, version, enteredByName: by });
    this.#cells.set(cell, written);
    this.revisions.push({ id, cell, by, value, action: 'saved' });
    this.#reportVersion += 1;
    return written;
  }

  answer(item: OutboxItem): Answer {
    if (item.userId !== this.session) return { kind: 'signed_out' };
    if (item.kind === 'submit') return this.#submit(item);
    const known = this.cell(item.areaId) ?? null;
    if (this.revisions.some(({ id }) => id === item.id)) return { kind: 'saved', cell: known };
    const { value } = item.change;
    if (item.kind === 'set_aside') {
      this.revisions.push({ id: item.id, cell: item.areaId, by: item.userId, value, action: 'set_aside' });
      return { kind: 'saved', cell: known };
    }
    if (known && known.value === value) return { kind: 'saved', cell: known };
    if (value !== null && value < 0) {
      return { kind: 'problem', problem: { kind: 'refused', code: 'ENTRY_VALUE_NEGATIVE', params: {} } };
    }
    if (known && known.version !== item.baseVersion) {
      return { kind: 'problem', problem: { kind: 'conflict', theirs: known } };
    }
    return { kind: 'saved', cell: this.write(item.areaId, item.userId, value, item.id) };
  }

  #submit({ id, userId, figures }: Extract<OutboxItem, { kind: 'submit' }>): Answer {
    if (this.submissions.some((each) => each.id === id)) return { kind: 'submitted' };
    if (figures !== this.figures()) return { kind: 'problem', problem: { kind: 'report_changed' } };
    this.submissions.push({ id, by: userId, figures });
    this.#reportVersion += 1;
    return { kind: 'submitted' };
  }
}

export type Cut =
  /** The request does not leave. */
  | 'before'
  /** It is done, and the answer does not come back. */
  | 'after'
  /** It is done when the next one has been, and nobody waits for its answer any more. */
  | 'late'
  /** No answer ever comes: only the end of the tab ends it. */
  | 'hangs'
  | 'none';

/** One browser with several tabs, one storage, one lock, and a network that is cut as it is told. */
export class World {
  readonly server = new ModelServer();
  readonly store = new MemoryStore();
  readonly sent: { item: OutboxItem; session: string | undefined }[] = [];
  /** What happens to the next requests; without one they get through. */
  cuts: Cut[] = [];
  /** Everything is cut while it is set. */
  isDown = false;
  cutsTried = 0;
  readonly #tabs = new Set<Tab>();
  readonly #late: OutboxItem[] = [];
  #lock: Promise<void> = Promise.resolve();
  #ids = 0;

  open(userId: string): Tab {
    const tab = new Tab(userId);
    tab.outbox = new Outbox({
      userId,
      store: this.store,
      send: (item) => this.#send(item),
      lock: (work) => this.#exclusive(tab, work),
      tell: (news) => this.#broadcast(tab, news),
      onSignedOut: () => undefined,
      newId: () => this.newId(),
      now: () => 1000,
      retryDelays: [1_000_000],
    });
    this.#tabs.add(tab);
    tab.outbox.setSession(this.server.session);
    return tab;
  }

  newId(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }

  /** The tab is gone, with what it had under way. */
  crash(tab: Tab): void {
    this.#tabs.delete(tab);
    tab.end();
  }

  signIn(userId: string | undefined): void {
    this.server.session = userId;
    for (const { outbox } of this.#tabs) outbox.setSession(userId);
  }

  /** Waits until nothing moves any more that can. */
  async rest(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  async #send(item: OutboxItem): Promise<Answer> {
    const { session } = this.server;
    const cut = this.isDown ? 'before' : (this.cuts.shift() ?? 'none');
    if (cut !== 'none') this.cutsTried += 1;
    this.sent.push({ item, session });
    await Promise.resolve();
    if (cut === 'before') return { kind: 'failed', code: 'NETWORK', isGeneral: true };
    if (cut === 'late') {
      this.#late.push(item);
      return { kind: 'failed', code: 'TIMEOUT', isGeneral: true };
    }
    const answer = this.server.answer(item);
    for (const late of this.#late.splice(0)) this.server.answer(late);
    await Promise.resolve();
    if (cut === 'hangs') return new Promise(() => undefined);
    return cut === 'after' ? { kind: 'failed', code: 'NETWORK', isGeneral: true } : answer;
  }

  async #exclusive(tab: Tab, work: () => Promise<void>): Promise<void> {
    const before = this.#lock;
    let release: () => void = () => undefined;
    this.#lock = new Promise((resolve) => {
      release = resolve;
    });
    await Promise.race([before, tab.ended]);
    try {
      await Promise.race([work(), tab.ended]);
    } finally {
      void before.then(release);
    }
  }

  #broadcast(from: Tab, news: OutboxNews): void {
    for (const tab of this.#tabs)
      if (tab !== from) void Promise.resolve().then(() => tab.outbox.hear(structuredClone(news)));
  }
}

export class Tab {
  readonly userId: string;
  readonly ended: Promise<void>;
  #outbox: Outbox | undefined;
  #end: () => void = () => undefined;

  constructor(userId: string) {
    this.userId = userId;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  set outbox(outbox: Outbox) {
    this.#outbox = outbox;
  }

  get outbox(): Outbox {
    if (!this.#outbox) throw new Error('the tab is not open yet');
    return this.#outbox;
  }

  get state(): OutboxSnapshot {
    return this.outbox.snapshot();
  }

  end(): void {
    this.outbox.close();
    this.#end();
  }
}
