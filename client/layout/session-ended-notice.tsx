import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useMatches } from 'react-router';
import { useSession } from '#client/lib/session.ts';
import { signInPath } from '#client/lib/sign-in-path.ts';
import { isGuarded } from './guard.ts';
import { useOutboxParts } from './outbox-parts.ts';
import classes from './session-ended-notice.module.css';

/** The session ended while a page that needs one is open: the page stays, so that nothing on it is lost. */
export function SessionEndedNotice() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const matches = useMatches();
  const location = useLocation();
  const titleId = useId();
  const lastUserId = useRef(user?.id);
  if (user) lastUserId.current = user.id;
  const isOver = !user && matches.some(({ handle }) => isGuarded(handle));
  const parts = useOutboxParts(isOver);
  if (!isOver) return null;

  const signInTo = signInPath(location);
  const plain = (
    <>
      <p>{t('session.ended')}</p>
      <Button component={Link} to={signInTo} size="sm" mih={44}>
        {t('account.signIn')}
      </Button>
    </>
  );
  return (
    <div role="alert" aria-labelledby={titleId} className={classes.notice}>
      <p id={titleId} className={classes.title}>
        <IconLock size={18} aria-hidden />
        {t('session.endedTitle')}
      </p>
      {parts && lastUserId.current !== undefined ? (
        <parts.EndedWork outbox={parts.outboxOf(lastUserId.current)} signInTo={signInTo} fallback={plain} />
      ) : (
        plain
      )}
    </div>
  );
}
