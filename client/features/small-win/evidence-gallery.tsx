import { IconFileSpreadsheet, IconFileText, IconFileTypePdf } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormatValue } from '#client/ui/value-format.ts';
import { type Attachment, fileAddress } from '#shared/attachment.ts';
import classes from './evidence-gallery.module.css';
import { useFileSize } from './file-size.ts';

const PhotoViewer = lazy(() => import('./photo-viewer.tsx').then((module) => ({ default: module.PhotoViewer })));

/** Photos as small pictures that open large, other files as downloads. */
export function EvidenceGallery({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation('smallWins');
  const [openAt, setOpenAt] = useState<number | null>(null);
  const photos = attachments.filter((each) => each.isPhoto);
  const files = attachments.filter((each) => !each.isPhoto);
  if (attachments.length === 0) return <p className={classes.none}>{t('detail.evidenceNone')}</p>;
  return (
    <>
      {photos.length > 0 && (
        <ul className={classes.photos} data-count={photos.length}>
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <button
                type="button"
                className={classes.photo}
                aria-label={t('gallery.open', { number: index + 1, total: photos.length, name: photo.fileName })}
                onClick={() => setOpenAt(index)}
              >
                <img
                  src={fileAddress(photo.id, photos.length === 1 ? 'full' : 'small')}
                  alt=""
                  width={photo.width ?? undefined}
                  height={photo.height ?? undefined}
                  loading="lazy"
                  decoding="async"
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map((file) => (
            <FileLink key={file.id} file={file} />
          ))}
        </ul>
      )}
      {openAt !== null && (
        <Suspense fallback={null}>
          <PhotoViewer photos={photos} index={openAt} onIndex={setOpenAt} onClose={() => setOpenAt(null)} />
        </Suspense>
      )}
    </>
  );
}

function FileLink({ file }: { file: Attachment }) {
  const { t } = useTranslation('smallWins');
  const size = useFileSize()(file.byteSize);
  const formatValue = useFormatValue();
  const extension = file.fileName.split('.').at(-1)?.toUpperCase() ?? formatValue(null);
  const Icon = extension === 'PDF' ? IconFileTypePdf : /XLSX|CSV/.test(extension) ? IconFileSpreadsheet : IconFileText;
  return (
    <li>
      <a
        className={classes.file}
        href={fileAddress(file.id)}
        download={file.fileName}
        aria-label={t('gallery.file', { name: file.fileName, size })}
      >
        <Icon size={22} stroke={1.5} aria-hidden />
        <span className={classes.name}>{file.fileName}</span>
        <span className={classes.size}>{size}</span>
      </a>
    </li>
  );
}
