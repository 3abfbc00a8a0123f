import { useEffect, useRef } from 'react';

/**
 * Keeps what stands in an open field when the page goes from under it: a reload, a closed tab, the way back. It comes
 * back as a text that is still to be finished, because nobody has said that it is the whole figure.
 * @param keep puts the text aside; false when there is nothing to keep
 */
export function useKeepTyped(keep: () => boolean): void {
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    const { pathname } = window.location;
    const onLeave = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      // A field also goes when its cell is locked by somebody else: there is nothing left to finish then.
      if (window.location.pathname !== pathname) latest.current();
    };
  }, []);
}
