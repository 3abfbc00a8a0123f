import type { Month } from '#shared/month.ts';

/** Invented figures by cell, scaled as they are stored. */
export class SampleFigures {
  readonly #values = new Map<string, number>();

  set(indicatorId: string, areaId: string, month: Month, scaled: number): void {
    this.#values.set(`${indicatorId} ${areaId} ${month}`, scaled);
  }

  get(indicatorId: string, areaId: string, month: Month): number | undefined {
    return this.#values.get(`${indicatorId} ${areaId} ${month}`);
  }
}
