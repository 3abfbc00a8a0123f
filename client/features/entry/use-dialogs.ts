import { useEffect, useState } from 'react';
import { notifyError } from '#client/lib/notify.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';

type Dialogs = typeof import('./entry-dialogs.ts');

/**
 * The dialogs come in a chunk of their own, so that the grid can be typed in before they are there. They are fetched as
 * soon as the grid stands, not when first opened: the connection may be gone by then. Without them the grid still works.
 */
export function useDialogs(isNeeded: boolean): Dialogs | undefined {
  const [dialogs, setDialogs] = useState<Dialogs>();
  const errorText = useErrorText();
  useEffect(() => {
    if (dialogs) return;
    let isCurrent = true;
    import('./entry-dialogs.ts')
      .then((loaded) => isCurrent && setDialogs(loaded))
      .catch((error: unknown) => isNeeded && notifyError(errorText(error)));
    return () => {
      isCurrent = false;
    };
  }, [dialogs, isNeeded, errorText]);
  return dialogs;
}
