import { ActionIcon, Button, FileButton, Progress } from '@mantine/core';
import { IconCamera, IconFile, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppClientError } from '#client/lib/app-error.ts';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError } from '#client/lib/notify.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { FileDrop } from '#client/ui/file-drop.tsx';
import { acceptedFiles, fileAddress, maxAttachmentMegabytes, maxAttachments, photoTypes } from '#shared/attachment.ts';
import classes from './evidence-editor.module.css';
import { useFileSize } from './file-size.ts';
import type { Evidence, EvidenceItem } from './use-evidence.ts';

interface EvidenceEditorProps {
  evidence: Evidence;
  /** Null until the record has been saved once: files wait till then. */
  smallWinId: string | null;
  isBusy: boolean;
}

export function EvidenceEditor({ evidence, smallWinId, isBusy }: EvidenceEditorProps) {
  const { t } = useTranslation(['smallWins', 'common']);
  const errorText = useErrorText();
  const room = maxAttachments - evidence.items.length;

  async function add(files: File[]): Promise<void> {
    evidence.add(files.slice(0, room));
    if (smallWinId !== null) await evidence.sendAll(smallWinId);
  }

  async function remove(item: EvidenceItem): Promise<void> {
    if (item.attachment) {
      const isSure = await confirmAction({
        title: t('confirm.removeFileTitle'),
        message: t('confirm.removeFile', { name: item.name }),
        confirmLabel: t('common:action.remove'),
        isDangerous: true,
      });
      if (!isSure) return;
    }
    await evidence.remove(item).catch((error: unknown) => notifyError(errorText(error)));
  }

  return (
    <>
      {evidence.items.length > 0 && (
        <ul className={classes.items}>
          {evidence.items.map((item) => (
            <Item
              key={item.key}
              item={item}
              isBusy={isBusy}
              onRemove={() => remove(item)}
              onRetry={smallWinId === null ? undefined : () => evidence.send(smallWinId, item)}
            />
          ))}
        </ul>
      )}
      {room > 0 ? (
        <div className={classes.choose}>
          <FileButton
            accept={photoTypes}
            capture="environment"
            disabled={isBusy}
            onChange={(file) => file && add([file])}
          >
            {(props) => (
              <Button
                {...props}
                className={classes.camera}
                size="md"
                leftSection={<IconCamera size={20} aria-hidden />}
                fullWidth
              >
                {t('form.camera')}
              </Button>
            )}
          </FileButton>
          <FileDrop
            label={t('form.files')}
            hint={t('form.filesHint', { size: maxAttachmentMegabytes })}
            accept={acceptedFiles}
            maxMegabytes={maxAttachmentMegabytes}
            multiple
            disabled={isBusy}
            onFiles={add}
          />
          <p className={classes.count}>{t('form.filesLeft', { count: evidence.items.length, most: maxAttachments })}</p>
        </div>
      ) : (
        <p className={classes.count}>{t('form.filesFull', { most: maxAttachments })}</p>
      )}
    </>
  );
}

interface ItemProps {
  item: EvidenceItem;
  isBusy: boolean;
  onRemove: () => void;
  /** Undefined where it will be sent with the record. */
  onRetry: (() => void) | undefined;
}

function Item({ item, isBusy, onRemove, onRetry }: ItemProps) {
  const { t } = useTranslation('smallWins');
  const size = useFileSize()(item.byteSize);
  const state = item.state === 'uploading' ? t('file.uploading', { percent: item.percent }) : t(`file.${item.state}`);
  return (
    <li className={classes.item} data-state={item.state}>
      <Picture item={item} />
      <div className={classes.words}>
        <span className={classes.name}>{item.name}</span>
        <span className={classes.state} aria-live="polite">
          {size} · {state}
        </span>
        {item.state === 'uploading' && (
          <Progress value={item.percent} size="sm" aria-label={item.name} transitionDuration={0} />
        )}
        {item.problem && <Problem problem={item.problem} />}
      </div>
      {item.state === 'failed' && onRetry && (
        <ActionIcon size={44} variant="default" aria-label={t('file.retry', { name: item.name })} onClick={onRetry}>
          <IconRefresh size={20} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        size={44}
        disabled={isBusy || item.state === 'uploading'}
        aria-label={t('file.remove', { name: item.name })}
        onClick={onRemove}
      >
        <IconTrash size={20} aria-hidden />
      </ActionIcon>
    </li>
  );
}

function Picture({ item: { preview, attachment } }: { item: EvidenceItem }) {
  const source = preview ?? (attachment?.isPhoto ? fileAddress(attachment.id, 'small') : null);
  if (source === null) {
    return (
      <span className={classes.picture}>
        <IconFile size={24} stroke={1.5} aria-hidden />
      </span>
    );
  }
  return <img className={classes.picture} src={source} alt="" width={56} height={56} />;
}

function Problem({ problem }: { problem: AppClientError }) {
  const { t } = useTranslation('smallWins');
  const errorText = useErrorText();
  const { code, params } = problem;
  const isKnown = code === 'ATTACHMENT_TYPE_REFUSED' && (params.reason === 'heic' || params.reason === 'broken_image');
  return (
    <span className={classes.problem} role="alert">
      {isKnown ? t(`file.${params.reason}`) : errorText(problem)}
    </span>
  );
}
