import { type RefObject, useEffect, useState } from 'react';

interface NearView {
  /** Once near, always: what was drawn stays. */
  isNear: boolean;
  /** In the middle of the screen now. */
  isInView: boolean;
}

/** Whether a box has come near the part of the page that is seen. Where the browser cannot tell, it has. */
export function useNearView(box: RefObject<HTMLElement | null>): NearView {
  const [isNear, setNear] = useState(() => typeof IntersectionObserver === 'undefined');
  const [isInView, setInView] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element || typeof IntersectionObserver === 'undefined') return;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        near.disconnect();
      },
      { rootMargin: '100% 0px' },
    );
    const middle = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: '-45% 0px',
    });
    near.observe(element);
    middle.observe(element);
    // Paper has no part that is not seen.
    const drawAll = () => setNear(true);
    window.addEventListener('beforeprint', drawAll);
    return () => {
      near.disconnect();
      middle.disconnect();
      window.removeEventListener('beforeprint', drawAll);
    };
  }, [box]);

  return { isNear, isInView };
}
