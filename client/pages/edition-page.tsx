import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackToBriefings } from '#client/features/briefing/back-link.tsx';
import { EditionActions } from '#client/features/briefing/edition-actions.tsx';
import { EditionView } from '#client/features/briefing/edition-view.tsx';
import { ExportMenu } from '#client/features/export/export-menu.tsx';
import type { ExportSlide } from '#client/features/export/export-panel.tsx';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { ChartSkeleton } from '#client/ui/skeletons.tsx';

/** A frozen edition. Its hash is checked anew whenever it is opened; nothing that changes elsewhere reaches it. */
export function EditionPage() {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const { id = '' } = useParams();
  const [slide, setSlide] = useState<ExportSlide>();
  const edition = useQuery(
    trpc.briefing.edition.queryOptions({ editionId: id }, { meta: { live: false }, staleTime: 0 }),
  );
  const head = edition.data?.head;
  const [first] = edition.data?.content.slides ?? [];
  const title = head && t('edition.name', { title: head.title, number: head.number });
  useDocumentTitle(title ?? t('title'));
  return (
    <OriginProvider>
      <BackToBriefings />
      <LoadedQuery
        query={edition}
        waiting={<ChartSkeleton height={420} />}
        failed={t('edition.failed')}
        errorText={errorText}
      >
        {edition.data && head && (
          <>
            <PageHeader title={title}>
              <EditionActions head={head}>
                <ExportMenu editionId={head.id} slide={slide ?? (first && { id: first.id, page: 1 })} />
              </EditionActions>
            </PageHeader>
            <EditionView edition={edition.data} onView={setSlide} />
          </>
        )}
      </LoadedQuery>
    </OriginProvider>
  );
}
