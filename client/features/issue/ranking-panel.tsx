import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RankingChart } from '#client/charts/ranking-chart.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureSource } from '#client/lib/figure-source.ts';
import { formatOf, useFigureText } from '#client/lib/figure-text.ts';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import type { ValueFormat } from '#client/ui/value-format.ts';
import { type ComparisonMode, compareValue, comparisonModes } from '#shared/comparison.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Figure, IndicatorBrief } from '#shared/figure.ts';
import type { IssuePage } from '#shared/issue-page.ts';

interface RankingPanelProps {
  page: IssuePage;
  regencies: NonNullable<IssuePage['regencies']>;
}

/** The regencies beside each other: as counts, per 1,000 people, or as a share of their own target group. */
export function RankingPanel({ page, regencies }: RankingPanelProps) {
  const { t } = useTranslation('issue');
  const locale = useLocale();
  const text = useFigureText();
  const navigate = useNavigate();
  const monthSearch = useMonthSearch();
  const openOrigin = useOrigin();
  const sourceOf = useFigureSource();
  const { indicator, targetGroupIndicator, rows } = regencies;
  const modes = modesOf(indicator, targetGroupIndicator !== null);
  const [chosen, setChosen] = useState<ComparisonMode>('pct_of_target');
  const mode = modes.includes(chosen) ? chosen : 'count';
  const month = page.headline.figure?.month ?? page.month;
  const isCount = modes.length > 1;
  if (rows.every(({ figure }) => figure === null)) {
    return (
      <Panel title={t('ranking.title')} headingLevel={3}>
        <EmptyState title={t('ranking.empty', { month: formatMonth(month, locale) })}>
          {t('ranking.emptyHint')}
        </EmptyState>
      </Panel>
    );
  }

  return (
    <RankingChart
      frame={{
        title: t('ranking.title'),
        subtitle: t('ranking.subtitle', { indicator: text.shortName(indicator), month: formatMonth(month, locale) }),
        unit: t(`ranking.unit.${mode}`, { unit: text.unit(indicator) }),
        headingLevel: 3,
        ...sourceOf(rows.map((row) => row.figure)),
        note: isCount && t(`ranking.hint.${mode}`),
        actions: isCount && (
          <SegmentedControl
            size="xs"
            aria-label={t('ranking.mode')}
            value={mode}
            onChange={(value: ComparisonMode) => setChosen(value)}
            data={modes.map((value) => ({ value, label: t(`ranking.${value}`) }))}
          />
        ),
      }}
      accent={page.issue.id}
      order={indicator.direction === 'lower' ? 'asc' : 'desc'}
      format={formatIn(mode, indicator)}
      rows={rows.map(({ area, figure, targetGroup, status }) => ({
        key: area.id,
        label: area.name,
        status: status.status,
        value: compareValue(
          { value: figure?.value ?? null, population: area.population, targetGroup: targetGroup?.value ?? null },
          mode,
        ),
        note: noteOf(figure, mode === 'pct_of_target' ? targetGroup : null),
      }))}
      reference={
        isCount && mode !== 'count' ? { label: t('ranking.province'), value: provinceValue(page, mode) } : undefined
      }
      onRow={(areaId) => void navigate(`/wilayah/${areaId}${monthSearch}`)}
      onValue={openOrigin && ((areaId) => openOrigin({ indicatorId: indicator.id, areaId, month }))}
    />
  );

  function noteOf(figure: Figure | null, base: Figure | null): string | undefined {
    const isPartial = figure !== null && figure.held < figure.expected;
    const notes = [
      isPartial && text.coverage(figure, indicator),
      figure && base && figure.held !== base.held && t('ranking.uneven'),
    ].filter(Boolean);
    return notes.length > 0 ? notes.join(' · ') : undefined;
  }
}

/** What cannot be added is compared as it is. */
function modesOf(indicator: IndicatorBrief, hasTargetGroup: boolean): readonly ComparisonMode[] {
  if (indicator.aggregation !== 'sum') return ['count'];
  return comparisonModes.filter((mode) => mode !== 'pct_of_target' || hasTargetGroup);
}

function formatIn(mode: ComparisonMode, indicator: IndicatorBrief): ValueFormat {
  if (mode === 'pct_of_target') return { percent: true, decimals: 1 };
  return mode === 'per_1000' ? { decimals: 1 } : formatOf(indicator);
}

/** The province in the same terms: its own figure by its own base, never a mean of the regencies. */
function provinceValue({ headline, cascade, province }: IssuePage, mode: ComparisonMode): number | null {
  const target = cascade?.stages.find(({ stage }) => stage === 'target_group')?.figure ?? null;
  const isSameMonth = target !== null && target.month === headline.figure?.month;
  return compareValue(
    {
      value: headline.figure?.value ?? null,
      population: province.population,
      targetGroup: isSameMonth ? target.value : null,
    },
    mode,
  );
}
