import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from './use-return-focus.ts';

/** A question or a short form over the page; it may be drawn open, or stay on the page and be told to open. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation('ui');
  useReturnFocus(props.opened);
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={{ title: { fontWeight: 700, fontSize: '1rem' } }}
      {...props}
    />
  );
}
