import type { Spot } from './show-sync.ts';

/** Where the pointer's spot lies. Apart from the state of the presentation, for it moves with every frame. */
export class SpotStore {
  readonly #listeners = new Set<() => void>();
  #spot: Spot | null = null;
  /** Tells the other windows; set by whoever connects them. */
  onMove: ((spot: Spot | null) => void) | undefined;

  current = (): Spot | null => this.#spot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Moved in this window. */
  move(spot: Spot | null): void {
    if (spot === null && this.#spot === null) return;
    this.show(spot);
    this.onMove?.(spot);
  }

  /** Moved in another one. */
  show(spot: Spot | null): void {
    this.#spot = spot;
    for (const listener of this.#listeners) listener();
  }
}
