import { IconFlask } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LateTooltip } from '#client/lib/late-tooltip.tsx';
import { useSession } from '#client/lib/session.ts';
import classes from './top-bar.module.css';

/** Always in sight in the demo, so that a screenshot of it cannot pass for official figures. */
export function DemoTag() {
  const { t } = useTranslation('shell');
  const { app } = useSession();
  const tag = useRef<HTMLSpanElement>(null);
  if (!app.isDemo) return null;
  return (
    <>
      <span ref={tag} className={classes.demo}>
        <IconFlask size={14} stroke={1.8} aria-hidden />
        <span className={classes.demoWord}>{t('demo.tag')}</span>
        <span className="sr-only">{t('demo.hint')}</span>
      </span>
      <LateTooltip label={t('demo.hint')} target={tag} />
    </>
  );
}
