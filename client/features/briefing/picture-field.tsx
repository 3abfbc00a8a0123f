import { Button, Progress, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '#client/lib/app-error.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import { uploadFile } from '#client/lib/upload-file.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { FileDrop } from '#client/ui/file-drop.tsx';
import { FormError } from '#client/ui/form-error.tsx';
import { fileAddress, maxAttachmentMegabytes, photoTypes } from '#shared/attachment.ts';
import type { Slide } from '#shared/briefing/slide.ts';
import { refreshDeck } from './deck-savers.ts';
import classes from './slide-settings.module.css';
import { useTypedText } from './use-typed-text.ts';

interface PictureFieldProps {
  deckId: string;
  slide: Slide;
  onAltChange: (alt: string) => void;
}

/** The picture of a cover or a text slide, and what it says to those who do not see it. */
export function PictureField({ deckId, slide, onAltChange }: PictureFieldProps) {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const [percent, setPercent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const alt = useTypedText(slide.pictureAlt, onAltChange);

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    setProblem(undefined);
    try {
      await work();
      await refreshDeck(deckId);
    } catch (error) {
      const { code, params } = toAppError(error);
      const isHeic = code === 'ATTACHMENT_TYPE_REFUSED' && params.reason === 'heic';
      setProblem(isHeic ? t('picture.heic') : errorText(error));
    } finally {
      setPercent(undefined);
    }
  }

  const upload = (files: File[]) =>
    attempt(async () => {
      const [file] = files;
      if (!file) return;
      setPercent(0);
      const former = slide.pictureId;
      await uploadFile({ type: 'slide', id: slide.id }, file, setPercent);
      // The one uploaded last is shown; the former is of no use to anybody.
      if (former) await trpcClient.briefing.removePicture.mutate({ attachmentId: former });
    });
  const remove = (attachmentId: string) => attempt(() => trpcClient.briefing.removePicture.mutate({ attachmentId }));

  const isMissingAlt = slide.pictureId !== null && slide.pictureAlt.trim() === '';
  return (
    <div className={classes.picture}>
      {slide.pictureId !== null && (
        <div className={classes.present}>
          <img src={fileAddress(slide.pictureId, 'small')} alt={slide.pictureAlt || t('picture.present')} />
          <Button
            size="compact-sm"
            mih={32}
            variant="default"
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => slide.pictureId && void remove(slide.pictureId)}
          >
            {t('picture.remove')}
          </Button>
        </div>
      )}
      <FileDrop
        label={t(slide.pictureId === null ? 'picture.label' : 'picture.replace')}
        hint={t('picture.hint', { size: maxAttachmentMegabytes })}
        accept={photoTypes}
        maxMegabytes={maxAttachmentMegabytes}
        disabled={percent !== undefined}
        onFiles={(files) => void upload(files)}
      />
      {percent !== undefined && <Progress value={percent} aria-label={t('picture.uploading')} transitionDuration={0} />}
      <FormError>{problem}</FormError>
      {slide.pictureId !== null && (
        <TextInput
          label={t('picture.alt')}
          description={t('picture.altHint')}
          error={isMissingAlt ? t('picture.altMissing') : undefined}
          maxLength={300}
          {...alt}
        />
      )}
    </div>
  );
}
