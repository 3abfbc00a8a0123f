import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  type CascadeShare,
  cascadeRemaining,
  cascadeShare,
  cascadeShares,
  type RemainingFormula,
  remainingFormulas,
  type StageValues,
} from '#shared/cascade.ts';
import type { Figure, ShareOf } from '#shared/figure.ts';
import { groupBy } from '#shared/group-by.ts';
import { type IssueId, type Stage, stages } from '#shared/indicator.ts';
import type { CascadeAnswer } from '#shared/issue-page.ts';
import type { Month } from '#shared/month.ts';
import type { IndicatorRow, IssueRow } from './figure.queries.ts';
import { type Catalogue, type FigureRequest, loadFigures } from './figure.service.ts';
import { indicatorBrief } from './figure-rows.ts';
import type { FigureSet } from './figure-set.ts';
import { cutOffOf, type HeadlineContext } from './headline.service.ts';

type StageIndicator = IndicatorRow & { stage: Stage };

const stagesByCatalogue = new WeakMap<Catalogue, Map<IssueId, StageIndicator[]>>();

/** The issue's indicators that are stages of its cascade, in the order of the stages. */
export function stageIndicators(catalogue: Catalogue, issueId: IssueId): readonly StageIndicator[] {
  let byIssue = stagesByCatalogue.get(catalogue);
  if (!byIssue) {
    const isStage = (row: IndicatorRow): row is StageIndicator => row.stage !== null;
    const rows = [...catalogue.indicators.values()].filter(isStage);
    byIssue = groupBy(
      rows.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage)),
      (row) => row.issueId,
    );
    stagesByCatalogue.set(catalogue, byIssue);
  }
  return byIssue.get(issueId) ?? [];
}

/** The stages of some areas, for the months that will be shown: a cascade is of one month and needs no history. */
export async function withStages(
  db: Kysely<Database>,
  catalogue: Catalogue,
  figures: FigureSet,
  request: Omit<FigureRequest, 'indicatorIds' | 'from' | 'to' | 'months'> & {
    issues: readonly Pick<IssueRow, 'id'>[];
    months: readonly Month[];
  },
): Promise<FigureSet> {
  const [from, to] = [request.months.at(0), request.months.at(-1)];
  if (!from || !to) return figures;
  const indicatorIds = request.issues.flatMap((issue) => stageIndicators(catalogue, issue.id).map((row) => row.id));
  return figures.with(await loadFigures(db, catalogue, { ...request, indicatorIds, from, to }));
}

type StageFigures = Map<Stage, Figure | null>;

function areComparable(figures: StageFigures, of: readonly Stage[]): boolean {
  const [first, ...others] = of.map((stage) => figures.get(stage) ?? null);
  return first != null && others.every((each) => each !== null && haveOneBase(first, each));
}

/** Equally many cells and, of publications, one cut-off: figures of two weeks are no part and whole. */
function haveOneBase(one: Figure, other: Figure): boolean {
  return one.held === other.held && one.periodLabel === other.periodLabel && one.cutOff === other.cutOff;
}

/**
 * The cascade of one month from one kind of source: what was reported, else what was published.
 * Candidate months are tried in turn; null when none holds a stage.
 */
export function cascadeOf(
  context: HeadlineContext,
  issueId: IssueId,
  areaId: string,
  months: readonly Month[],
): CascadeAnswer | null {
  const indicators = stageIndicators(context.catalogue, issueId);
  for (const month of new Set(months)) {
    for (const basis of ['reported', 'published'] as const) {
      const figures = stageFigures(context.figures, indicators, areaId, month, basis);
      if ([...figures.values()].some((figure) => figure !== null)) {
        return cascadeAnswer(context, indicators, figures, { issueId, month, basis });
      }
    }
  }
  return null;
}

function stageFigures(
  figures: FigureSet,
  indicators: readonly StageIndicator[],
  areaId: string,
  month: Month,
  basis: CascadeAnswer['basis'],
): StageFigures {
  return new Map(
    indicators.map(({ id, stage }) => [
      stage,
      basis === 'reported'
        ? figures.reported(id, areaId, month)
        : (figures.published(id, areaId, month).find((figure) => figure.value !== null) ?? null),
    ]),
  );
}

function cascadeAnswer(
  context: HeadlineContext,
  indicators: readonly StageIndicator[],
  figures: StageFigures,
  { issueId, month, basis }: { issueId: IssueId; month: Month; basis: CascadeAnswer['basis'] },
): CascadeAnswer {
  const values: StageValues = {};
  for (const [stage, figure] of figures) values[stage] = figure?.value ?? null;
  const known = new Set(figures.keys());
  const first = [...figures.values()].find((figure) => figure !== null) ?? null;
  return {
    basis,
    month,
    cutOff: cutOffOf(first, issueId, context.cutOffs),
    stages: indicators.map((row) => ({
      stage: row.stage,
      indicator: indicatorBrief(row),
      figure: figures.get(row.stage) ?? null,
    })),
    shares: (Object.keys(cascadeShares) as CascadeShare[])
      .map((id) => ({ id, ...cascadeShares[id] }))
      .filter(({ part, whole }) => known.has(part) && known.has(whole))
      .map(({ id, part, whole }) => ({
        id,
        part,
        whole,
        value: cascadeShare(values, id),
        isComparable: areComparable(figures, [part, whole]),
      })),
    remaining: (Object.keys(remainingFormulas) as RemainingFormula[])
      .map((id) => ({ id, stages: [...remainingFormulas[id]] }))
      .filter(({ stages: needed }) => needed.every((stage) => known.has(stage)))
      .map(({ id, stages: needed }) => ({
        id,
        stages: needed,
        value: cascadeRemaining(values, id),
        isComparable: areComparable(figures, needed),
      })),
  };
}

/** A figure as a share of another of the same month and kind of source, in per cent. */
export function shareOf(part: Figure, whole: Figure | null): ShareOf | null {
  if (!whole || (part.seriesId === null) !== (whole.seriesId === null)) return null;
  return {
    part,
    whole,
    value: part.value === null || !whole.value ? null : (part.value / whole.value) * 100,
    isComparable: haveOneBase(part, whole),
  };
}
