import { shareOf, stageIndicators } from '#server/figure/cascade.service.ts';
import { type IssueRow, indicatorBrief, issueBrief, nationId, plannedPath } from '#server/figure/figure.service.ts';
import {
  type HeadlineContext,
  indicatorHeadline,
  issueHeadline,
  lineOf,
  lineStart,
} from '#server/figure/headline.service.ts';
import type { Figure } from '#shared/figure.ts';
import { type Month, monthsBetween } from '#shared/month.ts';
import type { IssueCard } from '#shared/overview.ts';

/** A year and the month it is compared with. */
const sparklineMonths = 12;

export function issueCard(
  context: HeadlineContext,
  issue: IssueRow,
  { areaId, month, cityIds }: { areaId: string; month: Month; cityIds: readonly string[] },
): IssueCard {
  const { catalogue, figures } = context;
  const headline = issueHeadline(context, issue, areaId, month, cityIds);
  const { figure } = headline;
  const stages = stageIndicators(catalogue, issue.id);
  const outcome = issue.outcomeIndicatorId && headline.role === 'headline' ? issue.outcomeIndicatorId : null;
  return {
    issue: issueBrief(issue),
    headline,
    reached: figure ? reachedOf(context, figure, stages) : null,
    left: figure ? leftOf(context, figure, stages) : null,
    nation:
      figure && headline.indicator.aggregation !== 'sum'
        ? figures.at(headline.indicator.id, nationId, figure.month)
        : null,
    outcome: outcome ? indicatorHeadline(context, figures.indicator(outcome), areaId, month, 'outcome') : null,
    sparkline: sparklineOf(context, headline, areaId, month),
  };
}

type StageIndicators = ReturnType<typeof stageIndicators>;

/** The base of the share is the target group, or what was found valid where the headline says how many left. */
function reachedOf(context: HeadlineContext, figure: Figure, stages: StageIndicators): IssueCard['reached'] {
  const own = stages.find((row) => row.id === figure.indicatorId)?.stage;
  if (!own) return null;
  const wanted = own === 'left' ? (['valid', 'target_group'] as const) : (['target_group'] as const);
  for (const stage of wanted) {
    const base = stages.find((row) => row.stage === stage);
    const share = base ? shareOf(figure, context.figures.companion(figure, base.id)) : null;
    if (base && share) return { indicator: indicatorBrief(base), share };
  }
  return null;
}

function leftOf(context: HeadlineContext, figure: Figure, stages: StageIndicators): IssueCard['left'] {
  const left = stages.find((row) => row.stage === 'left' && row.id !== figure.indicatorId);
  const isStage = stages.some((row) => row.id === figure.indicatorId);
  const held = left && isStage ? context.figures.companion(figure, left.id) : null;
  return left && held ? { indicator: indicatorBrief(left), figure: held } : null;
}

function sparklineOf(
  context: HeadlineContext,
  { figure, indicator }: IssueCard['headline'],
  areaId: string,
  month: Month,
): IssueCard['sparkline'] {
  // A figure that lies years back would be a line of gaps: end at the figure then.
  const isOld = figure !== null && monthsBetween(figure.month, month) >= sparklineMonths;
  const to = figure && isOld ? figure.month : month;
  const from = lineStart(indicator, to, sparklineMonths);
  return {
    points: figure ? lineOf(context.figures, figure, from, to) : [],
    planned: plannedPath(context.figures.targets(indicator.id, areaId), from, to),
  };
}
