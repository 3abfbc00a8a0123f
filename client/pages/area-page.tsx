import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AreaFacts } from '#client/features/area/area-facts.tsx';
import { AreaIssues } from '#client/features/area/area-issues.tsx';
import { AreaPath } from '#client/features/area/area-path.tsx';
import { ChildrenPanel } from '#client/features/area/children-panel.tsx';
import { ResponsibleTable } from '#client/features/area/responsible-table.tsx';
import { SubjectNotFound } from '#client/features/figure/not-found.tsx';
import { PageSkeleton } from '#client/features/figure/page-skeleton.tsx';
import { ReadView } from '#client/features/figure/read-view.tsx';
import { SmallWinList } from '#client/features/figure/small-win-list.tsx';
import { ViewControls } from '#client/features/figure/view-controls.tsx';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useMonthParam } from '#client/lib/month-param.ts';
import { readQuery } from '#client/lib/read.ts';
import { PageHeader } from '#client/ui/page-header.tsx';
import { areaPageSchema } from '#shared/area-page.ts';
import classes from './area-page.module.css';

/** One area across the five issues: how it stands, who answers for it, and the areas below. */
export function AreaPage() {
  const { code = '' } = useParams();
  const { t } = useTranslation('common');
  const { month, scope } = useMonthParam();
  const query = useQuery({
    ...readQuery(`/area/${encodeURIComponent(code)}`, areaPageSchema, { month, data: scope }),
    // Another month of this area may stand in while waiting; another area may not.
    placeholderData: (previous) => (previous?.area.id === code ? previous : undefined),
  });
  const area = query.data?.area;
  useDocumentTitle(area?.name ?? code);
  return (
    <OriginProvider>
      {query.data && <AreaPath page={query.data} />}
      <PageHeader
        title={area?.name ?? code}
        beside={<ViewControls />}
        meta={area && `${t(`level.${area.level}`)} · ${area.id}`}
      />
      <ReadView query={query} skeleton={<PageSkeleton />} notFound={<SubjectNotFound subject="area" />}>
        {(page) => (
          <div className={classes.stack}>
            <AreaIssues page={page} />
            <div className={classes.halves}>
              <ResponsibleTable page={page} />
              <AreaFacts area={page.area} />
            </div>
            <ChildrenPanel page={page} />
            <SmallWinList wins={page.smallWins} />
          </div>
        )}
      </ReadView>
    </OriginProvider>
  );
}
