import { shareOf } from '#server/figure/cascade.service.ts';
import type { AreaIssue, AreaPage } from '#shared/area-page.ts';
import { addMonths } from '#shared/month.ts';
import type { IssueCard } from '#shared/overview.ts';

/** A year and the month it is compared with. */
const sparklineMonths = 12;

/** A regency's page as the cards of a situation. */
export function areaCards(page: AreaPage, ofProvince: readonly IssueCard[]): IssueCard[] {
  return page.issues.map((each) => areaCard(each, ofProvince));
}

function areaCard({ issue, headline: shown, cascade }: AreaIssue, ofProvince: readonly IssueCard[]): IssueCard {
  const { trajectory, ...headline } = shown;
  const { figure, indicator } = headline;
  const stage = (name: string) => cascade?.stages.find((each) => each.stage === name);
  const isStage = figure !== null && indicator.stage !== null && cascade?.month === figure.month;
  const whole = indicator.stage === 'left' ? (stage('valid') ?? stage('target_group')) : stage('target_group');
  const share = isStage && whole && whole.indicator.id !== indicator.id ? shareOf(figure, whole.figure) : null;
  const left = isStage && indicator.stage !== 'left' ? stage('left') : undefined;
  const province = ofProvince.find((card) => card.issue.id === issue.id);
  const nation = province?.nation ?? null;
  return {
    issue,
    headline,
    reached: share && whole ? { indicator: whole.indicator, share } : null,
    left: left?.figure ? { indicator: left.indicator, figure: left.figure } : null,
    // Figures of two months are not held against each other.
    nation: nation && nation.indicatorId === indicator.id && nation.month === figure?.month ? nation : null,
    outcome: null,
    sparkline: sparklineOf(headline, trajectory),
  };
}

function sparklineOf(
  { figure }: Pick<AreaIssue['headline'], 'figure'>,
  { series, planned }: AreaIssue['headline']['trajectory'],
): IssueCard['sparkline'] {
  if (!figure) return { points: [], planned: [] };
  const line = series.find(({ kind, id }) =>
    figure.seriesId === null ? kind === 'reported' : id === `${figure.seriesId}|${figure.areaId}`,
  );
  const from = addMonths(figure.month, -sparklineMonths);
  const isShown = ({ month }: { month: string }) => month >= from && month <= figure.month;
  return { points: line?.points.filter(isShown) ?? [], planned: planned.filter(isShown) };
}
