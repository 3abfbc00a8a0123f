import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MessagePage } from '#client/layout/message-page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <MessagePage
      icon={<IconMapOff size={40} stroke={1.3} />}
      title={t('notFound.title')}
      text={t('notFound.text')}
      actions={
        <Button component={Link} to="/" mih={44}>
          {t('notFound.home')}
        </Button>
      }
    />
  );
}
