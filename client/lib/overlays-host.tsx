import { lazy, Suspense, useEffect, useState } from 'react';

const Overlays = lazy(() => import('./overlays.tsx').then((module) => ({ default: module.Overlays })));

/** Brings the notices and confirmations in when the browser has nothing better to do, so that they do not delay a page. */
export function OverlaysHost() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setWanted(true), 500);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(() => setWanted(true), { timeout: 2_000 });
    return () => cancelIdleCallback(handle);
  }, []);
  if (!isWanted) return null;
  return (
    <Suspense fallback={null}>
      <Overlays />
    </Suspense>
  );
}
