import { useCallback, useEffect, useState } from 'react';

export interface FullScreen {
  isOn: boolean;
  /** False on telephones that know no full screen: the page fills the window there, which must do. */
  isPossible: boolean;
  /** Resolves with false where the browser refused. */
  toggle: () => Promise<boolean>;
}

export function useFullScreen(target: Document): FullScreen {
  const [isOn, setOn] = useState(target.fullscreenElement !== null);
  useEffect(() => {
    const update = () => setOn(target.fullscreenElement !== null);
    update();
    target.addEventListener('fullscreenchange', update);
    return () => target.removeEventListener('fullscreenchange', update);
  }, [target]);

  const toggle = useCallback(async () => {
    try {
      if (target.fullscreenElement) await target.exitFullscreen();
      else await target.documentElement.requestFullscreen();
      return true;
    } catch {
      return false;
    }
  }, [target]);

  return { isOn, isPossible: target.fullscreenEnabled === true, toggle };
}
