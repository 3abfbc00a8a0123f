import { ActionIcon } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useClock } from '#client/lib/use-clock.ts';
import classes from './desk.module.css';
import { formatElapsed } from './elapsed.ts';
import { useRoom } from './room.ts';

/** The time of day in the province, and how long the presentation has run. */
export function DeskClock() {
  const { t } = useTranslation('presenter');
  const locale = useLocale();
  const clock = useClock();
  const { presenter, run } = useRoom();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <dl className={classes.clock}>
      <div>
        <dt>{t('desk.clock')}</dt>
        <dd>{clock.time(now)}</dd>
      </div>
      <div>
        <dt>{t('desk.elapsed')}</dt>
        <dd>
          <span role="timer">{formatElapsed(now - presenter.state.show.startedAt, locale)}</span>
          <ActionIcon
            size={44}
            aria-label={t('desk.restart')}
            title={t('desk.restart')}
            onClick={() => run({ type: 'restartClock', at: Date.now() })}
          >
            <IconRefresh size={20} />
          </ActionIcon>
        </dd>
      </div>
    </dl>
  );
}
