import { useTranslation } from 'react-i18next';
import { cellAddress } from '#client/lib/cell-address.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import type { KeptText } from '#client/lib/outbox/outbox-item.ts';
import { useClock } from '#client/lib/use-clock.ts';
import classes from './outbox.module.css';
import { useShownOutbox } from './outbox-context.ts';
import { useOutboxWords } from './use-outbox-words.ts';
import { WaitingRow } from './waiting-row.tsx';

/** Typed, and not a figure: it is never sent, and never lost. */
export function TextRow({ text }: { text: KeptText }) {
  const { t } = useTranslation('outbox');
  const { outbox, ask } = useShownOutbox();
  const words = useOutboxWords();
  const clock = useClock();
  const what = words.what(text);
  const value = t('value.typed', { text: text.text });

  const discard = async () => {
    const isSure = await ask({
      title: t('discard.title'),
      message: t('discard.text', { what, value }),
      confirmLabel: t('discard.confirm'),
      isDangerous: true,
    });
    if (!isSure) return;
    outbox.removeText(text.reportKey, text.cell);
    notifySuccess(t('discard.done'));
  };

  return (
    <WaitingRow
      what={what}
      value={value}
      states={['unfinished']}
      when={t('typedAt', { time: clock.time(text.typedAt) })}
      to={cellAddress(text.reportKey, text.cell)}
      openLabel={t('action.finish')}
      discardLabel={t('action.discard')}
      onDiscard={discard}
    >
      <p className={classes.quiet}>{t('hint.unfinished')}</p>
    </WaitingRow>
  );
}
