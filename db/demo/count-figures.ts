import type { Calendar } from './calendar.ts';
import type { Levels } from './levels.ts';
import type { Places } from './places.ts';
import { between, countOf, randomFor, wholeBetween } from './random.ts';
import type { SampleFigures } from './sample-figures.ts';

interface Setting {
  calendar: Calendar;
  places: Places;
  levels: ReadonlyMap<string, Levels>;
  figures: SampleFigures;
}

/** Weighing and measuring, marriages, dispensations and market activities: what is counted anew each month. */
export function addCountFigures(setting: Setting): void {
  for (const month of setting.calendar.months) {
    for (const district of setting.places.districts) {
      const levels = setting.levels.get(district.regencyId);
      if (!levels) continue;
      addWeighing(setting, { ...district, levels }, month);
      const random = randomFor(`counts ${district.id} ${month}`);
      const count = (indicatorId: string, mean: number) =>
        setting.figures.set(indicatorId, district.id, month, countOf(random, mean));
      count('PA_KASUS', levels.marriagesUnder19AMonth * district.share);
      count('INF_GPM', 1.1);
      count('INF_PASAR', 0.6);
      count('INF_SIDAK', 1.6);
      setting.figures.set('INF_CABAI', district.id, month, random() < 0.3 ? 0 : 25 * wholeBetween(random, 1, 16));
    }
    for (const { id } of setting.places.regencies) {
      const mean = setting.levels.get(id)?.dispensationsAMonth ?? 0;
      setting.figures.set('PA_DISPENSASI', id, month, countOf(randomFor(`dispensations ${id} ${month}`), mean));
    }
  }
}

type Here = { id: string; share: number; levels: Levels };

/** More come in February and August, the months of publication; prevalence goes down slowly. */
function addWeighing({ calendar, figures }: Setting, { id, share, levels }: Here, month: string): void {
  const own = randomFor(`weighing ${id}`);
  const random = randomFor(`weighing ${id} ${month}`);
  const [usualCoverage, prevalenceHere] = [between(own, 0.58, 0.74), between(own, 0.85, 1.15)];
  const part = calendar.step(month) / calendar.months.length;
  const isCampaign = month.endsWith('-02') || month.endsWith('-08');
  const coverage = Math.min(0.98, usualCoverage + 0.08 * part + (isCampaign ? 0.12 : 0) + between(random, -0.04, 0.04));
  const prevalence =
    (levels.stuntingPrevalence / 100) * prevalenceHere * (1.02 - 0.14 * part) * between(random, 0.97, 1.03);

  const expected = Math.max(8, Math.round(levels.underFives * share * between(random, 0.99, 1.01)));
  const weighed = Math.floor(expected * coverage);
  const measured = Math.floor(weighed * between(random, 0.96, 1));
  figures.set('ST_BALITA', id, month, expected);
  figures.set('ST_DITIMBANG', id, month, weighed);
  figures.set('ST_DIUKUR', id, month, measured);
  figures.set('ST_ANAK', id, month, Math.round(measured * prevalence));
}
