import { useEffect, useState } from 'react';
import { loadWords } from '#client/i18n/index.ts';
import { whenIdle } from '#client/lib/when-idle.ts';

export type OutboxParts = typeof import('#client/features/outbox/outbox-parts.ts');

const retryMs = 10_000;
let loaded: OutboxParts | undefined;

/** The outbox and its words: not needed for a page to be read, and so not before it. */
export async function loadOutboxParts(): Promise<OutboxParts> {
  const [parts] = await Promise.all([import('#client/features/outbox/outbox-parts.ts'), loadWords(['outbox'])]);
  loaded = parts;
  return parts;
}

/** Brings the outbox in when the browser is idle, and tries again where the network failed; undefined until then. */
export function useOutboxParts(isWanted: boolean): OutboxParts | undefined {
  const [parts, setParts] = useState(loaded);
  useEffect(() => {
    if (!isWanted || parts) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const load = () => {
      loadOutboxParts().then(
        (arrived) => !isGone && setParts(arrived),
        () => {
          if (!isGone) timer = setTimeout(load, retryMs);
        },
      );
    };
    const cancel = whenIdle(load);
    return () => {
      isGone = true;
      cancel();
      clearTimeout(timer);
    };
  }, [isWanted, parts]);
  return isWanted ? parts : undefined;
}
