import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconAlertTriangle, IconCloudUp, IconEyeOff, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlideContent } from '#shared/briefing/content.ts';
import type { DeckPreview } from '#shared/briefing/edition.ts';
import type { Slide } from '#shared/briefing/slide.ts';
import classes from './filmstrip.module.css';
import { SlideKindIcon } from './slide-kind-icon.tsx';
import { SlidePicture } from './slide-picture.tsx';
import { useSlideWords } from './use-slide-words.ts';

interface FilmstripItemProps {
  slide: Slide;
  /** Undefined until the preview has this slide. */
  content: SlideContent | undefined;
  preview: DeckPreview | undefined;
  page: number;
  pages: number;
  isSelected: boolean;
  isUnsaved: boolean;
  mayMove: boolean;
  onSelect: (slideId: string) => void;
  onPress: (event: KeyboardEvent) => void;
}

export function FilmstripItem(props: FilmstripItemProps) {
  const { slide, content, preview, page, pages, isSelected, isUnsaved, mayMove, onSelect, onPress } = props;
  const { t } = useTranslation('briefing');
  const words = useSlideWords();
  const thumb = useRef<HTMLButtonElement>(null);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: slide.id,
    disabled: !mayMove,
    attributes: { roleDescription: t('filmstrip.role'), tabIndex: isSelected ? 0 : -1 },
  });
  const marks = marksOf(content, isUnsaved);
  const subject = words.subject(slide);

  useEffect(() => {
    if (isSelected) thumb.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [isSelected]);

  return (
    <li
      ref={setNodeRef}
      className={classes.item}
      data-selected={isSelected || undefined}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <div className={classes.side}>
        <span className={classes.page} aria-hidden>
          {page}
        </span>
        {mayMove && (
          <button
            type="button"
            ref={setActivatorNodeRef}
            className={classes.grip}
            {...attributes}
            {...listeners}
            aria-label={t('filmstrip.drag', { slide: subject, place: page })}
          >
            <IconGripVertical size={16} aria-hidden />
          </button>
        )}
      </div>
      <button
        ref={thumb}
        type="button"
        className={classes.thumb}
        data-slide={slide.id}
        tabIndex={isSelected ? 0 : -1}
        aria-current={isSelected ? 'true' : undefined}
        aria-label={[
          t('filmstrip.slide', { place: page, total: pages, slide: subject }),
          content && words.headline(content),
          ...marks.map((mark) => t(`mark.${mark}`)),
        ]
          .filter(Boolean)
          .join('. ')}
        onClick={() => onSelect(slide.id)}
        onKeyDown={onPress}
      >
        <Thumb slide={slide} content={content} preview={preview} page={page} pages={pages} subject={subject} />
        {marks.length > 0 && (
          <span className={classes.marks} aria-hidden>
            {marks.map((mark) => (
              <span key={mark} className={classes.mark} data-mark={mark}>
                {icons[mark]}
                {t(`mark.${mark}`)}
              </span>
            ))}
          </span>
        )}
      </button>
    </li>
  );
}

const icons = {
  contradiction: <IconAlertTriangle size={12} />,
  empty: <IconEyeOff size={12} />,
  unsaved: <IconCloudUp size={12} />,
} as const;

function marksOf(content: SlideContent | undefined, isUnsaved: boolean): (keyof typeof icons)[] {
  return [
    ...(content && content.contradictions.length > 0 ? (['contradiction'] as const) : []),
    ...(content?.isEmpty ? (['empty'] as const) : []),
    ...(isUnsaved ? (['unsaved'] as const) : []),
  ];
}

type ThumbProps = Pick<FilmstripItemProps, 'slide' | 'content' | 'preview' | 'page' | 'pages'> & { subject: string };

/** Drawn again only when the slide itself changes: many slides are on the screen at once. */
const Thumb = memo(function Thumb({ slide, content, preview, page, pages, subject }: ThumbProps) {
  return (
    <span className={classes.paper} aria-hidden>
      {content && preview ? (
        <SlidePicture
          slide={content}
          pictures={preview.pictures}
          edition={null}
          page={page}
          pages={pages}
          timeZone={preview.content.timeZone}
        />
      ) : (
        <span className={classes.waiting}>
          <SlideKindIcon kind={slide.kind} />
          {subject}
        </span>
      )}
    </span>
  );
});
