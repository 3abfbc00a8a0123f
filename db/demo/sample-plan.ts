import type { Insertable } from 'kysely';
import type { TargetTable } from '#db/schema.ts';
import type { Calendar } from './calendar.ts';

interface Path {
  start: number;
  end: number;
}

/** The sample's planned paths by indicator and area: regencies, and the province as their sum. */
export class SamplePlan {
  readonly #paths = new Map<string, Path>();
  readonly #provinceId: string;

  constructor(provinceId: string) {
    this.#provinceId = provinceId;
  }

  /** Adds one district's part, from the baseline to the horizon. */
  add(indicatorId: string, regencyId: string, start: number, end: number): void {
    for (const areaId of [regencyId, this.#provinceId]) {
      const key = `${indicatorId} ${areaId}`;
      const path = this.#paths.get(key) ?? { start: 0, end: 0 };
      this.#paths.set(key, { start: path.start + start, end: path.end + end });
    }
  }

  /** A baseline, then a target for each December. The district parts are counts of people, so points are whole. */
  targets(calendar: Calendar, createdAt: string): Insertable<TargetTable>[] {
    const decembers = [-1, 0, 1]
      .map((years) => `${Number(calendar.current.slice(0, 4)) + years}-12`)
      .filter((month) => calendar.step(month) > 0);
    return [...this.#paths].flatMap(([key, { start, end }]) => {
      const [indicatorId = '', areaId = ''] = key.split(' ');
      const pointAt = (month: string): Insertable<TargetTable> => ({
        id: `demo-target-${indicatorId}-${areaId}-${month}`,
        indicatorId,
        areaId,
        month,
        kind: month === calendar.baseline ? 'baseline' : 'target',
        value: Math.round(start + ((end - start) * calendar.step(month)) / calendar.steps),
        low: null,
        high: null,
        legalBasis: 'data contoh',
        source: 'Data contoh',
        confidence: null,
        isSample: 1,
        version: 1,
        createdAt,
        updatedAt: createdAt,
      });
      return [calendar.baseline, ...decembers].map(pointAt);
    });
  }
}
