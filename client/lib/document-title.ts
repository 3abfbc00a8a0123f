import { useEffect } from 'react';

const productName = 'Satgas 4+1';

/** Names the page in the browser's tab and history. Screen readers are told by the shell when the page changes. */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · ${productName}` : productName;
  }, [title]);
}
