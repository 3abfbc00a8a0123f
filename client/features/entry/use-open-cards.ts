import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigationType } from 'react-router';
import { readPlace, writePlace } from './card-memory.ts';
import { useStable } from './use-stable.ts';

export type OpenCards = {
  isOpen: (areaId: string) => boolean;
  toggle: (areaId: string) => void;
  show: (areaId: string) => void;
};

/** How long the page has to rest before its place is noted, in milliseconds. */
const restMs = 150;

/** Which cards are open. A few are open from the start; after a reload or on the way back, those that were. */
export function useOpenCards(reportKey: string, areaIds: readonly string[], startsOpen: boolean): OpenCards {
  const isReturn = useNavigationType() === 'POP';
  const [place] = useState(() => (isReturn ? readPlace(reportKey) : undefined));
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(place ? place.open : startsOpen ? areaIds : []));
  const latest = useRef(open);
  latest.current = open;

  useLayoutEffect(() => {
    if (place) window.scrollTo(0, place.top);
  }, [place]);

  useEffect(() => {
    let timer: number | undefined;
    const note = () => writePlace(reportKey, { open: [...latest.current], top: window.scrollY });
    const onScroll = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(note, restMs);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', note);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', note);
    };
  }, [reportKey]);

  const change = (next: ReadonlySet<string>) => {
    setOpen(next);
    writePlace(reportKey, { open: [...next], top: window.scrollY });
  };
  const toggle = useStable((areaId: string) => {
    // A field that goes with its card is left first, as by a tap beside it: what was typed is taken in.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    change(open.has(areaId) ? new Set([...open].filter((each) => each !== areaId)) : new Set([...open, areaId]));
  });
  return {
    isOpen: (areaId) => open.has(areaId),
    toggle,
    show: (areaId) => {
      if (!open.has(areaId)) change(new Set([...open, areaId]));
    },
  };
}
