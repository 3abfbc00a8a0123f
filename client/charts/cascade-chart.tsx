import { useTranslation } from 'react-i18next';
import { issueColor, onIssueColor } from '#client/theme.ts';
import { NumberText } from '#client/ui/number-text.tsx';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import classes from './cascade-chart.module.css';
import { type CascadeBar, type CascadeStage, cascadeBars } from './cascade-model.ts';
import { ChartFrame, type FrameInfo } from './chart-frame.tsx';
import type { ChartTable } from './chart-table.ts';
import { useWidth } from './use-width.ts';

export type CascadeChartProps = {
  frame: FrameInfo;
  stages: readonly CascadeStage[];
  /** What is left to do, each with the formula that tells which of its meanings is meant. */
  remaining?: readonly { label: string; value: number | null; formula: string }[];
  format?: ValueFormat;
  /** Issue id. */
  accent?: string;
  /** Turns each number into a button. */
  onStage?: (key: string) => void;
};

/** From the target group to those who left the status: bars on one scale, each with its share in words. */
export function CascadeChart({ frame, stages, remaining = [], format, accent, onStage }: CascadeChartProps) {
  const { t } = useTranslation('charts');
  const formatValue = useFormatValue();
  const [ref, width] = useWidth<HTMLDivElement>(480);
  const bars = cascadeBars(stages);
  const isLarge = frame.look === 'presentation';

  const table: ChartTable = {
    columns: [
      { key: 'stage', label: t('column.stage') },
      { key: 'value', label: t('column.value'), format },
      { key: 'share', label: t('column.share'), format: { percent: true, decimals: 1 } },
      { key: 'formula', label: t('column.formula') },
    ],
    rows: [
      ...bars.map((bar) => ({ key: bar.key, cells: [bar.label, bar.value, bar.share ?? null, formulaOf(bar, t)] })),
      ...remaining.map((each) => ({ key: each.label, cells: [each.label, each.value, null, each.formula] })),
    ],
  };

  return (
    <ChartFrame frame={frame} table={table}>
      <div ref={ref} className={isLarge ? classes.large : undefined}>
        <ol className={classes.stages}>
          {bars.map((bar, index) => (
            <Stage
              key={bar.key}
              bar={bar}
              look={index === 0 ? 'soft' : index === bars.length - 1 ? 'deep' : 'base'}
              // Inside the bar only where the words have room; otherwise beside it.
              isInside={bar.length !== undefined && bar.length * width > (isLarge ? 240 : 150)}
              besideFits={bar.length !== undefined && (1 - bar.length) * width > (isLarge ? 200 : 130)}
              format={format}
              accent={accent}
              onStage={onStage}
            />
          ))}
        </ol>
        {remaining.length > 0 && (
          <ul className={classes.remaining}>
            {remaining.map((each) => (
              <li key={each.label}>
                {t('cascade.remaining', {
                  label: each.label,
                  value: formatValue(each.value, format),
                  formula: each.formula,
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </ChartFrame>
  );
}

function formulaOf(bar: CascadeBar, t: (key: string, words: Record<string, string>) => string): string {
  return bar.ofLabel ? t('cascade.formula', { stage: bar.label, of: bar.ofLabel }) : '';
}

type StageProps = {
  bar: CascadeBar;
  look: 'soft' | 'base' | 'deep';
  isInside: boolean;
  besideFits: boolean;
  format?: ValueFormat;
  accent?: string;
  onStage?: (key: string) => void;
};

function Stage({ bar, look, isInside, besideFits, format, accent, onStage }: StageProps) {
  const { t } = useTranslation('charts');
  const formatValue = useFormatValue();
  const open = onStage && (() => onStage(bar.key));
  if (bar.length === undefined) {
    return (
      <li className={classes.stage}>
        <div className={`${classes.bar} ${classes.missing}`}>
          <span className={classes.label}>{bar.label}</span>
          <NumberText value={null} onOrigin={open} />
        </div>
      </li>
    );
  }
  const share = bar.share !== undefined && bar.of !== undefined && (
    <div
      className={isInside && besideFits ? classes.strong : classes.share}
      style={isInside ? { color: besideFits ? issueColor(accent) : 'inherit' } : undefined}
      title={formulaOf(bar, t)}
    >
      {t('cascade.share', { percent: formatValue(bar.share, { percent: true, decimals: 1 }), of: bar.of })}
    </div>
  );
  const words = (
    <>
      <div className={classes.label}>{bar.label}</div>
      <div className={classes.value}>
        <NumberText value={bar.value} format={format} onOrigin={open} />
      </div>
    </>
  );
  const colour = look === 'soft' ? 'var(--ink)' : onIssueColor(accent);
  return (
    <li className={classes.stage}>
      <div
        className={[classes.bar, !isInside && classes.narrow].filter(Boolean).join(' ')}
        style={{ width: `${bar.length * 100}%`, background: issueColor(accent, look), color: colour }}
      >
        {isInside && words}
        {isInside && !besideFits && share}
      </div>
      {(!isInside || (besideFits && share)) && (
        <div className={classes.beside}>
          {!isInside && words}
          {share}
        </div>
      )}
    </li>
  );
}
