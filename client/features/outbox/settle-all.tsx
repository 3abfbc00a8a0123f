import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './outbox.module.css';
import { useShownOutbox } from './outbox-context.ts';
import { isConflict } from './outbox-groups.ts';

/** All conflicts at once, where there are several. It is asked first: it may write over many figures of others. */
export function SettleAll() {
  const { t } = useTranslation('outbox');
  const { outbox, snapshot, ask } = useShownOutbox();
  const ids = snapshot.items.filter(isConflict).map(({ id }) => id);
  if (ids.length < 2) return null;

  const settle = async (side: 'mine' | 'theirs') => {
    const key = side === 'mine' ? 'allMine' : 'allTheirs';
    const isSure = await ask({
      title: t(`conflict.${key}Title`),
      message: t(`conflict.${key}Text`, { count: ids.length }),
      confirmLabel: t(`conflict.${key}`),
    });
    if (isSure) outbox.resolveConflicts(ids, side);
  };

  return (
    <section className={classes.notice} data-tone="attention" aria-label={t('conflict.all', { count: ids.length })}>
      <IconArrowsExchange size={18} aria-hidden />
      <div>
        <p className={classes.noticeTitle}>{t('conflict.all', { count: ids.length })}</p>
        <p>{t('conflict.allHint')}</p>
        <div className={classes.noticeActions}>
          <Button size="sm" mih={44} variant="default" onClick={() => settle('mine')}>
            {t('conflict.allMine')}
          </Button>
          <Button size="sm" mih={44} variant="default" onClick={() => settle('theirs')}>
            {t('conflict.allTheirs')}
          </Button>
        </div>
      </div>
    </section>
  );
}
