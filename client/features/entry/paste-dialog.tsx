import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { type PastedSheet, readClipboard } from './paste-clipboard.ts';
import { PasteInput } from './paste-input.tsx';
import { PastePreview } from './paste-preview.tsx';
import type { PasteDialogProps } from './paste-request.ts';

/**
 * What was pasted, before any of it is saved: what would change, what has to be answered, and what is left out. Give it
 * a new key for each paste.
 */
export function PasteDialog({ request, rows, groups, onClose }: PasteDialogProps) {
  const { t } = useTranslation('paste');
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const [sheet, setSheet] = useState<PastedSheet | undefined>(() => request.content && readClipboard(request.content));
  return (
    <Dialog opened onClose={onClose} title={t('title')} size={sheet ? 860 : 'lg'} fullScreen={isPhone}>
      {sheet && sheet.cells.length > 0 ? (
        <PastePreview
          sheet={sheet}
          startKey={request.startKey}
          rows={rows}
          groups={groups}
          onCancel={onClose}
          onApplied={(count) => {
            notifySuccess(t('applied', { count }));
            onClose();
          }}
        />
      ) : (
        <PasteInput
          isEmpty={sheet !== undefined}
          onContent={(content) => setSheet(readClipboard(content))}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
