import { useEffect, useRef } from 'react';

/**
 * Shows what stands in an open field as a text that is still to be finished when the field goes from under it: by the way
 * back, or because somebody locked its cell. It was kept at the keystroke; nobody has said that it is the whole figure.
 * @param keep puts the text aside, if there is one
 */
export function useKeepTyped(keep: () => void): void {
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => () => latest.current(), []);
}
