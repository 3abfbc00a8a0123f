import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';

type ConfirmOptions = {
  title: string;
  /** What will happen, and whether it can be undone. */
  message: ReactNode;
  /** The verb of the deed ("Ajukan"), rather than "OK". */
  confirmLabel?: string;
  cancelLabel?: string;
  danger?: boolean;
};

/** Asks before a deed; resolves to false when the person cancels, presses Escape or clicks outside. */
export function useConfirm(): (options: ConfirmOptions) => Promise<boolean> {
  const { t } = useTranslation('ui');
  return useCallback(
    ({ title, message, confirmLabel, cancelLabel, danger }) =>
      new Promise<boolean>((resolve) => {
        modals.openConfirmModal({
          title,
          children: typeof message === 'string' ? <Text size="sm">{message}</Text> : message,
          labels: { confirm: confirmLabel ?? t('confirm'), cancel: cancelLabel ?? t('cancel') },
          confirmProps: { color: danger ? 'red' : undefined },
          withCloseButton: false,
          onConfirm: () => resolve(true),
          // Also called after a confirmation, when the promise is settled already.
          onClose: () => resolve(false),
        });
      }),
    [t],
  );
}
