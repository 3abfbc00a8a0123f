import { Button, CloseButton } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Slide } from '#shared/briefing/slide.ts';
import classes from './deck-editor.module.css';
import { useSlideWords } from './use-slide-words.ts';

interface DroppedSlideProps {
  slide: Slide;
  isBusy: boolean;
  onRestore: (slideId: string) => Promise<void>;
  onClose: () => void;
}

/** The undo of dropping a slide. It stays until it is used or closed: nobody should have to hurry. */
export function DroppedSlide({ slide, isBusy, onRestore, onClose }: DroppedSlideProps) {
  const { t } = useTranslation(['briefing', 'common']);
  const words = useSlideWords();
  return (
    <div className={classes.notice}>
      <IconTrash size={18} aria-hidden />
      <span>{t('slide.dropped', { slide: words.subject(slide) })}</span>
      <Button
        size="xs"
        mih={36}
        variant="default"
        loading={isBusy}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => void onRestore(slide.id)}
      >
        {t('slide.undo')}
      </Button>
      <CloseButton size={36} aria-label={t('common:action.close')} onClick={onClose} />
    </div>
  );
}
