import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadWords } from '#client/i18n/index.ts';
import { notifyError, notifyInfo } from '#client/lib/notify.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { whenIdle } from '#client/lib/when-idle.ts';
import type { ClipboardContent } from './paste-block.ts';
import type { PasteDialogProps, PasteRequest } from './paste-request.ts';
import { useStable } from './use-stable.ts';

async function load() {
  const [module] = await Promise.all([import('./paste-dialog.tsx'), loadWords(['paste'])]);
  return module.PasteDialog;
}

/**
 * What was pasted, and the dialog that reads it. Its code is not part of the page: it is fetched when the page has come to
 * rest, so that it is there when the connection is not.
 */
export function usePaste(isOpen: boolean) {
  const { t } = useTranslation('entry');
  const errorText = useErrorText();
  const [request, setRequest] = useState<PasteRequest>();
  const [Dialog, setDialog] = useState<ComponentType<PasteDialogProps>>();

  const fetchDialog = useStable(() => {
    if (Dialog) return;
    load().then(
      (loaded) => setDialog(() => loaded),
      (error: unknown) => {
        if (!request) return;
        notifyError(errorText(error));
        setRequest(undefined);
      },
    );
  });
  useEffect(() => (isOpen ? whenIdle(fetchDialog) : undefined), [isOpen, fetchDialog]);
  useEffect(() => {
    if (request) fetchDialog();
  }, [request, fetchDialog]);

  const begin = (content: ClipboardContent | undefined, startKey: string | undefined) =>
    setRequest((before) => ({ id: (before?.id ?? 0) + 1, content, startKey }));
  return {
    request,
    Dialog,
    ask: () => begin(undefined, undefined),
    take: (content: ClipboardContent, startKey: string | undefined) => {
      if (isOpen) begin(content, startKey);
      else notifyInfo(t('tools.pasteClosed'));
    },
    close: () => setRequest(undefined),
  };
}
