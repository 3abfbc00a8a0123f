import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SmallMultiples } from '#client/charts/small-multiples.tsx';
import { useFigureSource } from '#client/lib/figure-source.ts';
import { chartPoints, formatOf, useFigureText } from '#client/lib/figure-text.ts';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import type { IssuePage } from '#shared/issue-page.ts';

interface TrendsPanelProps {
  page: IssuePage;
  trends: NonNullable<IssuePage['trends']>;
}

/** Two years of each regency on one scale. */
export function TrendsPanel({ page, trends }: TrendsPanelProps) {
  const { t } = useTranslation('issue');
  const text = useFigureText();
  const navigate = useNavigate();
  const monthSearch = useMonthSearch();
  const openOrigin = useOrigin();
  const sourceOf = useFigureSource();
  const { indicator, areas } = trends;
  return (
    <SmallMultiples
      frame={{
        title: t('trends.title'),
        subtitle: text.name(indicator),
        unit: text.unit(indicator),
        headingLevel: 3,
        ...sourceOf([
          page.headline.figure,
          ...areas.flatMap(({ points }) =>
            points.flatMap((point) => (point.basis === null ? [] : [{ ...point, basis: point.basis, source: null }])),
          ),
        ]),
      }}
      accent={page.issue.id}
      format={formatOf(indicator)}
      items={areas.map(({ area, points }) => ({ key: area.id, label: area.name, points: chartPoints(points) }))}
      onItem={(areaId) => void navigate(`/wilayah/${areaId}${monthSearch}`)}
      onValue={openOrigin && ((areaId, month) => openOrigin({ indicatorId: indicator.id, areaId, month }))}
    />
  );
}
