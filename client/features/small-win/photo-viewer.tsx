import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/dialog.tsx';
import { type Attachment, fileAddress } from '#shared/attachment.ts';
import classes from './photo-viewer.module.css';

interface PhotoViewerProps {
  photos: readonly Attachment[];
  index: number;
  onIndex: (index: number) => void;
  onClose: () => void;
}

/** One photo as large as the screen allows; the arrow keys walk, Escape closes and gives the focus back. */
export function PhotoViewer({ photos, index, onIndex, onClose }: PhotoViewerProps) {
  const { t } = useTranslation(['smallWins', 'common']);
  const photo = photos[index];
  const last = photos.length - 1;

  useEffect(() => {
    function walk(event: KeyboardEvent): void {
      if (event.key === 'ArrowLeft' && index > 0) onIndex(index - 1);
      if (event.key === 'ArrowRight' && index < last) onIndex(index + 1);
    }
    window.addEventListener('keydown', walk);
    return () => window.removeEventListener('keydown', walk);
  }, [index, last, onIndex]);

  if (!photo) return null;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={<span aria-live="polite">{t('gallery.title', { number: index + 1, total: photos.length })}</span>}
      size="auto"
      padding="sm"
    >
      <figure className={classes.figure}>
        <div className={classes.stage}>
          <img
            key={photo.id}
            src={fileAddress(photo.id)}
            alt={photo.fileName}
            width={photo.width ?? undefined}
            height={photo.height ?? undefined}
            style={{ backgroundImage: `url("${fileAddress(photo.id, 'small')}")` }}
          />
        </div>
        <figcaption className={classes.bar}>
          <span className={classes.name}>{photo.fileName}</span>
          <ActionIcon
            component="a"
            href={fileAddress(photo.id)}
            download={photo.fileName}
            size={44}
            aria-label={t('gallery.download')}
          >
            <IconDownload size={20} aria-hidden />
          </ActionIcon>
          {last > 0 && (
            <>
              <ActionIcon
                size={44}
                variant="default"
                disabled={index === 0}
                aria-label={t('gallery.previous')}
                onClick={() => onIndex(index - 1)}
              >
                <IconChevronLeft size={20} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={44}
                variant="default"
                disabled={index === last}
                aria-label={t('gallery.next')}
                onClick={() => onIndex(index + 1)}
              >
                <IconChevronRight size={20} aria-hidden />
              </ActionIcon>
            </>
          )}
        </figcaption>
      </figure>
      {last > 0 && <p className={classes.keys}>{t('gallery.keys')}</p>}
    </Dialog>
  );
}
