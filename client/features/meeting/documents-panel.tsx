import { ActionIcon, Anchor, Progress } from '@mantine/core';
import { IconFile, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import { uploadFile } from '#client/lib/upload-file.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { FileDrop } from '#client/ui/file-drop.tsx';
import { Panel } from '#client/ui/panel.tsx';
import {
  type Attachment,
  acceptedFiles,
  fileAddress,
  maxAttachmentMegabytes,
  maxAttachments,
} from '#shared/attachment.ts';
import type { Meeting } from '#shared/meeting.ts';
import classes from './meeting.module.css';

/** Signed minutes, letters and photos of a meeting. */
export function DocumentsPanel({ meeting }: { meeting: Pick<Meeting, 'id' | 'documents' | 'mayEdit'> }) {
  const { t } = useTranslation(['meeting', 'common']);
  const errorText = useErrorText();
  const [sending, setSending] = useState<{ name: string; percent: number }>();
  const { documents, mayEdit } = meeting;
  const room = maxAttachments - documents.length;

  async function send(files: File[]): Promise<void> {
    try {
      for (const file of files.slice(0, room)) {
        const tell = (percent: number) => setSending({ name: file.name, percent });
        tell(0);
        await uploadFile({ type: 'meeting', id: meeting.id }, file, tell);
        notifySuccess(t('documents.added'));
      }
    } catch (error) {
      notifyError(errorText(error));
    } finally {
      setSending(undefined);
      void queryClient.invalidateQueries();
    }
  }

  async function remove({ id, fileName }: Attachment): Promise<void> {
    const isSure = await confirmAction({
      title: t('confirm.removeFileTitle'),
      message: t('confirm.removeFile', { name: fileName }),
      confirmLabel: t('common:action.remove'),
      isDangerous: true,
    });
    if (!isSure) return;
    await trpcClient.meeting.removeDocument
      .mutate({ attachmentId: id })
      .catch((error: unknown) => notifyError(errorText(error)));
    void queryClient.invalidateQueries();
  }

  return (
    <Panel title={t('documents.title')} subtitle={t('documents.lead')}>
      {documents.length === 0 && <p className={classes.quiet}>{t('documents.none')}</p>}
      <ul className={classes.files}>
        {documents.map((file) => (
          <li key={file.id}>
            <Anchor href={fileAddress(file.id)} inherit>
              <IconFile size={16} aria-hidden /> {file.fileName}
            </Anchor>
            {mayEdit && (
              <ActionIcon
                size={44}
                aria-label={t('documents.remove', { name: file.fileName })}
                onClick={() => void remove(file)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {sending && (
        <div role="status">
          <p className={classes.quiet}>{t('documents.sending', sending)}</p>
          <Progress value={sending.percent} size="sm" aria-label={sending.name} transitionDuration={0} />
        </div>
      )}
      {mayEdit && room > 0 && (
        <FileDrop
          label={t('documents.add')}
          hint={t('documents.hint', { size: maxAttachmentMegabytes })}
          accept={acceptedFiles}
          maxMegabytes={maxAttachmentMegabytes}
          multiple
          disabled={sending !== undefined}
          onFiles={(files) => void send(files)}
        />
      )}
      {mayEdit && room <= 0 && <p className={classes.quiet}>{t('documents.full', { most: maxAttachments })}</p>}
    </Panel>
  );
}
