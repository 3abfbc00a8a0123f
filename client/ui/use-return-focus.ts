import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what opened a dialog that leaves the page with its closing. Mantine does it for dialogs that
 * stay on the page and are told to open; one that is drawn open never learned where the focus was.
 */
export function useReturnFocus(isDrawnOpen: boolean): void {
  const [opener] = useState(() => (isDrawnOpen ? openerOf(document.activeElement) : undefined));
  useEffect(
    () => () => {
      // After the page is drawn without the dialog: whoever took the focus meanwhile keeps it.
      setTimeout(() => {
        const focused = document.activeElement;
        if (opener?.isConnected && (focused === null || focused === document.body)) opener.focus();
      });
    },
    [opener],
  );
}

/** An item of a menu goes with its menu; the button that opened the menu stays. */
function openerOf(element: Element | null): HTMLElement | undefined {
  const menuButtonId = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = menuButtonId ? document.getElementById(menuButtonId) : element;
  return opener instanceof HTMLElement && opener !== document.body ? opener : undefined;
}
