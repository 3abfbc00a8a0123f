import { Alert, Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useMatches } from 'react-router';
import { useSession } from '#client/lib/session.ts';
import { signInPath } from '#client/lib/sign-in-path.ts';
import { isGuarded } from './guard.ts';

/** The session ended while a page that needs one is open: the page stays, so that nothing on it is lost. */
export function SessionEndedNotice() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const matches = useMatches();
  const location = useLocation();
  if (user || !matches.some(({ handle }) => isGuarded(handle))) return null;
  return (
    <Alert role="alert" mb="md" icon={<IconLock size={18} aria-hidden />} title={t('session.endedTitle')}>
      <Text mb="sm">{t('session.ended')}</Text>
      <Button component={Link} to={signInPath(location)} size="sm" mih={44}>
        {t('account.signIn')}
      </Button>
    </Alert>
  );
}
