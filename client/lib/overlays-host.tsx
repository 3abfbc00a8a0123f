import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { loadWords } from '#client/i18n/index.ts';
import { whenIdle } from './when-idle.ts';

/** Without these a page is still a page: when they cannot be fetched, nothing stands in their place. */
function part(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load().catch(() => () => null) }));
}

const Overlays = part(async () => (await import('./overlays.tsx')).Overlays);
const DeviceHost = part(async () => {
  const [{ DeviceHost: Host }] = await Promise.all([import('./kept/device-host.tsx'), loadWords(['offline'])]);
  return Host;
});

/** Brings in what stands around every page when the browser has nothing better to do, so that it delays none. */
export function OverlaysHost() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => whenIdle(() => setWanted(true)), []);
  if (!isWanted) return null;
  return (
    <Suspense fallback={null}>
      <Overlays />
      <DeviceHost />
    </Suspense>
  );
}
