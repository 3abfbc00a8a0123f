import type { BriefedActionItem } from '#shared/action-item-brief.ts';
import type { Change, Completeness, Headline, IndicatorBrief, StatusAnswer } from '#shared/figure.ts';
import { groupBy } from '#shared/group-by.ts';
import type { CascadeAnswer, TrajectoryAnswer } from '#shared/issue-page.ts';
import { inBoth } from './bilingual.ts';
import type { Bilingual, SlideBody, SlideBodyOf } from './content.ts';
import { figuresOf, type SlideFigure } from './figures.ts';
import { differenceWords, shortName, valueWords } from './headline-words.ts';

/** A number that a slide's data bear out, whether shown or to be worked out from what is shown. */
export interface SlideFact {
  value: number;
  /** A percentage, a difference of two percentages, or anything else that is counted or measured. */
  unit: 'percent' | 'points' | 'amount';
  /** How many decimals it is shown with. */
  decimals: number;
  /** What it is, for whoever wrote another number. Null for what is worked out only. */
  words: Bilingual | null;
  /** A change with its sign: "naik 1.785" is borne out by +1.785 only. */
  isChange: boolean;
  /** One count as a part of another, which "belum separuh" may speak of. */
  isPart: boolean;
}

export interface SlideFacts {
  facts: readonly SlideFact[];
  /** Changes of the slide's headline figures, which a bare "naik" or "turun" speaks of. */
  changes: readonly SlideFact[];
  /** Year-on-year points above the nation, and the band, where the slide compares with them. */
  overNation: number | null;
  band: { value: number; low: number; high: number } | null;
}

export function factsOf(body: SlideBody): SlideFacts {
  const list = new FactList();
  const figures = figuresOf(body);
  for (const figure of figures) list.figure(figure);
  list.stepsOf(figures);
  const changes = headlinesOf(body).flatMap((headline) => list.headline(headline) ?? []);
  list.body(body);
  return { facts: list.facts, changes, ...sidesOf(body) };
}

function headlinesOf(body: SlideBody): Headline[] {
  if (body.kind === 'situation') return body.cards.map((card) => card.headline);
  if (body.kind === 'issue' && body.outcome) return [body.headline, body.outcome];
  return 'headline' in body ? [body.headline] : [];
}

function sidesOf(body: SlideBody): Pick<SlideFacts, 'overNation' | 'band'> {
  if (body.kind !== 'inflation') return { overNation: null, band: null };
  const { figure, status } = body.headline;
  const { plannedLow: low, plannedHigh: high } = status;
  const isBanded = figure?.value != null && low !== null && high !== null;
  return {
    overNation: body.inflation?.differenceToNation ?? null,
    band: isBanded ? { value: figure.value ?? 0, low, high } : null,
  };
}

class FactList {
  readonly facts: SlideFact[] = [];

  #add(value: number | null | undefined, unit: SlideFact['unit'], decimals = 0, words: Bilingual | null = null): void {
    if (value != null) this.facts.push({ value, unit, decimals, words, isChange: false, isPart: false });
  }

  /** A value in the indicator's unit. */
  #value(value: number | null | undefined, indicator: Words, name: Bilingual | null = null): void {
    if (value == null) return;
    const words = name && inBoth((locale) => `${name[locale]} ${valueWords(value, indicator, locale)}`);
    this.#add(value, indicator.isPercentage ? 'percent' : 'amount', indicator.decimals, words);
  }

  #difference(value: number, indicator: Words): SlideFact {
    const fact: SlideFact = {
      value,
      unit: indicator.isPercentage ? 'points' : 'amount',
      decimals: indicator.decimals,
      words: inBoth((locale) => {
        const amount = differenceWords(value, indicator, locale);
        if (amount === null) return locale === 'id' ? 'tetap' : 'unchanged';
        const [up, down] = locale === 'id' ? ['naik', 'turun'] : ['up', 'down'];
        return `${value > 0 ? up : down} ${amount}`;
      }),
      isChange: true,
      isPart: false,
    };
    this.facts.push(fact);
    return fact;
  }

  #count(...counts: (number | null | undefined)[]): void {
    for (const count of counts) this.#add(count, 'amount');
  }

  /** Both counts, and the one as a share of the other. */
  #part(part: number, whole: number): void {
    this.#count(part, whole, whole - part);
    if (whole <= 0) return;
    const value = (part / whole) * 100;
    this.facts.push({ value, unit: 'percent', decimals: 1, words: null, isChange: false, isPart: true });
  }

  figure({ indicator, areaName, value, target, planned, held, expected, role }: SlideFigure): void {
    const name = inBoth((locale) =>
      role === 'headline' ? shortName(indicator, locale) : `${shortName(indicator, locale)} ${areaName}`,
    );
    this.#value(value, indicator, name);
    this.#value(target, indicator, { id: 'target', en: 'target' });
    this.#value(planned, indicator);
    if (value !== null) this.#part(held, expected);
  }

  /** Changes along each line up to its last point. */
  stepsOf(figures: readonly SlideFigure[]): void {
    const lines = groupBy(
      figures.filter((figure) => figure.value !== null),
      ({ indicator, areaId, seriesId }) => [indicator.id, areaId, seriesId].join('|'),
    );
    for (const line of lines.values()) {
      const [last, ...earlier] = line.toSorted((a, b) => (a.month < b.month ? 1 : -1));
      for (const each of earlier) {
        if (!last) continue;
        this.#difference(Number(((last.value ?? 0) - (each.value ?? 0)).toPrecision(12)), last.indicator);
        this.#growth(last.value ?? 0, each.value ?? 0, last.indicator);
      }
    }
  }

  /** A count may have grown by a part of itself; of a percentage that would be read as points. */
  #growth(value: number, from: number, { isPercentage }: Words): void {
    if (isPercentage || from <= 0) return;
    this.facts.push({
      value: ((value - from) / from) * 100,
      unit: 'percent',
      decimals: 1,
      words: null,
      isChange: true,
      isPart: false,
    });
  }

  /** Its change, to tell the direction by. */
  headline({ indicator, figure, status, change, target }: Headline): SlideFact | null {
    this.#status(figure?.value ?? null, status, indicator);
    for (const limit of [target?.low, target?.high]) this.#value(limit, indicator);
    return change ? this.#change(change, indicator) : null;
  }

  #change({ value, fromValue }: Change, indicator: IndicatorBrief): SlideFact {
    this.#value(fromValue, indicator);
    this.#growth(fromValue + value, fromValue, indicator);
    return this.#difference(value, indicator);
  }

  #status(value: number | null, status: StatusAnswer, indicator: IndicatorBrief): void {
    const { planned, plannedLow, plannedHigh, distanceToTarget, share } = status;
    for (const each of [planned, plannedLow, plannedHigh]) this.#value(each, indicator);
    const apart = indicator.isPercentage ? 'points' : 'amount';
    this.#add(distanceToTarget, apart, indicator.decimals);
    if (value !== null && planned !== null) this.#add(Math.abs(value - planned), apart, indicator.decimals);
    if (share !== null) this.#add(share * 100, 'percent', 0);
  }

  body(body: SlideBody): void {
    switch (body.kind) {
      case 'situation':
        this.#situation(body);
        break;
      case 'issue':
        if (body.cascade) this.#cascade(body.cascade);
        this.#runRate(body.headline.trajectory.runRate, body.headline.indicator);
        break;
      case 'regencies':
        this.#regencies(body);
        break;
      case 'heat_map':
      case 'tile_map':
        this.#statuses(body.regions.map(({ cells }) => cells.map((cell) => cell.status.status)));
        break;
      case 'inflation':
        this.#inflation(body);
        break;
      case 'two_truths':
        this.#twoTruths(body);
        break;
      case 'small_wins':
        this.#news(body.items);
        break;
      case 'obstacles':
        this.#news(body.items);
        this.#count(body.critical.length, body.lateReports.length, ...body.lateReports.map((each) => each.daysLate));
        this.#count(body.lateReports.filter((each) => each.daysLate > 0).length);
        break;
      case 'completeness':
        for (const each of [body.total, ...body.issues.map((issue) => issue.completeness)]) this.#completeness(each);
        this.#count(body.lateReports.length, ...body.lateReports.map((each) => each.daysLate));
        this.#count(body.lateReports.filter((each) => each.daysLate > 0).length);
        break;
      case 'action_items':
        this.#actionItems(body.items);
        break;
      case 'changes':
        this.#changes(body);
        break;
      default:
        break;
    }
  }

  #situation({ cards }: SlideBodyOf<'situation'>): void {
    for (const { reached, outcome } of cards) {
      if (reached?.share.value != null) this.#add(reached.share.value, 'percent', 1);
      if (outcome) this.headline(outcome);
    }
    this.#statuses(cards.map((card) => [card.headline.status.status]));
  }

  #cascade({ stages, remaining }: CascadeAnswer): void {
    const held = stages.flatMap(({ figure }) => (figure?.value != null ? figure.value : []));
    for (const [index, whole] of held.entries()) {
      for (const part of held.slice(index + 1)) this.#part(part, whole);
    }
    for (const { value } of remaining) this.#count(value);
  }

  #runRate(rate: TrajectoryAnswer['runRate'], indicator: IndicatorBrief): void {
    if (!rate) return;
    const perMonth = indicator.isPercentage ? 'points' : 'amount';
    for (const value of [rate.perMonth, rate.neededPerMonth]) {
      if (value !== null) this.#add(Math.abs(value), perMonth, indicator.decimals);
    }
    for (const value of [rate.targetValue, rate.projected]) this.#value(value, indicator);
  }

  #regencies({ regencies, headline }: SlideBodyOf<'regencies'>): void {
    if (!regencies) return;
    const total = headline.indicator.id === regencies.indicator.id ? (headline.figure?.value ?? null) : null;
    for (const { figure, targetGroup, status } of regencies.rows) {
      this.#status(figure?.value ?? null, status, regencies.indicator);
      if (figure?.value != null && targetGroup?.value) this.#part(figure.value, targetGroup.value);
      if (figure?.value != null && total && regencies.indicator.aggregation === 'sum') this.#part(figure.value, total);
    }
    this.#count(regencies.rows.filter((row) => row.figure?.value == null).length);
    this.#statuses(regencies.rows.map((row) => [row.status.status]));
  }

  /** Counts of rows by status, of rows at all, and of cells in a row. */
  #statuses(rows: readonly (readonly string[])[]): void {
    const all = rows.flat();
    const good = all.filter((each) => each === 'achieved' || each === 'on_track').length;
    this.#count(rows.length, good, all.filter((each) => each !== 'no_data').length);
    for (const status of new Set(all)) {
      const rowsWithIt = rows.filter((row) => row.includes(status)).length;
      this.#count(rowsWithIt, all.filter((each) => each === status).length);
      this.#add((rowsWithIt / rows.length) * 100, 'percent', 1);
      for (const row of rows) this.#count(row.filter((each) => each === status).length, row.length);
    }
  }

  #inflation({ inflation }: SlideBodyOf<'inflation'>): void {
    const rates = (inflation?.areas ?? []).flatMap(({ figures }) =>
      figures.yoy?.value != null ? figures.yoy.value : [],
    );
    for (const one of rates) {
      for (const other of rates) {
        if (one > other) this.#add(Number((one - other).toPrecision(12)), 'points', 2);
      }
    }
  }

  #twoTruths({ pairs }: SlideBodyOf<'two_truths'>): void {
    this.#count(pairs.length);
    for (const { sides } of pairs) {
      this.#count(sides.length);
      const [first] = sides;
      for (const { indicator, figure, previous } of sides) {
        if (figure.value === null) continue;
        if (previous?.value != null)
          this.#difference(Number((figure.value - previous.value).toPrecision(12)), indicator);
        const isAlike = first?.indicator.isPercentage === indicator.isPercentage;
        if (first?.figure.value != null && isAlike) {
          this.#add(
            Math.abs(figure.value - first.figure.value),
            indicator.isPercentage ? 'points' : 'amount',
            indicator.decimals,
          );
        }
      }
    }
  }

  #news(items: SlideBodyOf<'small_wins'>['items']): void {
    const good = items.filter((item) => item.news === 'good').length;
    this.#count(items.length, good, items.length - good);
    for (const { claim } of items) {
      if (!claim) continue;
      this.#value(claim.claimed, claim.indicator);
      this.#value(claim.held, claim.indicator);
    }
  }

  #completeness(counts: Completeness | null): void {
    if (!counts) return;
    const { expected, received, onTime, verified, submitted, returned, missing, cells } = counts;
    for (const part of [received, onTime, verified, submitted, returned, missing]) this.#part(part, expected);
    for (const part of [cells.filled, cells.verified]) this.#part(part, cells.expected);
  }

  #actionItems(items: readonly BriefedActionItem[]): void {
    const overdue = items.filter((item) => item.daysLate > 0).length;
    this.#part(overdue, items.length);
    for (const state of new Set(items.map((item) => item.state))) {
      this.#count(items.filter((item) => item.state === state).length);
    }
    this.#count(items.filter((item) => item.state === 'open' || item.state === 'in_progress').length);
    for (const { daysLate, figure } of items) {
      this.#count(daysLate);
      if (!figure) continue;
      const { before, now } = figure;
      for (const value of [before.value, now?.value])
        this.#value(value, figure, { id: figure.nameId, en: figure.nameEn });
      if (before.value !== null && now?.value != null) this.#difference(now.value - before.value, figure);
    }
  }

  #changes({ changes }: SlideBodyOf<'changes'>): void {
    this.#count(
      changes.length,
      ...['corrected', 'added', 'withdrawn', 'restated'].map(
        (kind) => changes.filter((each) => each.kind === kind).length,
      ),
    );
    for (const { indicator, areaName, before, after, difference, reasons } of changes) {
      const name = inBoth((locale) => `${shortName(indicator, locale)} ${areaName}`);
      for (const side of [before, after]) this.#value(side?.value, indicator, name);
      if (difference !== null) this.#difference(difference, indicator);
      for (const { from, to, provinceBefore, provinceAfter } of reasons) {
        for (const value of [from, to, provinceBefore, provinceAfter]) this.#value(value, indicator);
      }
    }
  }
}

type Words = Pick<IndicatorBrief, 'decimals' | 'isPercentage' | 'unitId' | 'unitEn'>;
