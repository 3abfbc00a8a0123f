import { z } from 'zod';
import type { Show } from './presenter-state.ts';

/** Where the pointer's spot lies, as shares of the slide's width and height. */
export interface Spot {
  x: number;
  y: number;
}

/** As much of a BroadcastChannel as is used. */
export interface Line {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

const showSchema = z.object({
  index: z.int().nonnegative(),
  screen: z.enum(['slide', 'black', 'white']),
  scheme: z.enum(['light', 'dark']),
  isPointerOn: z.boolean(),
  startedAt: z.number(),
});
const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('show'), turn: z.int(), from: z.string(), show: showSchema }),
  z.object({ type: z.literal('spot'), spot: z.object({ x: z.number(), y: z.number() }).nullable() }),
]);

interface ShowSyncOptions {
  line: Line;
  /** Tells this window from the others. */
  from: string;
  onShow: (show: Show) => void;
  onSpot: (spot: Spot | null) => void;
}

/**
 * Keeps the windows of one presentation in step. Each change carries a turn that is one more than the highest seen, and
 * the highest turn wins (of two alike, the window with the greater name): whichever window drives, and however their
 * messages cross, all of them end at the same slide.
 */
export class ShowSync {
  readonly #line: Line;
  readonly #from: string;
  #turn = 0;
  #author = '';
  #known: string | undefined;

  constructor({ line, from, onShow, onSpot }: ShowSyncOptions) {
    this.#line = line;
    this.#from = from;
    line.onmessage = ({ data }) => {
      const { data: message } = messageSchema.safeParse(data);
      if (message?.type === 'hello') this.#tell();
      if (message?.type === 'spot') onSpot(message.spot);
      if (message?.type !== 'show' || !this.#isNewer(message.turn, message.from)) return;
      this.#turn = message.turn;
      this.#author = message.from;
      this.#known = spell(message.show);
      onShow(message.show);
    };
  }

  /** Asks the windows that are there already where they are. */
  join(): void {
    this.#line.postMessage({ type: 'hello' });
  }

  /** What this window shows as it opens: kept to itself until something is changed, for others may be further on. */
  begin(show: Show): void {
    this.#known = spell(show);
  }

  /** Tells the others, unless it is what they said. */
  publish(show: Show): void {
    const text = spell(show);
    if (text === this.#known) return;
    this.#known = text;
    this.#turn += 1;
    this.#author = this.#from;
    this.#tell();
  }

  point(spot: Spot | null): void {
    this.#line.postMessage({ type: 'spot', spot });
  }

  close(): void {
    this.#line.onmessage = null;
    this.#line.close();
  }

  /** A window that has changed nothing yet has nothing to say. */
  #tell(): void {
    if (this.#turn === 0 || this.#known === undefined) return;
    const show: unknown = JSON.parse(this.#known);
    this.#line.postMessage({ type: 'show', turn: this.#turn, from: this.#author, show });
  }

  #isNewer(turn: number, author: string): boolean {
    return turn > this.#turn || (turn === this.#turn && author > this.#author);
  }
}

function spell({ index, screen, scheme, isPointerOn, startedAt }: Show): string {
  return JSON.stringify({ index, screen, scheme, isPointerOn, startedAt });
}
