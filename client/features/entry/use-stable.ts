import { useCallback, useLayoutEffect, useRef } from 'react';

/** A handler that stays the same between renders and always acts on the latest state, so that rows are drawn only for their own changes. */
export function useStable<Arguments extends unknown[], Result>(
  handler: (...values: Arguments) => Result,
): (...values: Arguments) => Result {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...values: Arguments) => latest.current(...values), []);
}
