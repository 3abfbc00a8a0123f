import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const fromParam = 'dari';
const toParam = 'ke';
/** The state of things now, in the address. */
const nowWord = 'kini';

/** @param toId null is now */
export function comparisonAddress(fromId: string, toId: string | null): string {
  return `/briefing/bandingkan?${new URLSearchParams({ [fromParam]: fromId, [toParam]: toId ?? nowWord })}`;
}

export function useComparisonAddress() {
  const [params, setParams] = useSearchParams();
  const to = params.get(toParam);
  const compare = useCallback(
    (fromId: string, toId: string | null) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          next.set(fromParam, fromId);
          next.set(toParam, toId ?? nowWord);
          return next;
        },
        { preventScrollReset: true },
      ),
    [setParams],
  );
  return { fromId: params.get(fromParam), toId: to === nowWord ? null : to, compare };
}
