import {
  type ComponentProps,
  type ComponentType,
  cloneElement,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from 'react';
import { notifyError } from './notify.ts';
import { useErrorText } from './use-error-text.ts';
import { whenIdle } from './when-idle.ts';

export interface PopupProps {
  /** The button that opens it, to be put into the popup's target as it is. */
  button: ReactElement<ComponentProps<'button'>>;
  opened: boolean;
  onChange: (opened: boolean) => void;
}

/**
 * A button whose menu or dialog is drawn by code that comes after the page: when the browser is idle, or else with the
 * first press. Until then the button stands alone and is announced as what it will be.
 */
export function popupOnDemand(
  load: () => Promise<ComponentType<PopupProps>>,
  kind: 'menu' | 'dialog',
): ComponentType<Pick<PopupProps, 'button'>> {
  return function PopupOnDemand({ button }) {
    const errorText = useErrorText();
    const ref = useRef<HTMLButtonElement>(null);
    const [Popup, setPopup] = useState<ComponentType<PopupProps>>();
    const [opened, setOpened] = useState(false);

    useEffect(() => {
      if (Popup) return;
      return whenIdle(() => void load().catch(() => undefined));
    }, [Popup]);

    // The button has moved into the popup's target. It is focused before the popup opens, which gives the focus back to
    // whatever had it then.
    useEffect(() => {
      if (!Popup) return;
      ref.current?.focus({ preventScroll: true });
      setOpened(true);
    }, [Popup]);

    if (Popup) return <Popup button={cloneElement(button, { ref })} opened={opened} onChange={setOpened} />;

    const open = async () => {
      try {
        const loaded = await load();
        // Not when somebody has gone on to something else meanwhile. Safari does not focus a pressed button.
        const { activeElement } = document;
        if (activeElement === ref.current || activeElement === document.body) setPopup(() => loaded);
      } catch (error) {
        notifyError(errorText(error));
      }
    };
    return cloneElement(button, { ref, onClick: open, 'aria-haspopup': kind, 'aria-expanded': false });
  };
}
