import { formatNumber } from '#shared/number-format.ts';
import { inBoth } from './bilingual.ts';
import type { Bilingual, Contradiction, SlideBody, SlideContent } from './content.ts';
import { factsOf, type SlideFact, type SlideFacts } from './slide-facts.ts';
import { directionsIn, numbersIn, type Reading, type WrittenNumber } from './written-numbers.ts';

/** How far "lebih dari" and "hampir" may reach, as a part of the number. */
const hedgeReach = 0.2;
const fractionReach = { more: 0.15, less: 0.08, under: 0.3 };
/** "2 dari 3" is not said of 55 %, though two is the nearest to it. */
const ratioReach = 0.05;
/** Below this, "kurang dari" reaches down to nothing: "kurang dari 0,1 %". */
const least = 0.1;
/** A number that ends in noughts is taken for a rounded one only this close to what it rounds. */
const roundingReach = 0.05;

const withoutFigures: ReadonlySet<SlideBody['kind']> = new Set(['cover', 'text', 'unavailable']);
const kindsWithDays: ReadonlySet<SlideBody['kind']> = new Set(['action_items', 'completeness', 'obstacles']);

/**
 * The numbers and directions in a headline of a person's own words that the slide's data do not bear out. A number is
 * borne out when a figure, or a share, change, count or remainder that follows from the figures, rounds to it as it
 * was written. Years, months, dates and numbers of editions are no figures.
 */
export function findContradictions(written: string, content: Pick<SlideContent, 'body'>): Contradiction[] {
  const { body } = content;
  if (withoutFigures.has(body.kind)) return [];
  const facts = factsOf(body);
  const numbers = numbersIn(written, kindsWithDays.has(body.kind));
  const found = [
    ...numbers
      .filter((number) => !isBorneOut(number, facts))
      .map((number) => ({ written: number.written, held: nearest(number, facts) })),
    ...wrongDirections(written, numbers, facts),
    ...wrongSides(written, facts),
  ];
  return found.filter((each, index) => found.findIndex((other) => other.written === each.written) === index);
}

function isBorneOut(number: WrittenNumber, { facts }: SlideFacts): boolean {
  if (number.isFraction) {
    // Much lies below a half: it is said of parts alone, not of every percentage.
    const spokenOf = number.hedge === 'under' ? facts.filter((fact) => fact.isPart) : facts;
    return sharesOf(spokenOf).some((share) => isFractionOf(share, number));
  }
  if (number.outOf) return isRatioBorneOut(number, number.outOf, facts);
  return facts.some((fact) => isSameUnit(number, fact) && isSameDirection(number, fact) && isSaidOf(number, fact));
}

function isSameUnit({ unit }: WrittenNumber, fact: SlideFact): boolean {
  if (unit === 'none') return true;
  return fact.unit === (unit === 'count' ? 'amount' : unit);
}

/** A change is borne out by a change of that direction; any other number by its size as well as its value. */
function isSameDirection({ direction }: WrittenNumber, fact: SlideFact): boolean {
  // By how much a count has grown is said with the word, else it would bear out any share.
  if (direction === null) return !(fact.isChange && fact.unit === 'percent');
  return fact.isChange && (direction === 'up' ? fact.value > 0 : fact.value < 0);
}

function isSaidOf(number: WrittenNumber, fact: SlideFact): boolean {
  const value = fact.isChange ? Math.abs(fact.value) : fact.value;
  // Who reads 55,5 % on the slide may write 56 %, though 55,474 rounds to 55.
  const shown = Number(value.toFixed(fact.decimals));
  return number.readings.some((reading) => [value, shown].some((each) => isWithinReading(each, reading, number.hedge)));
}

function isWithinReading(value: number, reading: Reading, hedge: WrittenNumber['hedge']): boolean {
  const { value: written, tolerance, roundedTolerance } = reading;
  const [reach, apart] = [Math.abs(written) * hedgeReach, Math.abs(value - written)];
  if (hedge === 'more') return value > written && value <= written + reach;
  if (hedge === 'less' || hedge === 'under')
    return value < written && (value >= written - reach || (written <= least && value > 0));
  const slack = Math.abs(written) * 1e-9;
  const nearby = Math.abs(value) * roundingReach;
  const isRounded = apart <= Math.min(roundedTolerance, nearby);
  return apart <= tolerance + slack || isRounded || (hedge === 'about' && apart <= nearby);
}

/** Shares (0 to 1) that a fraction in words may be said of. */
function sharesOf(facts: readonly SlideFact[]): number[] {
  return facts.flatMap((fact) =>
    fact.unit === 'percent' && !fact.isChange && fact.value > 0 && fact.value <= 100 ? fact.value / 100 : [],
  );
}

function isFractionOf(share: number, { readings, hedge }: WrittenNumber): boolean {
  return readings.some(({ value, tolerance }) => {
    if (hedge === 'more') return share > value && share <= value + fractionReach.more;
    if (hedge === 'less' || hedge === 'under') return share < value && share >= value - fractionReach[hedge];
    return Math.abs(share - value) <= tolerance;
  });
}

function isNear(share: number, part: Reading, whole: Reading): boolean {
  return Math.abs(share - part.value / whole.value) <= ratioReach;
}

/** "58 dari 69": both are counts of the slide; "1 dari 9": a share of which that is the nearest such fraction. */
function isRatioBorneOut({ readings }: WrittenNumber, outOf: readonly Reading[], facts: readonly SlideFact[]): boolean {
  const isKnown = (each: Reading) =>
    facts.some((fact) => fact.unit === 'amount' && isWithinReading(fact.value, each, null));
  return readings.some((part) =>
    outOf.some((whole) => {
      if (whole.value <= 0) return false;
      if (part.value === 1)
        return (
          sharesOf(facts).some((share) => isNear(share, part, whole) && Math.abs(1 / share - whole.value) <= 0.5) ||
          (isKnown(part) && isKnown(whole))
        );
      const isShare = sharesOf(facts).some(
        (share) => whole.value <= 20 && isNear(share, part, whole) && Math.round(share * whole.value) === part.value,
      );
      return isShare || (isKnown(part) && isKnown(whole));
    }),
  );
}

/** The figure that was probably meant: of the same unit, and not far. */
function nearest(number: WrittenNumber, { facts }: SlideFacts): Bilingual | null {
  if (number.isFraction || number.outOf) {
    const wanted = number.outOf
      ? (number.readings[0]?.value ?? 0) / (number.outOf[0]?.value ?? 1)
      : (number.readings[0]?.value ?? 0);
    const shares = sharesOf(facts).toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
    const [share] = shares;
    return share === undefined
      ? null
      : inBoth((locale) => `${formatNumber(share * 100, { locale, decimals: 1 })}${locale === 'id' ? '\u00A0' : ''}%`);
  }
  let best: { words: Bilingual; apart: number } | null = null;
  for (const fact of facts) {
    if (!fact.words || (number.unit !== 'none' && !isLikeUnit(number, fact))) continue;
    for (const { value } of number.readings) {
      const apart =
        Math.abs(Math.abs(fact.value) - Math.abs(value)) / Math.max(Math.abs(fact.value), Math.abs(value), 1e-9);
      // Of the wrong direction, the change itself is what was meant.
      const isMeant = apart <= 0.5 && (number.direction === null || fact.isChange);
      if (isMeant && (!best || apart < best.apart)) best = { words: fact.words, apart };
    }
  }
  return best?.words ?? null;
}

/** Points that were written as per cent, or the other way round, are what was meant. */
function isLikeUnit({ unit }: WrittenNumber, fact: SlideFact): boolean {
  return unit === 'none' || (unit === 'count') === (fact.unit === 'amount');
}

/** A bare "naik" where everything the slide's headline is about went down. */
function wrongDirections(written: string, numbers: readonly WrittenNumber[], { changes }: SlideFacts): Contradiction[] {
  const moving = changes.filter((change) => change.value !== 0);
  const [first] = moving;
  if (!first) return [];
  const sized = new Set(numbers.filter((number) => number.direction !== null).map((number) => number.direction));
  return directionsIn(written).flatMap(({ written: word, direction }) => {
    const isRight = moving.some((change) => (direction === 'up' ? change.value > 0 : change.value < 0));
    return isRight || sized.has(direction) ? [] : { written: word, held: first.words };
  });
}

const sideOfNation =
  /\b(?<side>di\s+atas|di\s+bawah|above|below|lebih\s+(?:tinggi|rendah)\s+(?:dari(?:pada)?|dibanding(?:kan)?)|(?:higher|lower)\s+than)\s+(?:angka\s+|rata-rata\s+)?(?:inflasi\s+)?(?:nasional|the\s+nation(?:al)?)/giu;
const sideOfBand =
  /\b(?<side>di\s+atas|di\s+bawah|di\s+dalam|di\s+luar|melampaui|melebihi|above|below|inside|outside)\s+(?:rentang\s+|the\s+)?(?:sasaran|target|band)/giu;

/** Above or below the nation and the band. */
function wrongSides(written: string, { overNation, band }: SlideFacts): Contradiction[] {
  const found: Contradiction[] = [];
  if (overNation !== null) {
    for (const match of written.matchAll(sideOfNation)) {
      const isRight = sideOf(match) === 'above' ? overNation > 0 : overNation < 0;
      if (!isRight) found.push({ written: match[0], held: pointsWords(overNation) });
    }
  }
  if (band !== null) {
    const side = band.value > band.high ? 'above' : band.value < band.low ? 'below' : 'inside';
    for (const match of written.matchAll(sideOfBand)) {
      const said = sideOf(match);
      const isRight = said === 'outside' ? side !== 'inside' : said === side;
      if (!isRight) found.push({ written: match[0], held: bandSideWords[side] });
    }
  }
  return found;
}

type Side = 'above' | 'below' | 'inside';

function sideOf(match: RegExpMatchArray): Side | 'outside' {
  const side = match.groups?.side ?? '';
  if (/luar|outside/iu.test(side)) return 'outside';
  if (/atas|above|tinggi|higher|melampaui|melebihi/iu.test(side)) return 'above';
  return /bawah|below|rendah|lower/iu.test(side) ? 'below' : 'inside';
}

const bandSideWords: Record<Side, Bilingual> = {
  above: { id: 'di atas sasaran', en: 'above the target band' },
  below: { id: 'di bawah sasaran', en: 'below the target band' },
  inside: { id: 'di dalam sasaran', en: 'inside the target band' },
};

function pointsWords(value: number): Bilingual {
  if (value === 0) return { id: 'sama dengan nasional', en: 'the same as the nation' };
  return inBoth((locale) => {
    const amount = formatNumber(Math.abs(value), { locale, decimals: 2 });
    if (locale === 'id') return `${amount} poin persen di ${value > 0 ? 'atas' : 'bawah'} nasional`;
    return `${amount} percentage points ${value > 0 ? 'above' : 'below'} the nation`;
  });
}
