import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { VerificationDesk } from '#client/features/report/verification-desk.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';

/** Verifikasi: what waits for a decision. */
export function VerificationPage() {
  const { t } = useTranslation('verification');
  const errorText = useErrorText();
  const desk = useQuery(trpc.report.toVerify.queryOptions());
  useDocumentTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <LoadedQuery query={desk} waiting={<CardSkeleton />} failed={t('loadFailed')} errorText={errorText}>
        {desk.data && <VerificationDesk desk={desk.data} />}
      </LoadedQuery>
    </>
  );
}
