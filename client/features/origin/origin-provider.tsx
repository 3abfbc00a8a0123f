import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { loadWords } from '#client/i18n/index.ts';
import {
  OriginContext,
  type OriginKey,
  originAddress,
  originParam,
  parseOriginAddress,
} from '#client/lib/origin-context.ts';

const OriginDrawer = lazy(async () => {
  const [module] = await Promise.all([import('./origin-drawer.tsx'), loadWords(['origin', 'figure', 'charts'])]);
  return { default: module.OriginDrawer };
});

/**
 * Gives every number on the page below it an answer to "where from?". The open drawer stands in the address, so that
 * it can be shared as a link and closed with the back button.
 */
export function OriginProvider({ children }: { children: ReactNode }) {
  const [params, setParams] = useSearchParams();
  const opener = useRef<HTMLElement>(null);
  const key = parseOriginAddress(params.get(originParam));
  const isOpen = key !== undefined;

  const open = useCallback(
    (next: OriginKey) => {
      const { activeElement } = document;
      // A number inside the drawer leads on to another one; closing goes back to where it began.
      if (!opener.current && activeElement instanceof HTMLElement) opener.current = activeElement;
      setParams((old) => withOrigin(old, originAddress(next)), { preventScrollReset: true });
    },
    [setParams],
  );
  const close = useCallback(
    () => setParams((old) => withOrigin(old, undefined), { preventScrollReset: true }),
    [setParams],
  );

  // However it is closed, by its button or by going back: the keyboard stays at the number that was asked about.
  useEffect(() => {
    if (isOpen) return;
    opener.current?.focus({ preventScroll: true });
    opener.current = null;
  }, [isOpen]);

  return (
    <OriginContext value={open}>
      {children}
      {key && (
        <Suspense fallback={null}>
          <OriginDrawer originKey={key} onClose={close} />
        </Suspense>
      )}
    </OriginContext>
  );
}

function withOrigin(old: URLSearchParams, value: string | undefined): URLSearchParams {
  const params = new URLSearchParams(old);
  if (value === undefined) params.delete(originParam);
  else params.set(originParam, value);
  return params;
}
