import { useTranslation } from 'react-i18next';
import type { AreaPage } from '#shared/area-page.ts';
import classes from './area-issue-card.module.css';
import { AreaIssueCard } from './area-issue-card.tsx';

/** The five issues in this area. */
export function AreaIssues({ page }: { page: AreaPage }) {
  const { t } = useTranslation('area');
  return (
    <section aria-label={t('issues.title')}>
      <h2 className={classes.heading}>{t('issues.title')}</h2>
      <ul className={classes.cards}>
        {page.issues.map((item) => (
          <AreaIssueCard key={item.issue.id} item={item} areaId={page.area.id} month={page.month} />
        ))}
      </ul>
    </section>
  );
}
