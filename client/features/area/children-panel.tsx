import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { HeatMap, type HeatRow } from '#client/charts/heat-map.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureSource } from '#client/lib/figure-source.ts';
import { formatOf, useFigureText } from '#client/lib/figure-text.ts';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import type { AreaPage } from '#shared/area-page.ts';
import { formatMonth } from '#shared/date-format.ts';
import { areaLevels } from '#shared/indicator.ts';
import { ChildrenLinks } from './children-links.tsx';

/** The areas below, each a link, with the figures of all issues. */
export function ChildrenPanel({ page }: { page: AreaPage }) {
  const { t } = useTranslation(['area', 'common']);
  const locale = useLocale();
  const text = useFigureText();
  const navigate = useNavigate();
  const monthSearch = useMonthSearch();
  const openOrigin = useOrigin();
  const sourceOf = useFigureSource();
  const { area, children, childIndicators, month } = page;
  const [first] = children;
  if (!first) return null;
  // A column in which no child can have a figure (inflation of a district) would only take room.
  const shown = childIndicators.filter(
    ({ id, collectLevel }) =>
      areaLevels.indexOf(first.area.level) <= areaLevels.indexOf(collectLevel) &&
      children.some(({ cells }) =>
        cells.some(({ indicatorId, status }) => indicatorId === id && status.reason !== 'not_collected'),
      ),
  );
  const hasStatus = children.some(({ cells }) => cells.some(({ status }) => status.status !== 'no_data'));
  const isKnownLevel = area.level === 'province' || area.level === 'regency' || area.level === 'district';
  const title = t(isKnownLevel ? `children.titleOf.${area.level}` : 'children.title');
  if (shown.length === 0) return <ChildrenLinks page={page} title={title} />;
  const cellOf = (areaId: string, indicatorId: string) =>
    children.find((child) => child.area.id === areaId)?.cells.find((cell) => cell.indicatorId === indicatorId);
  return (
    <HeatMap
      frame={{
        title,
        subtitle: t('children.subtitle', { month: formatMonth(month, locale) }),
        note: t(hasStatus ? 'children.coloured' : 'children.plain'),
        ...sourceOf(children.flatMap(({ cells }) => cells.map(({ figure }) => figure))),
      }}
      rowHeading={t(`common:level.${first.area.level}`)}
      columns={shown.map((indicator) => ({
        key: indicator.id,
        label: `${t(`common:issue.${indicator.issueId.toLowerCase()}`)}: ${text.shortName(indicator).toLowerCase()}`,
        shortLabel: indicator.issueId,
        format: formatOf(indicator),
      }))}
      rows={children.map(
        ({ area: child, cells }): HeatRow => ({
          key: child.id,
          label: child.name,
          cells: Object.fromEntries(
            cells.map(({ indicatorId, figure, status }) => [
              indicatorId,
              { value: figure?.value ?? null, status: status.status },
            ]),
          ),
        }),
      )}
      onRow={(areaId) => void navigate(`/wilayah/${areaId}${monthSearch}`)}
      onCell={
        openOrigin &&
        ((areaId, indicatorId) =>
          openOrigin({ indicatorId, areaId, month: cellOf(areaId, indicatorId)?.figure?.month ?? month }))
      }
    />
  );
}
