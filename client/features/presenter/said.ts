import { createContext, use, useCallback, useEffect, useState } from 'react';

const shownMs = 6_000;

/** Apart from the room, so that a word said does not draw the slide anew. */
export const SaidContext = createContext<string | null>(null);

export function useSaid(): string | null {
  return use(SaidContext);
}

/** What was said last, until it has been there for a while. */
export function useSaying(): { said: string | null; say: (words: string) => void } {
  const [last, setLast] = useState<{ words: string } | null>(null);
  const say = useCallback((words: string) => setLast({ words }), []);
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => setLast(null), shownMs);
    return () => clearTimeout(timer);
  }, [last]);
  return { said: last?.words ?? null, say };
}
