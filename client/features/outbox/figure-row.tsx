import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cellAddress } from '#client/lib/cell-address.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { cellKey } from '#shared/report/summary.ts';
import { ConflictChoices } from './conflict-choices.tsx';
import classes from './outbox.module.css';
import { useShownOutbox } from './outbox-context.ts';
import { type FigureItem, isConflict, stateOf } from './outbox-groups.ts';
import { setPanelOpen } from './panel-state.ts';
import { useOutboxWords } from './use-outbox-words.ts';
import { WaitingRow } from './waiting-row.tsx';

/** A figure on its way into a cell. */
export function FigureRow({ item }: { item: FigureItem }) {
  const { t } = useTranslation('outbox');
  const { outbox, snapshot, ask } = useShownOutbox();
  const words = useOutboxWords();
  const clock = useClock();
  const what = words.what(item);
  const value = words.figure(item.change, item.label);
  const state = stateOf(item, snapshot.sendingIds.has(item.id));
  const to = cellAddress(item.reportKey, cellKey(item));

  const discard = async () => {
    const isSure = await ask({
      title: t('discard.title'),
      message: t('discard.text', { what, value }),
      confirmLabel: t('discard.confirm'),
      isDangerous: true,
    });
    if (!isSure) return;
    outbox.discard([item.id]);
    notifySuccess(t('discard.done'));
  };

  return (
    <WaitingRow
      what={what}
      value={value}
      states={item.kind === 'set_aside' ? [state, 'setAside'] : [state]}
      when={t('typedAt', { time: clock.time(item.typedAt) })}
      to={to}
      openLabel={t('action.openCell')}
      discardLabel={t('action.discard')}
      onDiscard={discard}
    >
      {isConflict(item) && <ConflictChoices item={item} />}
      {item.problem?.kind === 'refused' && (
        <>
          <p className={classes.why}>{words.refusal(item.problem.code, item.problem.params)}</p>
          <div className={classes.rowActions}>
            <Button size="compact-sm" mih={36} variant="default" onClick={() => outbox.retry([item.id])}>
              {t('action.sendAgain')}
            </Button>
            <Button
              size="compact-sm"
              mih={36}
              variant="subtle"
              component={Link}
              to={to}
              onClick={() => setPanelOpen(false)}
            >
              {t('action.openCell')}
            </Button>
          </div>
        </>
      )}
      {item.kind === 'set_aside' && item.problem === null && <p className={classes.quiet}>{t('hint.setAside')}</p>}
    </WaitingRow>
  );
}
