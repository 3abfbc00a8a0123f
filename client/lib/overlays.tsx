import '@mantine/notifications/styles.css';
import { ModalsProvider, modals } from '@mantine/modals';
import { type NotificationData, Notifications, notifications } from '@mantine/notifications';
import { IconCheck, IconExclamationMark, IconInfoSmall } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { i18n } from '#client/i18n/index.ts';
import classes from './overlays.module.css';

export type NoticeKind = 'success' | 'error' | 'info';

const looks: Record<NoticeKind, Partial<NotificationData>> = {
  success: { icon: <IconCheck size={18} aria-hidden />, className: classes.success, autoClose: 5_000 },
  error: { icon: <IconExclamationMark size={18} aria-hidden />, className: classes.error, autoClose: false },
  info: { icon: <IconInfoSmall size={18} aria-hidden />, className: classes.info, autoClose: 8_000 },
};

let announceMounted: () => void = () => undefined;
const mounted = new Promise<void>((resolve) => {
  announceMounted = resolve;
});

/** The home of notices and confirmations. Mounted once, by OverlaysHost. */
export function Overlays() {
  const { t } = useTranslation('common');
  useEffect(() => announceMounted(), []);
  return (
    <ModalsProvider
      labels={{ confirm: t('action.next'), cancel: t('action.cancel') }}
      modalProps={{ closeButtonProps: { 'aria-label': t('action.close') } }}
    >
      <Notifications position="bottom-right" limit={4} data-no-print />
    </ModalsProvider>
  );
}

export interface Notice {
  message: string;
  title?: string;
  /** Milliseconds until it goes by itself; false keeps it until it is closed. */
  autoClose?: number | false;
  /** A notice with the same id replaces the earlier one. */
  id?: string;
}

export function showNotice(notice: Notice, kind: NoticeKind): void {
  const data: NotificationData = {
    ...looks[kind],
    role: kind === 'error' ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': i18n.t('common:action.close') },
    ...notice,
  };
  // `show` keeps the old text of a notice that is still open, so a repeated one is replaced.
  if (data.id) notifications.hide(data.id);
  notifications.show(data);
}

export interface Question {
  title: string;
  message: string;
  confirmLabel: string;
  isDangerous?: boolean;
}

/** Resolves with true when the person confirms, with false however else the dialog is closed. */
export async function ask({ title, message, confirmLabel, isDangerous }: Question): Promise<boolean> {
  await mounted;
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: message,
      labels: { confirm: confirmLabel, cancel: i18n.t('common:action.cancel') },
      confirmProps: isDangerous ? { className: classes.danger } : {},
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}
