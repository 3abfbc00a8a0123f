import { lazy, Suspense } from 'react';
import { loadWords } from '#client/i18n/index.ts';
import { keptSince } from './kept-query.ts';

const KeptBanner = lazy(async () => {
  const [{ KeptBanner: Banner }] = await Promise.all([import('./kept-banner.tsx'), loadWords(['offline'])]);
  return { default: Banner };
});

interface KeptNoteProps {
  query: { data: unknown; error: unknown; dataUpdatedAt: number; isFetching: boolean; refetch: () => unknown };
}

/** Above what a query shows: says so where that was kept on the device and is not as the server has it now. */
export function KeptNote({ query }: KeptNoteProps) {
  const since = keptSince(query);
  if (since === undefined) return null;
  return (
    <Suspense fallback={null}>
      <KeptBanner since={since} isFetching={query.isFetching} onRefresh={() => void query.refetch()} />
    </Suspense>
  );
}
