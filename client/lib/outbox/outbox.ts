import { cellKey } from '#shared/report/summary.ts';
import type { KeptText, OutboxItem, SaveItem, SubmitItem } from './outbox-item.ts';
import { OutboxLedger } from './outbox-ledger.ts';
import type {
  CellSave,
  ConfirmedCell,
  OutboxAccess,
  OutboxSnapshot,
  OutboxState,
  Submission,
} from './outbox-snapshot.ts';
import {
  type Answer,
  addImported,
  addSaves,
  addSubmit,
  askedAgain,
  itemCell,
  nextRound,
  resolved,
  type Step,
  saysTheSame,
  settled,
  withLeft,
  without,
} from './outbox-steps.ts';
import type { OutboxStore } from './outbox-store.ts';

/** An item with what the server said of it. */
export type Settled = { item: OutboxItem; answer: Answer };

/** What the tabs of one browser tell each other: what one person's outbox now holds is to be read again. */
export type OutboxNews = { userId: string; settled: readonly Settled[] };

export type OutboxOptions = {
  userId: string;
  store: OutboxStore;
  /** Sends one item; those of one round are sent at once. Never rejects, and ends in any case. */
  send: (item: OutboxItem) => Promise<Answer>;
  /** Runs what it is given while no other tab sends. */
  lock: (work: () => Promise<void>) => Promise<void>;
  tell: (news: OutboxNews) => void;
  /** After answers, in this tab or another. */
  onSettled?: (settled: readonly Settled[]) => void;
  /** Nothing that can be sent is left, after something was. */
  onEmptied?: () => void;
  /** The server does not know the person: the session is over, or somebody else's. */
  onSignedOut?: () => void;
  newId: () => string;
  now?: () => number;
  /** Milliseconds before each further attempt after a failure; the last one repeats. */
  retryDelays?: readonly number[];
};

const defaultRetryDelays = [2_000, 5_000, 15_000, 30_000, 60_000];
const nobody: ReadonlySet<string> = new Set();

/**
 * The one way on which one person's figures leave this browser, apart from React: what is typed lies in the store before
 * it is sent, is sent in order by one tab at a time until there is an answer, and carries an id by which the server writes
 * it once.
 */
export class Outbox implements OutboxAccess {
  readonly userId: string;
  readonly ready: Promise<void>;
  readonly #options: OutboxOptions;
  readonly #ledger: OutboxLedger;
  readonly #listeners = new Set<() => void>();
  readonly #confirmed = new Map<string, ConfirmedCell>();
  readonly #submitted = new Set<string>();
  readonly #now: () => number;
  readonly #retryDelays: readonly number[];
  #snapshot: OutboxSnapshot | undefined;
  #sendingIds = nobody;
  #isMine = false;
  #isPassing = false;
  #isClosed = false;
  #failure: string | null = null;
  #failures = 0;
  #lastSentAt: number | null = null;
  #nextAttemptAt: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.userId = options.userId;
    this.#now = options.now ?? Date.now;
    this.#retryDelays = options.retryDelays ?? defaultRetryDelays;
    this.#ledger = new OutboxLedger(options.store, options.userId, {
      onChange: () => this.#changed(),
      onStored: () => this.#tell([]),
    });
    this.ready = this.#ledger.load().then(() => this.#kick());
  }

  snapshot = (): OutboxSnapshot => {
    this.#snapshot ??= {
      ...this.#ledger.view(),
      sendingIds: this.#sendingIds,
      state: this.#state(),
      failure: this.#failure,
      lastSentAt: this.#lastSentAt,
      nextAttemptAt: this.#nextAttemptAt,
    };
    return this.#snapshot;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says who is signed in now. Nothing is sent while it is nobody, or another person. */
  setSession(userId: string | undefined): void {
    const isMine = userId === this.userId;
    if (isMine === this.#isMine) return;
    this.#isMine = isMine;
    this.#changed();
    if (!isMine) this.#unschedule();
    // The server may refuse again whom the session names: it must not be asked without a pause.
    else if (this.#failure === 'NOT_SIGNED_IN' && this.#failures > 1) this.#schedule(this.#delay());
    else this.#kick();
  }

  saveCells(reportKey: string, saves: readonly CellSave[]): void {
    const items = saves.map(
      ({ areaId, indicatorId, label, change, seenVersion }): SaveItem => ({
        ...this.#common(reportKey),
        kind: 'save',
        areaId,
        indicatorId,
        label,
        change,
        baseVersion: seenVersion,
      }),
    );
    if (items.length === 0) return;
    this.#change((waiting) => addSaves(waiting, items));
    this.#ledger.removeTexts(items.map((item) => ({ reportKey, cell: cellKey(item) })));
  }

  submit({ reportKey, ...rest }: Submission): string {
    const known = this.#ledger
      .view()
      .items.find((item) => item.kind === 'submit' && item.reportKey === reportKey && item.problem === null);
    if (known) return known.id;
    const item: SubmitItem = { ...this.#common(reportKey), kind: 'submit', ...rest };
    this.#change((waiting) => addSubmit(waiting, item));
    return item.id;
  }

  wasSubmitted(id: string): boolean {
    return this.#submitted.has(id);
  }

  confirmed(reportKey: string, cell: string): ConfirmedCell | undefined {
    return this.#confirmed.get(`${reportKey} ${cell}`);
  }

  retry(ids: readonly string[] = []): void {
    if (ids.length > 0) this.#change((waiting) => askedAgain(waiting, new Set(ids)));
    this.#unschedule();
    this.#kick();
  }

  discard(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.#change((waiting) => without(waiting, gone));
  }

  resolveConflicts(ids: readonly string[], choice: 'mine' | 'theirs'): void {
    const chosen = new Set(ids);
    if (choice === 'theirs') {
      for (const item of this.#ledger.view().items) {
        if (!chosen.has(item.id) || item.kind !== 'save' || item.problem?.kind !== 'conflict') continue;
        this.#confirm(itemCell(item), item.problem.theirs);
      }
    }
    this.#change((waiting) => resolved(waiting, chosen, choice));
  }

  putText(text: Omit<KeptText, 'format' | 'userId' | 'typedAt'>): void {
    if (this.#isClosed) return;
    this.#ledger.putTexts([{ ...text, format: 1, userId: this.userId, typedAt: this.#now() }]);
  }

  removeText(reportKey: string, cell: string): void {
    if (!this.#isClosed) this.#ledger.removeTexts([{ reportKey, cell }]);
  }

  async importItems(items: readonly OutboxItem[], texts: readonly KeptText[] = []): Promise<number> {
    const mine = items.filter(({ userId, format }) => userId === this.userId && format === 1);
    const known = new Set(this.#ledger.view().items.map(({ id }) => id));
    const kept = new Set(this.#ledger.view().texts.map(({ reportKey, cell }) => `${reportKey} ${cell}`));
    this.#ledger.putTexts(
      texts.filter(({ userId, reportKey, cell }) => userId === this.userId && !kept.has(`${reportKey} ${cell}`)),
    );
    const added = mine.filter(({ id }) => !known.has(id));
    if (added.length > 0) this.#change((waiting) => addImported(waiting, added));
    await this.#ledger.sync();
    return added.length;
  }

  reload(): Promise<void> {
    return this.#ledger.load();
  }

  /** What another tab has told. */
  async hear({ userId, settled }: OutboxNews): Promise<void> {
    if (userId !== this.userId || this.#isClosed) return;
    this.#note(settled);
    await this.reload();
    // Another tab's news are no reason to try again before it is time.
    if (this.#failure === null) this.#kick();
  }

  isAtRisk(): boolean {
    return this.#ledger.isAtRisk();
  }

  /** Ends everything in this tab; what is in the store stays. */
  close(): void {
    this.#isClosed = true;
    this.#unschedule();
    this.#listeners.clear();
  }

  #common(reportKey: string) {
    return {
      id: this.#options.newId(),
      format: 1,
      userId: this.userId,
      reportKey,
      typedAt: this.#now(),
      problem: null,
    } as const;
  }

  #change(step: Step): void {
    if (this.#isClosed) return;
    void this.#ledger.change(step);
    // While the network is away, what is typed does not wait for the longest pause.
    if (this.#failure !== null) this.#schedule(this.#retryDelays[0] ?? 0);
    else this.#kick();
  }

  #kick(): void {
    if (this.#isClosed || this.#isPassing || !this.#isMine || !this.#hasWork()) return;
    this.#unschedule();
    this.#isPassing = true;
    this.#changed();
    void this.#pass().finally(() => {
      this.#isPassing = false;
      this.#changed();
      if (this.#failure === null && this.#hasWork()) this.#kick();
    });
  }

  async #pass(): Promise<void> {
    const skipped = new Set<string>();
    let hasSent = false;
    let failure: string | null = null;
    const goOn = async () => {
      const answers = await this.#sendRound(skipped);
      for (const { item, answer } of answers) {
        if (answer.kind === 'failed') {
          skipped.add(item.id);
          failure = answer.code;
        } else if (answer.kind === 'signed_out') failure = 'NOT_SIGNED_IN';
        else hasSent = true;
      }
      return answers.length > 0 && answers.every(({ answer }) => !endsPass(answer));
    };
    try {
      await this.#options.lock(async () => {
        while (await goOn());
      });
    } catch {
      failure = 'UNKNOWN';
    }
    if (hasSent && failure === null) this.#options.onEmptied?.();
    this.#failure = failure;
    if (failure === null) this.#failures = 0;
    else if (failure === 'NOT_SIGNED_IN') {
      this.#failures += 1;
      this.#isMine = false;
      this.#options.onSignedOut?.();
    } else this.#schedule(this.#delay());
  }

  async #sendRound(skipped: ReadonlySet<string>): Promise<Settled[]> {
    const round = await this.#takeRound(skipped);
    const answers = await Promise.all(
      (this.#isMine && !this.#isClosed ? round : []).map(
        async (item): Promise<Settled> => ({ item, answer: await this.#options.send(item) }),
      ),
    );
    this.#sendingIds = nobody;
    await this.#settle(answers);
    return answers;
  }

  /** Reads what waits as it is now, and notes on the disk that it may have left before it leaves. */
  async #takeRound(skipped: ReadonlySet<string>): Promise<OutboxItem[]> {
    if (this.#isClosed || !this.#isMine) return [];
    const leave: Step = (items) => withLeft(items, new Set(nextRound(items, skipped).map(({ id }) => id)));
    await this.#ledger.change(leave);
    if (this.#isClosed) return [];
    const round = nextRound(this.#ledger.view().items, skipped).filter(({ hasLeft }) => hasLeft);
    this.#sendingIds = new Set(round.map(({ id }) => id));
    this.#changed();
    return round;
  }

  async #settle(all: readonly Settled[]): Promise<void> {
    const answers = all.filter(({ answer }) => answer.kind !== 'failed' && answer.kind !== 'signed_out');
    if (answers.length === 0 || this.#isClosed) return;
    this.#note(answers);
    // Before they are gone from the store: the other tabs must not show for a moment what was there before.
    this.#tell(answers);
    const byId = new Map(answers.map(({ item, answer }) => [item.id, answer]));
    await this.#ledger.change((items) => settled(items, byId));
  }

  /** Remembers what the server has answered, so that a figure does not fall back to what it was before. */
  #note(answers: readonly Settled[]): void {
    if (answers.length === 0) return;
    this.#failure = null;
    this.#failures = 0;
    for (const { item, answer } of answers) {
      if (answer.kind === 'problem') {
        const { problem } = answer;
        const isOver = problem.kind === 'conflict' && item.kind === 'save' && saysTheSame(problem.theirs, item.change);
        if (isOver) this.#confirm(itemCell(item), problem.theirs);
        continue;
      }
      this.#lastSentAt = this.#now();
      if (answer.kind === 'submitted') this.#submitted.add(item.id);
      if (answer.kind === 'saved' && answer.cell && item.kind !== 'submit') this.#confirm(itemCell(item), answer.cell);
    }
    this.#options.onSettled?.(answers);
    this.#changed();
  }

  #confirm(place: string, cell: NonNullable<Extract<Answer, { kind: 'saved' }>['cell']>): void {
    this.#confirmed.set(place, { phase: 'saved', cell, at: this.#now() });
  }

  #tell(answers: readonly Settled[]): void {
    if (!this.#isClosed) this.#options.tell({ userId: this.userId, settled: answers });
  }

  #hasWork(): boolean {
    return nextRound(this.#ledger.view().items, nobody).length > 0;
  }

  #state(): OutboxState {
    if (!this.#isMine) return 'signed_out';
    if (!this.#hasWork()) return 'idle';
    return this.#failure !== null && this.#sendingIds.size === 0 ? 'waiting' : 'sending';
  }

  #delay(): number {
    const delay = this.#retryDelays[Math.min(this.#failures, this.#retryDelays.length - 1)] ?? 0;
    this.#failures += 1;
    return delay;
  }

  #schedule(delay: number): void {
    const at = this.#now() + delay;
    if (this.#isClosed || !this.#isMine) return;
    if (this.#timer !== undefined && this.#nextAttemptAt !== null && this.#nextAttemptAt <= at) return;
    clearTimeout(this.#timer);
    this.#nextAttemptAt = at;
    this.#timer = setTimeout(() => this.retry(), delay);
    this.#changed();
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#nextAttemptAt = null;
  }

  #changed(): void {
    this.#snapshot = undefined;
    for (const listener of this.#listeners) listener();
  }
}

/** Nothing else would fare better now. */
function endsPass(answer: Answer): boolean {
  return answer.kind === 'signed_out' || (answer.kind === 'failed' && answer.isGeneral);
}
