import type { Calendar } from './calendar.ts';
import type { Levels } from './levels.ts';
import type { Places } from './places.ts';
import { between, randomFor } from './random.ts';
import type { SampleFigures } from './sample-figures.ts';
import type { SamplePlan } from './sample-plan.ts';

/**
 * How fast each issue goes forward in each regency, as a share of the planned pace: some on track, some behind. The
 * regencies take the values in turn, starting at another one for each issue.
 */
const paces: Record<string, readonly number[]> = {
  KE: [1.04, 1.12, 0.98, 1.06, 0.84, 1.02],
  ST: [1.05, 0.84, 1.0, 0.8, 0.94, 0.66],
  ATS: [0.74, 0.58, 0.96, 0.7, 0.82, 0.6],
  PA: [1.1, 1.0, 1.06, 0.86, 1.12, 1.04],
};

interface CascadeSample {
  issueId: 'KE' | 'ST' | 'PA';
  size: (levels: Levels) => number;
  target: string;
  valid: string;
  reached: string;
  left: string;
  referred?: string;
  /** Share of those reached who have left the status, at the start and 24 months later. */
  leftShare: readonly [number, number];
}

const cascades: readonly CascadeSample[] = [
  {
    issueId: 'KE',
    size: (levels) => levels.poorFamilies,
    target: 'KE_SASARAN',
    valid: 'KE_VALID',
    reached: 'KE_INTERVENSI',
    left: 'KE_KELUAR',
    leftShare: [0.05, 0.18],
  },
  {
    issueId: 'ST',
    size: (levels) => levels.stuntedChildren,
    target: 'ST_SASARAN',
    valid: 'ST_VALID',
    reached: 'ST_INTERVENSI',
    left: 'ST_KELUAR',
    referred: 'ST_RUJUKAN',
    leftShare: [0.09, 0.22],
  },
  {
    issueId: 'PA',
    size: (levels) => levels.atRiskOfMarriage,
    target: 'PA_SASARAN',
    valid: 'PA_VALID',
    reached: 'PA_INTERVENSI',
    left: 'PA_CEGAH',
    leftShare: [0.1, 0.3],
  },
];

interface Setting {
  calendar: Calendar;
  places: Places;
  levels: ReadonlyMap<string, Levels>;
  figures: SampleFigures;
  plan: SamplePlan;
}

/** Fills the cascades of all districts, and the plan that their regencies are measured against. */
export function addCascadeFigures(setting: Setting): void {
  for (const cascade of cascades) addCascade(setting, cascade);
  addOutOfSchool(setting);
}

function addCascade({ calendar, places, levels, figures, plan }: Setting, cascade: CascadeSample): void {
  for (const district of places.districts) {
    const levelsHere = levels.get(district.regencyId);
    if (!levelsHere) continue;
    const random = randomFor(`${cascade.issueId} ${district.id}`);
    const target = Math.max(6, cascade.size(levelsHere) * district.share);
    const valid = target * between(random, 0.8, 0.88);
    const pace = paceIn(places, cascade.issueId, district.regencyId) * between(random, 0.93, 1.07);
    const [start, whole] = [valid * 0.2, valid * 0.72];
    plan.add(cascade.reached, district.regencyId, start, start + whole);

    // Referrals are few: the fraction decides in which districts the first one falls.
    const referredShift = random();
    const progress = uneven(`${cascade.reached} ${district.id}`, calendar);
    for (const month of calendar.months) {
      const part = calendar.step(month) / calendar.months.length;
      const validNow = Math.floor(valid * (0.82 + 0.18 * part));
      const reached = Math.min(
        validNow,
        Math.floor(start + (whole * pace * progress(calendar.step(month))) / calendar.steps),
      );
      const [from, to] = cascade.leftShare;
      figures.set(cascade.target, district.id, month, Math.round(target * (0.97 + 0.03 * part)));
      figures.set(cascade.valid, district.id, month, validNow);
      figures.set(cascade.reached, district.id, month, reached);
      figures.set(cascade.left, district.id, month, Math.floor(reached * (from + (to - from) * part)));
      if (cascade.referred)
        figures.set(cascade.referred, district.id, month, Math.floor(reached * 0.0024 + referredShift));
    }
  }
}

/** Listed → checked → valid (a fifth to a third of those checked) → reached → back at school. */
function addOutOfSchool({ calendar, places, levels, figures, plan }: Setting): void {
  for (const district of places.districts) {
    const listed = Math.round((levels.get(district.regencyId)?.listedOutOfSchool ?? 0) * district.share);
    const random = randomFor(`ATS ${district.id}`);
    const validShare = between(random, 0.22, 0.34);
    const pace = paceIn(places, 'ATS', district.regencyId) * between(random, 0.93, 1.07);
    const valid = listed * 0.8 * validShare;
    const [start, whole] = [valid * 0.08, valid * 0.42];
    plan.add('ATS_KEMBALI', district.regencyId, start, start + whole);

    const checking = uneven(`ATS_REKONFIRMASI ${district.id}`, calendar);
    const returning = uneven(`ATS_KEMBALI ${district.id}`, calendar);
    for (const month of calendar.months) {
      const step = calendar.step(month);
      const checked = Math.floor(listed * (0.3 + (0.5 * checking(step)) / calendar.steps));
      const validNow = Math.floor(checked * validShare);
      const back = Math.min(validNow, Math.floor(start + (whole * pace * returning(step)) / calendar.steps));
      figures.set('ATS_TERDATA', district.id, month, listed);
      figures.set('ATS_REKONFIRMASI', district.id, month, checked);
      figures.set('ATS_VALID', district.id, month, validNow);
      figures.set('ATS_INTERVENSI', district.id, month, Math.min(validNow, Math.floor(back / 0.62)));
      figures.set('ATS_KEMBALI', district.id, month, back);
    }
  }
}

function paceIn(places: Places, issueId: string, regencyId: string): number {
  const list = paces[issueId] ?? [1];
  const index = places.regencies.findIndex((regency) => regency.id === regencyId);
  return list[Math.max(0, index) % list.length] ?? 1;
}

/** Progress that goes by fits and starts but only forward, and after 24 months has come exactly 24 steps far. */
function uneven(key: string, calendar: Calendar): (step: number) => number {
  const random = randomFor(`pace ${key}`);
  const strides = calendar.months.map(() => between(random, 0.5, 1.5));
  const total = strides.reduce((sum, stride) => sum + stride, 0);
  let reached = 0;
  const covered = strides.map((stride) => {
    reached += (stride / total) * strides.length;
    return reached;
  });
  return (step) => covered[step - 1] ?? 0;
}
