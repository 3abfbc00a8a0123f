import { useEffect, useState } from 'react';
import { loadWords } from '#client/i18n/index.ts';
import { notifyError } from '#client/lib/notify.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useStable } from './use-stable.ts';

type Dialogs = typeof import('./entry-dialogs.ts');

/**
 * The dialogs come in a chunk of their own, so that the grid can be typed in before they are there. They are fetched as
 * soon as the grid stands, not when first opened: the connection may be gone by then. Without them the grid still works.
 *
 * @param isWanted whether one is to be open
 * @param giveUp is called when what is wanted could not be fetched; wanting it again tries again
 * @returns the dialogs once they are here, and whether they may open: not before they stand closed on the page, for it
 * is when they open that they learn where the focus goes back to
 */
export function useDialogs(isWanted: boolean, giveUp: () => void): { dialogs: Dialogs | undefined; mayOpen: boolean } {
  const [dialogs, setDialogs] = useState<Dialogs>();
  const [mayOpen, setMayOpen] = useState(false);
  const errorText = useErrorText();
  const onFailure = useStable((error: unknown) => {
    notifyError(errorText(error));
    giveUp();
  });
  useEffect(() => {
    if (dialogs) {
      setMayOpen(true);
      return;
    }
    let isCurrent = true;
    Promise.all([import('./entry-dialogs.ts'), loadWords(['paste', 'upload', 'conflict', 'submission'])]).then(
      ([loaded]) => isCurrent && setDialogs(loaded),
      (error: unknown) => isCurrent && isWanted && onFailure(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [dialogs, isWanted, onFailure]);
  return { dialogs, mayOpen };
}
