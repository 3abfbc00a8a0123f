import { Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { needsNote } from '#shared/action-item.ts';
import type { ActionItem } from '#shared/meeting.ts';
import { type ItemMove, targetOf } from './item-moves.ts';

interface ProgressDialogProps {
  item: Pick<ActionItem, 'id' | 'version' | 'state' | 'text'>;
  move: ItemMove;
  onClose: () => void;
}

/** Moves an item on, with a note; where a reason is owed nothing is sent without one. */
export function ProgressDialog({ item, move, onClose }: ProgressDialogProps) {
  const { t } = useTranslation('actionItem');
  const errorText = useErrorText();
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const to = targetOf(move, item.state);
  const isOwed = needsNote(item.state, to);
  const isMissing = isOwed && note.trim() === '';
  const progress = useMutation(
    trpc.actionItem.progress.mutationOptions({
      onSuccess: () => {
        notifySuccess(t('progress.saved'));
        onClose();
      },
    }),
  );

  function send(): void {
    setAsked(true);
    if (!isMissing) progress.mutate({ id: item.id, version: item.version, to, note });
  }

  return (
    <Dialog opened onClose={onClose} title={t(`progress.title.${move}`)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="md">
          <p>{item.text}</p>
          <Textarea
            label={isOwed && move !== 'note' ? t('progress.noteRequired') : t('progress.note')}
            description={t(`progress.hint.${move}`)}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={isAsked && isMissing && t(move === 'note' ? 'progress.missingNote' : 'progress.missing')}
            required={isOwed}
            maxLength={1000}
            autosize
            minRows={3}
            data-autofocus
          />
          <FormFooter
            onCancel={onClose}
            submitLabel={t(move === 'drop' ? 'progress.title.drop' : `action.${move}`)}
            isPending={progress.isPending}
            error={progress.error ? errorText(progress.error) : undefined}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
