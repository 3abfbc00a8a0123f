import { lazy, Suspense } from 'react';
import { loadWords } from '#client/i18n/index.ts';
import { useLiveState } from '#client/lib/live.ts';

const Offer = lazy(async () => {
  const [{ ReportsOffer }] = await Promise.all([import('./reports-offer.tsx'), loadWords(['offline'])]);
  return { default: ReportsOffer };
});

/** Below what could not be loaded: where there is no network, what can be done without one. Only where a session is. */
export function OfflineOffer() {
  const live = useLiveState();
  if (live !== 'offline' && navigator.onLine) return null;
  return (
    <Suspense fallback={null}>
      <Offer />
    </Suspense>
  );
}
