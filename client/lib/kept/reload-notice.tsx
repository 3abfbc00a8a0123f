import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { i18n } from '#client/i18n/index.ts';
import classes from './kept.module.css';

interface ReloadNotice {
  /** Of the `offline` dictionary. A new version, or a part that could not be fetched. */
  about: 'update' | 'missing';
  onReload: () => void;
}

/** A notice that stays until it is closed, with the button that starts the page anew. Nothing happens by itself. */
export function showReloadNotice({ about, onReload }: ReloadNotice): void {
  const id = `reload-${about}`;
  notifications.hide(id);
  notifications.show({
    id,
    autoClose: false,
    role: 'status',
    icon: <IconRefresh size={18} aria-hidden />,
    title: <Words of={about} part="title" />,
    message: (
      <div className={classes.notice}>
        <Words of={about} part="text" />
        <ReloadButton onReload={onReload} />
      </div>
    ),
    closeButtonProps: { 'aria-label': i18n.t('common:action.close') },
  });
}

function Words({ of, part }: { of: ReloadNotice['about']; part: 'title' | 'text' }) {
  const { t } = useTranslation('offline');
  return <span>{t(`${of}.${part}`)}</span>;
}

function ReloadButton({ onReload }: Pick<ReloadNotice, 'onReload'>) {
  const { t } = useTranslation('common');
  return (
    <Button size="compact-md" onClick={onReload}>
      {t('action.reload')}
    </Button>
  );
}
