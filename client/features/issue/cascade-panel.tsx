import { useTranslation } from 'react-i18next';
import { CascadeChart } from '#client/charts/cascade-chart.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureSource } from '#client/lib/figure-source.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Stage } from '#shared/indicator.ts';
import type { CascadeAnswer } from '#shared/issue-page.ts';

interface CascadePanelProps {
  cascade: CascadeAnswer | null;
  issueId: string;
  areaId: string;
}

/** The stage each stage is measured against: what comes before it, and the target group for those reached. */
const shareOf: Partial<Record<Stage, readonly Stage[]>> = {
  confirmed: ['target_group'],
  valid: ['confirmed', 'target_group'],
  reached: ['target_group', 'valid'],
  left: ['reached', 'valid', 'target_group'],
  referred: ['reached'],
};

/** Target group → valid → reached → left, and what remains, each with its formula. */
export function CascadePanel({ cascade, issueId, areaId }: CascadePanelProps) {
  const { t } = useTranslation('issue');
  const locale = useLocale();
  const text = useFigureText();
  const sourceOf = useFigureSource();
  const finding = useFinding();
  const openOrigin = useOrigin();
  if (!cascade) {
    return (
      <Panel title={t('cascade.title')} headingLevel={3}>
        <EmptyState title={t('cascade.empty')}>{t('cascade.emptyHint')}</EmptyState>
      </Panel>
    );
  }
  const { stages, month } = cascade;
  const labelOf = (stage: Stage) => {
    const found = stages.find((each) => each.stage === stage);
    return found ? text.shortName(found.indicator) : '';
  };
  const held = new Set(stages.map(({ stage }) => stage));
  const first = stages[0];
  const cutOff = text.cutOff(cascade.cutOff);
  const coverage = first?.figure && text.coverage(first.figure, first.indicator);
  return (
    <CascadeChart
      frame={{
        title: finding(cascade) ?? t('cascade.title'),
        subtitle: [formatMonth(month, locale), cutOff, coverage].filter(Boolean).join(' · '),
        unit: first && text.unit(first.indicator),
        headingLevel: 3,
        ...sourceOf(stages.map(({ figure }) => figure)),
      }}
      accent={issueId}
      stages={stages.map(({ stage, indicator, figure }) => {
        const base = shareOf[stage]?.find((each) => held.has(each));
        return {
          key: indicator.id,
          label: text.shortName(indicator),
          value: figure?.value ?? null,
          shareOf: stages.find((each) => each.stage === base)?.indicator.id,
          shareLabel: base && labelOf(base).toLowerCase(),
        };
      })}
      remaining={cascade.remaining.map(({ id, stages: [whole, ...others], value }) => ({
        label: t(`cascade.remaining.${id}`),
        value,
        formula: t('cascade.formula', {
          first: whole ? labelOf(whole) : '',
          others: others.map(labelOf).join(' − '),
        }),
      }))}
      onStage={openOrigin && ((indicatorId) => openOrigin({ indicatorId, areaId, month }))}
    />
  );
}

/** The cascade in a sentence: "55,5 % sasaran sudah diintervensi, 11,6 % di antaranya keluar status". */
function useFinding(): (cascade: CascadeAnswer) => string | undefined {
  const { t } = useTranslation('issue');
  const text = useFigureText();
  const formatValue = useFormatValue();
  return ({ shares, stages }) => {
    const percent = (value: number) => formatValue(value, { percent: true, decimals: 1 });
    const label = (stage: Stage) => {
      const found = stages.find((each) => each.stage === stage);
      return found ? text.shortName(found.indicator).toLowerCase() : '';
    };
    const known = (id: string) => shares.find((share) => share.id === id && share.value !== null && share.isComparable);
    const reached = known('reachedOfTarget');
    const left = known('leftOfReached');
    if (!reached || reached.value === null) return undefined;
    const words = { percent: percent(reached.value), whole: label('target_group'), part: label('reached') };
    return left && left.value !== null
      ? t('cascade.findingLeft', { ...words, leftPercent: percent(left.value), left: label('left') })
      : t('cascade.finding', words);
  };
}
