import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlideContent } from '#shared/briefing/content.ts';
import type { EditionHead, Picture } from '#shared/briefing/edition.ts';
import classes from './edition.module.css';
import { SlidePaper } from './slide-paper.tsx';
import { useNearView } from './use-near-view.ts';
import { useSlideWords } from './use-slide-words.ts';

interface EditionSlideProps {
  slide: SlideContent;
  head: EditionHead;
  pictures: readonly Picture[];
  page: number;
  pages: number;
  timeZone: string;
  withNotes: boolean;
  onView: (slide: { id: string; page: number }) => void;
}

/** One slide of an edition; drawn when it comes near, in a box that keeps its place. */
export const EditionSlide = memo(function EditionSlide(props: EditionSlideProps) {
  const { slide, head, pictures, page, pages, timeZone, withNotes, onView } = props;
  const { t } = useTranslation('briefing');
  const words = useSlideWords();
  const item = useRef<HTMLLIElement>(null);
  const { isNear, isInView } = useNearView(item);
  const { frozenAt, sha256, number } = head;
  const mark = useMemo(() => ({ frozenAt, sha256, number }), [frozenAt, sha256, number]);

  useEffect(() => {
    if (isInView) onView({ id: slide.id, page });
  }, [isInView, onView, slide.id, page]);

  return (
    <li ref={item} id={`slide-${slide.id}`} className={classes.slide}>
      <h2 className="sr-only">{t('edition.slide', { page, headline: words.headline(slide) })}</h2>
      <SlidePaper
        slide={slide}
        pictures={pictures}
        edition={mark}
        page={page}
        pages={pages}
        timeZone={timeZone}
        isDrawn={isNear}
      />
      {withNotes && slide.notes.trim() !== '' && (
        <div className={classes.notes}>
          <h3>{t('edition.notesOf', { page })}</h3>
          <p>{slide.notes}</p>
        </div>
      )}
    </li>
  );
});
