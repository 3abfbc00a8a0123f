import { useTranslation } from 'react-i18next';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { TextLink } from '#client/lib/text-link.tsx';
import { Panel } from '#client/ui/panel.tsx';
import type { AreaPage } from '#shared/area-page.ts';
import classes from './children-links.module.css';

/** The areas below where nothing is collected for them: villages of a district. */
export function ChildrenLinks({ page, title }: { page: AreaPage; title: string }) {
  const { t } = useTranslation(['area', 'figure', 'common']);
  const monthSearch = useMonthSearch();
  return (
    <Panel
      title={title}
      subtitle={t('children.uncollected', { level: t(`figure:levelOf.${page.area.level}`) })}
      footer={
        <TableDownload
          isQuiet
          about={{ title: t('children.list', { area: page.area.name }) }}
          table={() =>
            exportTable(
              [
                { header: t('children.code'), kind: 'text', value: ({ area }) => area.id },
                { header: t('children.name'), kind: 'text', value: ({ area }) => area.name },
                { header: t('children.level'), kind: 'text', value: ({ area }) => t(`common:level.${area.level}`) },
              ],
              page.children,
            )
          }
        />
      }
    >
      <ul className={classes.links}>
        {page.children.map(({ area }) => (
          <li key={area.id}>
            <TextLink to={`/wilayah/${area.id}${monthSearch}`}>{area.name}</TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
