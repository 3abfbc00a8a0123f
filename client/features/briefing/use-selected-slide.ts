import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { Slide } from '#shared/briefing/slide.ts';

const slideParam = 'slide';

/** The slide that is open stands in the address, so that a link leads to it. One that is gone gives way to its neighbour. */
export function useSelectedSlide(slides: readonly Slide[]) {
  const [params, setParams] = useSearchParams();
  const lastIndex = useRef(0);
  const wanted = params.get(slideParam);
  const found = slides.findIndex(({ id }) => id === wanted);
  const index = found >= 0 ? found : Math.min(lastIndex.current, Math.max(0, slides.length - 1));
  lastIndex.current = index;

  const select = useCallback(
    (slideId: string) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          next.set(slideParam, slideId);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );

  return { selected: slides[index], select };
}
