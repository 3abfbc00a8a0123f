import { Tooltip } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/lib/session.ts';
import classes from './top-bar.module.css';

/** Always in sight in the demo, so that a screenshot of it cannot pass for official figures. */
export function DemoTag() {
  const { t } = useTranslation('shell');
  const { app } = useSession();
  if (!app.isDemo) return null;
  return (
    <Tooltip label={t('demo.hint')} events={{ hover: true, focus: true, touch: true }}>
      <span className={classes.demo}>
        <IconFlask size={14} stroke={1.8} aria-hidden />
        {t('demo.tag')}
        <span className="sr-only">{t('demo.hint')}</span>
      </span>
    </Tooltip>
  );
}
