import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RestatementLedger } from '#client/features/report/restatement-ledger.tsx';
import { VerificationDesk } from '#client/features/report/verification-desk.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { CardSkeleton, TableSkeleton } from '#client/ui/skeletons.tsx';

const tabKey = 'bagian';

/** Verifikasi: what waits for a decision, and the ledger of figures that were restated. */
export function VerificationPage() {
  const { t } = useTranslation('verification');
  const [params, setParams] = useSearchParams();
  const tab = params.get(tabKey) === 'koreksi' ? 'koreksi' : 'antrean';
  const desk = useQuery(trpc.report.toVerify.queryOptions());
  const ledger = useQuery({ ...trpc.report.restatements.queryOptions({}), enabled: tab === 'koreksi' });
  useDocumentTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => setParams(value === 'koreksi' ? { [tabKey]: 'koreksi' } : {}, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="antrean">{t('tab.desk', { count: desk.data?.reports.length ?? 0 })}</Tabs.Tab>
          <Tabs.Tab value="koreksi">{t('tab.ledger')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="antrean">
          <Loaded query={desk} waiting={<CardSkeleton />}>
            {desk.data && <VerificationDesk desk={desk.data} />}
          </Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="koreksi">
          <Panel title={t('ledger.title')} subtitle={t('ledger.subtitle')}>
            <Loaded query={ledger} waiting={<TableSkeleton />}>
              {ledger.data && <RestatementLedger restatements={ledger.data} />}
            </Loaded>
          </Panel>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

type LoadedProps = {
  query: { isPending: boolean; error: unknown; isFetching: boolean; data?: unknown; refetch: () => unknown };
  waiting: ReactNode;
  children: ReactNode;
};

function Loaded({ query, waiting, children }: LoadedProps) {
  const { t } = useTranslation('verification');
  const errorText = useErrorText();
  if (query.data !== undefined) return children;
  if (!query.error) return waiting;
  return (
    <ErrorState
      title={t('loadFailed')}
      whatToDo={errorText(query.error)}
      retrying={query.isFetching}
      onRetry={() => void query.refetch()}
    />
  );
}
