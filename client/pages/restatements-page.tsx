import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RestatementLedger } from '#client/features/report/restatement-ledger.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';

/** Buku koreksi: every verified figure that was changed and verified again. */
export function RestatementsPage() {
  const { t } = useTranslation('verification');
  const errorText = useErrorText();
  const ledger = useQuery(trpc.report.restatements.queryOptions({}));
  useDocumentTitle(t('ledger.page'));
  return (
    <>
      <PageHeader title={t('ledger.page')} description={t('ledger.subtitle')} />
      <Panel title={t('ledger.title')}>
        <LoadedQuery query={ledger} waiting={<TableSkeleton />} failed={t('ledger.loadFailed')} errorText={errorText}>
          {ledger.data && <RestatementLedger restatements={ledger.data} />}
        </LoadedQuery>
      </Panel>
    </>
  );
}
