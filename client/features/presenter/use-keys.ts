import { useEffect, useRef } from 'react';
import { deedOf, isControl, isWriting, type KeyDeed } from './keyboard.ts';

interface KeyRules {
  /** Something lies over the slides and has the keys to itself. */
  isPaused: boolean;
  hasTyped: boolean;
  run: (deed: KeyDeed) => void;
}

/** Hears the keys of a window: the page's own, or the speaker's. */
export function useKeys(target: Window | null, rules: KeyRules): void {
  const latest = useRef(rules);
  latest.current = rules;
  useEffect(() => {
    if (!target) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { isPaused, hasTyped, run } = latest.current;
      if (isPaused || event.defaultPrevented || isWriting(event.target)) return;
      const deed = deedOf(event, { isOnControl: isControl(event.target), hasTyped });
      if (!deed) return;
      event.preventDefault();
      run(deed);
    };
    target.addEventListener('keydown', onKeyDown);
    return () => target.removeEventListener('keydown', onKeyDown);
  }, [target]);
}
