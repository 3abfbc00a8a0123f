import { useTranslation } from 'react-i18next';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { Panel } from '#client/ui/panel.tsx';
import type { AreaPage } from '#shared/area-page.ts';
import classes from './children-links.module.css';

/** The areas below where nothing is collected for them: villages of a district. */
export function ChildrenLinks({ page, title }: { page: AreaPage; title: string }) {
  const { t } = useTranslation(['area', 'figure']);
  const monthSearch = useMonthSearch();
  return (
    <Panel title={title} subtitle={t('children.uncollected', { level: t(`figure:levelOf.${page.area.level}`) })}>
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
