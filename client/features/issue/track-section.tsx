import type { IssuePage } from '#shared/issue-page.ts';
import { InflationChart } from './inflation-chart.tsx';
import { InflationTable } from './inflation-table.tsx';
import classes from './issue-layout.module.css';
import { PriceIndexPanel } from './price-index-panel.tsx';
import { RankingPanel } from './ranking-panel.tsx';
import { TrajectoryPanel } from './trajectory-panel.tsx';
import { TrendsPanel } from './trends-panel.tsx';
import { TwoTruthsPanel } from './two-truths-panel.tsx';

/** Whether the issue is on track: path and pace, regencies compared, and what other sources say. */
export function TrackSection({ page }: { page: IssuePage }) {
  const { issue, headline, outcome, regencies, trends, inflation, month, province, twoTruths } = page;
  const hasTrend = trends?.areas.some(({ points }) => points.some((point) => point.value !== null));
  return (
    <div className={classes.stack}>
      {inflation ? (
        <>
          <InflationChart inflation={inflation} provinceId={province.id} provinceName={province.name} />
          <div className={classes.wideAndNarrow}>
            <InflationTable inflation={inflation} month={month} />
            {inflation.priceIndex && <PriceIndexPanel priceIndex={inflation.priceIndex} month={month} />}
          </div>
        </>
      ) : (
        <div className={classes.halves}>
          <TrajectoryPanel headline={headline} issueId={issue.id} month={month} />
          {regencies && <RankingPanel page={page} regencies={regencies} />}
        </div>
      )}
      {hasTrend && trends && <TrendsPanel page={page} trends={trends} />}
      {outcome && <TrajectoryPanel headline={outcome} issueId={issue.id} month={month} />}
      <div className={classes.halves}>
        {twoTruths.map((truths) => (
          <TwoTruthsPanel key={truths.id} truths={truths} issueId={issue.id} />
        ))}
      </div>
    </div>
  );
}
