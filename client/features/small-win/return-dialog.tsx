import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { reasonLength, type SmallWinDetail } from '#shared/small-win.ts';

interface ReturnDialogProps {
  win: Pick<SmallWinDetail, 'id' | 'version'>;
  onClose: () => void;
}

/** Sends a record back; without a reason nobody could do anything about it. */
export function ReturnDialog({ win, onClose }: ReturnDialogProps) {
  const { t } = useTranslation(['smallWins', 'common']);
  const errorText = useErrorText();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const mutation = useMutation(
    trpc.smallWin.return.mutationOptions({
      onSuccess: () => {
        notifySuccess(t('done.return'));
        onClose();
      },
    }),
  );
  const isShort = reason.trim().length < reasonLength.min;

  function send(): void {
    setAsked(true);
    if (!isShort) mutation.mutate({ id: win.id, version: win.version, reason });
  }

  return (
    <Dialog opened onClose={onClose} title={t('return.title')}>
      <Stack gap="md">
        <Textarea
          label={t('return.reason')}
          description={t('return.hint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={(isAsked && isShort && t('problem.REASON_SHORT')) || (mutation.isError && errorText(mutation.error))}
          maxLength={reasonLength.max}
          autosize
          minRows={3}
          required
          size="md"
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" mih={44} onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button mih={44} loading={mutation.isPending} onClick={send}>
            {t('return.send')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
