import { type SlideContent, slideContentSchema } from '#shared/briefing/content.ts';

export type Random = () => number;

/** The same numbers for the same seed (mulberry32), so that what fails can be looked at again. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words = [
  'Dinas',
  'Pemberdayaan',
  'Perempuan,',
  'dan',
  'Polewali',
  'Mandar',
  "Tanduk Kalua'",
  '9.085',
  'stunting',
  'Rp1.250.000.000,00',
  'pendampingankeluargaberisikostuntingtanpaspasisamasekali',
  'é',
  '–',
  '4+1',
];
const freeTexts = [
  'name',
  'areaName',
  'title',
  'text',
  'story',
  'abbr',
  'agencyAbbr',
  'agencyName',
  'ownerAbbr',
  'nameId',
  'nameEn',
  'shortNameId',
  'shortNameEn',
  'unitId',
  'unitEn',
  'body',
  'subtitle',
  'label',
  'labelId',
  'labelEn',
  'periodLabel',
  'source',
  'reason',
  'cutOff',
];
const codes = ['missing', 'no_figure', 'no_target', 'not_collected', 'incomplete', 'issue_not_chosen'];
const lists = [
  'cards',
  'rows',
  'regions',
  'items',
  'pairs',
  'sides',
  'critical',
  'lateReports',
  'changes',
  'reasons',
  'stages',
  'series',
  'points',
  'planned',
  'areas',
  'issues',
  'indicators',
  'shares',
  'remaining',
  'footnotes',
  'targets',
];
const amounts = [0, 1, -3, 7, 42, 905, 9085, 16_377, 98_765, 1_466_741, 16_377_000];

function pick<T>(from: readonly T[], random: Random): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

export function freeText(random: Random, most: number): string {
  const count = 1 + Math.floor(random() ** 2 * most);
  return Array.from({ length: count }, () => pick(words, random)).join(random() < 0.05 ? '\n- ' : ' ');
}

/** A slide like the given one with other names, numbers, gaps, and lists that are longer, shorter or empty. */
export function mutated(slide: SlideContent, random: Random): SlideContent {
  const changed = mutate(slide, '', random, slide);
  const written = random() < 0.4 ? freeText(random, 18).slice(0, 160).trim() : null;
  const candidate = {
    ...(typeof changed === 'object' ? changed : {}),
    id: slide.id,
    month: slide.month,
    written,
    contradictions:
      written !== null && random() < 0.5 ? [{ written: '9.500', held: { id: '9.085', en: '9,085' } }] : [],
    basis: pick(['verified', 'provisional', null], random),
    holdsSample: random() < 0.3,
    isEmpty: slide.isEmpty,
  };
  const parsed = slideContentSchema.safeParse(candidate);
  return parsed.success ? parsed.data : mutated(slide, random);
}

function mutate(value: unknown, key: string, random: Random, owner: object): unknown {
  if (Array.isArray(value)) return mutateList(value, key, random);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mutate(each, name, random, value)]));
  }
  if (typeof value === 'string') {
    return freeTexts.includes(key) && !codes.includes(value) && random() < 0.35 ? freeText(random, 9) : value;
  }
  if (typeof value === 'number') return mutateNumber(value, key, random, owner);
  return value;
}

function mutateList(list: readonly unknown[], key: string, random: Random): unknown[] {
  const own = list.map((each) => mutate(each, key, random, list));
  if (!lists.includes(key) || list.length === 0 || random() < 0.5) return own;
  const isWide = ['indicators', 'cards', 'sides', 'stages', 'series'].includes(key);
  const count = Math.floor(random() * (isWide ? 6 : 24));
  return Array.from({ length: count }, (_, index) => mutate(list[index % list.length], key, random, list));
}

function mutateNumber(value: number, key: string, random: Random, owner: object): number | null {
  const isFigure = 'held' in owner && 'expected' in owner;
  if (key === 'value' && isFigure && random() < 0.2) return null;
  if (['value', 'planned', 'claimed', 'fromValue', 'projected', 'target'].includes(key) && random() < 0.4) {
    return pick(amounts, random) * (random() < 0.2 ? 0.37 : 1);
  }
  if (key === 'share' && random() < 0.3) return random() * 4 - 1;
  if (
    ['daysLate', 'returnedCells', 'held', 'expected', 'verified', 'submitted', 'missing'].includes(key) &&
    random() < 0.3
  ) {
    return Math.floor(random() * 600);
  }
  return value;
}
