import { useTranslation } from 'react-i18next';
import { issueColor } from '#client/theme.ts';
import { NumberText } from '#client/ui/number-text.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import { ChartFrame, type FrameInfo } from './chart-frame.tsx';
import type { ChartTable } from './chart-table.ts';
import classes from './two-truths.module.css';

export type Truth = {
  key: string;
  /** What was counted: "Prevalensi survei", "Balita terukur e-PPGBM". */
  label: string;
  value: number | null;
  /** Where the sides are in different units; else the chart's. */
  format?: ValueFormat;
  source: string;
  /** In words: "s.d. minggu II Agustus 2023". */
  cutOff?: string;
  coverage?: string;
  state?: 'verified' | 'provisional';
  sample?: boolean;
  /** False where the figure measures something else than the first and must not be subtracted from it. */
  comparable?: boolean;
};

export type TwoTruthsProps = {
  frame: FrameInfo;
  /** The first is what the others are compared with. */
  figures: readonly Truth[];
  format?: ValueFormat;
  accent?: string;
  onFigure?: (key: string) => void;
};

/** Two or more figures for one thing, side by side with source, cut-off and coverage: neither is hidden, none is averaged. */
export function TwoTruths({ frame, figures, format, accent, onFigure }: TwoTruthsProps) {
  const { t } = useTranslation('charts');
  const formatValue = useFormatValue();
  const [first] = figures;
  const table: ChartTable = {
    columns: [
      { key: 'label', label: t('column.figure') },
      { key: 'value', label: t('column.value'), format },
      { key: 'source', label: t('column.source') },
      { key: 'cutOff', label: t('column.cutOff') },
      { key: 'coverage', label: t('column.coverage') },
    ],
    rows: figures.map((each) => ({
      key: each.key,
      cells: [
        each.label,
        // In one column of several units the figure is written with its own.
        each.format ? formatValue(each.value, each.format) : each.value,
        each.source,
        each.cutOff ?? '',
        each.coverage ?? '',
      ],
    })),
  };

  return (
    <ChartFrame frame={frame} table={table}>
      <ul className={classes.figures}>
        {figures.map((each) => (
          <li
            key={each.key}
            className={classes.figure}
            style={each === first ? { borderLeftColor: issueColor(accent) } : undefined}
          >
            <div className={classes.label}>{each.label}</div>
            <NumberText
              value={each.value}
              format={each.format ?? format}
              size="large"
              onOrigin={onFigure && (() => onFigure(each.key))}
            />
            <dl className={classes.facts}>
              <dt>{t('column.source')}</dt>
              <dd>{each.source}</dd>
              {each.cutOff && (
                <>
                  <dt>{t('column.cutOff')}</dt>
                  <dd>{each.cutOff}</dd>
                </>
              )}
              {each.coverage && (
                <>
                  <dt>{t('column.coverage')}</dt>
                  <dd>{each.coverage}</dd>
                </>
              )}
            </dl>
            {(each.state || each.sample) && (
              <div className={classes.marks}>
                {each.state && <Tag kind={each.state} />}
                {each.sample && <Tag kind="sample" />}
              </div>
            )}
            {first && each !== first && <Difference from={first} to={each} format={format} />}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

type DifferenceProps = { from: Truth; to: Truth; format?: ValueFormat };

function Difference({ from, to, format }: DifferenceProps) {
  const { t } = useTranslation('charts');
  const formatValue = useFormatValue();
  if (from.value === null || to.value === null) return null;
  const amount = formatValue(to.value - from.value, { ...format, percent: false, signed: true });
  // The difference of two percentages is in percentage points.
  const words = format?.percent ? t('twoTruths.differencePoints', { value: amount }) : amount;
  return (
    <p className={classes.difference}>
      {t('twoTruths.difference', { label: from.label })}:{' '}
      <strong>{to.comparable === false ? t('twoTruths.notComparable') : words}</strong>
    </p>
  );
}
