import { useCallback, useEffect, useRef, useState } from 'react';
import { dress, isBlank, type KeptFont, openPopup } from './popup-window.ts';

export interface DeskWindow {
  /** The second window, with the element in it that the desk is drawn into. */
  popup: Window | null;
  root: HTMLElement | null;
  /** The browser let no second window open: the desk stands in this one. */
  isSplit: boolean;
  isOpen: boolean;
  open: () => void;
  close: () => void;
}

interface DeskWindowOptions {
  name: string;
  title: string;
  fonts: readonly KeptFont[];
  /** Where the second window goes on by itself when this one is closed or loaded anew; undefined without a network. */
  handover: () => string | undefined;
}

/** The speaker's window: opened by this one, drawn by it, and handed over to itself when this one goes. */
export function useDeskWindow({ name, title, fonts, handover }: DeskWindowOptions): DeskWindow {
  const [desk, setDesk] = useState<{ popup: Window; root: HTMLElement; undress: () => void } | null>(null);
  const [isSplit, setSplit] = useState(false);
  const latest = useRef({ handover, fonts });
  latest.current = { handover, fonts };

  const open = useCallback(() => {
    const popup = openPopup(name);
    if (!popup) {
      setSplit(true);
      return;
    }
    popup.focus();
    // One that was handed over is kept in step by messages, and needs nothing from here.
    if (!isBlank(popup)) return;
    const root = popup.document.createElement('div');
    popup.document.body.replaceChildren(root);
    // Before anything is drawn: what measures itself finds the page's looks.
    setDesk({ popup, root, undress: dress(popup, latest.current.fonts) });
  }, [name]);

  const opened = useRef<Window>(null);
  opened.current = desk?.popup ?? null;

  const close = useCallback(() => {
    opened.current?.close();
    setSplit(false);
    setDesk(null);
  }, []);

  useEffect(() => {
    if (desk) desk.popup.document.title = title;
  }, [desk, title]);

  useEffect(() => {
    if (!desk) return;
    const { popup } = desk;
    const closed = () => setDesk((old) => (old?.popup === popup ? null : old));
    // Not every browser tells that a window of another's making was closed.
    const poll = setInterval(() => popup.closed && closed(), 500);
    const goes = () => {
      const address = latest.current.handover();
      if (address) popup.location.replace(address);
      else popup.close();
    };
    window.addEventListener('pagehide', goes);
    return () => {
      desk.undress();
      clearInterval(poll);
      window.removeEventListener('pagehide', goes);
    };
  }, [desk]);

  // The presentation was left: its second window goes with it.
  useEffect(() => () => opened.current?.close(), []);

  return {
    popup: desk?.popup ?? null,
    root: desk?.root ?? null,
    isSplit,
    isOpen: desk !== null || isSplit,
    open,
    close,
  };
}
