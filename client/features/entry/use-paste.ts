import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyInfo } from '#client/lib/notify.ts';
import type { ClipboardContent } from './paste-block.ts';
import type { PasteRequest } from './paste-request.ts';

/** What was pasted, until its preview is closed. */
export function usePaste(isOpen: boolean) {
  const { t } = useTranslation('entry');
  const [request, setRequest] = useState<PasteRequest>();
  const begin = (content?: ClipboardContent, startKey?: string) =>
    setRequest((before) => ({ id: (before?.id ?? 0) + 1, content, startKey }));
  return {
    request,
    ask: () => begin(),
    take: (content: ClipboardContent, startKey: string | undefined) =>
      isOpen ? begin(content, startKey) : notifyInfo(t('tools.pasteClosed')),
    close: () => setRequest(undefined),
  };
}
