import { Breadcrumbs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import type { AreaPage } from '#shared/area-page.ts';

/** From the nation's first level down to the area, each a link. */
export function AreaPath({ page: { ancestors, area } }: { page: AreaPage }) {
  const { t } = useTranslation('area');
  const monthSearch = useMonthSearch();
  // The nation has no page of its own.
  const above = ancestors.filter(({ level }) => level !== 'nation');
  if (above.length === 0) return null;
  return (
    <nav aria-label={t('path')}>
      <Breadcrumbs separatorMargin={6} fz="sm" mb={4}>
        {above.map(({ id, name }) => (
          <TextLink key={id} to={`/wilayah/${id}${monthSearch}`}>
            {name}
          </TextLink>
        ))}
        <span aria-current="page">{area.name}</span>
      </Breadcrumbs>
    </nav>
  );
}
