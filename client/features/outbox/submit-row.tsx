import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reportAddress } from '#client/lib/cell-address.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import type { SubmitItem } from '#client/lib/outbox/outbox-item.ts';
import { useClock } from '#client/lib/use-clock.ts';
import classes from './outbox.module.css';
import { useShownOutbox } from './outbox-context.ts';
import { type ReportGroup, stateOf } from './outbox-groups.ts';
import { setPanelOpen } from './panel-state.ts';
import { useOutboxWords } from './use-outbox-words.ts';
import { WaitingRow } from './waiting-row.tsx';

/** "Submit" was pressed, and the report has not been handed in yet. */
export function SubmitRow({ item, group }: { item: SubmitItem; group: ReportGroup }) {
  const { t } = useTranslation('outbox');
  const { outbox, snapshot, ask } = useShownOutbox();
  const words = useOutboxWords();
  const clock = useClock();
  const isBlocked = group.figures.some(({ problem }) => problem !== null);
  const state = stateOf(item, snapshot.sendingIds.has(item.id), group.figures.length > 0);

  const takeBack = async () => {
    const isSure = await ask({
      title: t('discard.submitTitle'),
      message: t('discard.submitText', { report: words.report(item.reportKey) }),
      confirmLabel: t('discard.submitConfirm'),
    });
    if (!isSure) return;
    outbox.discard([item.id]);
    notifySuccess(t('discard.submitDone'));
  };

  const why =
    item.problem?.kind === 'refused'
      ? words.refusal(item.problem.code, item.problem.params)
      : t(item.problem ? 'hint.reportChanged' : isBlocked ? 'hint.submitBlocked' : 'hint.submit');
  return (
    <WaitingRow
      what={words.what(item)}
      states={[state]}
      when={t('pressedAt', { time: clock.time(item.typedAt) })}
      to={reportAddress(item.reportKey)}
      openLabel={t('action.openReport')}
      discardLabel={t('action.cancelSubmit')}
      onDiscard={takeBack}
    >
      <p className={item.problem ? classes.why : classes.quiet}>{why}</p>
      <div className={classes.rowActions}>
        {item.problem && (
          <Button
            size="compact-sm"
            mih={36}
            variant="default"
            component={Link}
            to={reportAddress(item.reportKey)}
            onClick={() => setPanelOpen(false)}
          >
            {t('action.openReport')}
          </Button>
        )}
        <Button size="compact-sm" mih={36} variant={item.problem ? 'subtle' : 'default'} onClick={takeBack}>
          {t('action.cancelSubmit')}
        </Button>
      </div>
    </WaitingRow>
  );
}
