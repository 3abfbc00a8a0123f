import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import type { OutboxAccess } from '#client/lib/outbox/outbox-snapshot.ts';
import { useOutboxSnapshot } from '#client/lib/outbox/use-outbox.ts';
import type { Question } from '#client/lib/overlays.tsx';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import { OutboxContext } from './outbox-context.ts';
import { PanelContent } from './panel-content.tsx';

/** "Isian belum terkirim": drawn open, at the side of the page; on a phone over all of it. */
export function OutboxPanel({ outbox, onClose }: { outbox: OutboxAccess; onClose: () => void }) {
  const { t } = useTranslation('outbox');
  const snapshot = useOutboxSnapshot(outbox);
  const isAsking = useRef(false);
  const shown = useMemo(() => {
    const ask = async (question: Question) => {
      isAsking.current = true;
      try {
        return await confirmAction(question);
      } finally {
        // The key that closed the question must not close the panel as well.
        setTimeout(() => {
          isAsking.current = false;
        });
      }
    };
    return { outbox, snapshot, ask };
  }, [outbox, snapshot]);
  return (
    <DrawerPanel opened onClose={() => !isAsking.current && onClose()} title={t('title')} size="lg">
      <OutboxContext value={shown}>
        <PanelContent />
      </OutboxContext>
    </DrawerPanel>
  );
}
