import { CloseButton } from '@mantine/core';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './stage-dialog.module.css';

interface StageDialogProps {
  title: string;
  onClose: () => void;
  /** `full` covers the window, for a grid of slides. */
  size?: 'form' | 'full';
  children: ReactNode;
}

/**
 * A dialog of the browser's own: it lies over a page in full screen, keeps the focus in whichever window it was drawn
 * in (a library's dialog would open in the first one), and closes with Escape.
 */
export function StageDialog({ title, onClose, size = 'form', children }: StageDialogProps) {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    // Closing gives the focus back to what had it.
    return () => element.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-size={size}
      aria-labelledby={heading}
      // The browser closes it at Escape. An event that comes late may find it open again.
      onClose={() => !dialog.current?.open && onClose()}
    >
      <header className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        <CloseButton size="lg" aria-label={t('action.close')} onClick={onClose} />
      </header>
      <div className={classes.body}>{children}</div>
    </dialog>
  );
}
