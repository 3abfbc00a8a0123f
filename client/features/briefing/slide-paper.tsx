import { useWidth } from '#client/charts/use-width.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import type { SlideContent } from '#shared/briefing/content.ts';
import { SlideFigures } from './slide-figures.tsx';
import classes from './slide-paper.module.css';
import { SlidePicture, type SlidePictureProps } from './slide-picture.tsx';

/** Narrower than this, the smallest figures of a slide are too small for a finger. */
const roomyPixels = 860;

interface SlidePaperProps extends Omit<SlidePictureProps, 'slide' | 'onOrigin'> {
  slide: SlideContent;
  /** False keeps the place of a slide that is far from being seen. */
  isDrawn?: boolean;
}

/** A slide in a frame, with a way from each of its figures to the origin: on the slide itself, or in a list below it. */
export function SlidePaper({ slide, isDrawn = true, ...picture }: SlidePaperProps) {
  const openOrigin = useOrigin();
  const [box, width] = useWidth<HTMLDivElement>(roomyPixels);
  const isRoomy = width >= roomyPixels;
  return (
    <>
      <div ref={box} className={classes.paper}>
        {isDrawn && <SlidePicture {...picture} slide={slide} onOrigin={isRoomy ? openOrigin : undefined} />}
      </div>
      {isDrawn && !isRoomy && openOrigin && <SlideFigures slide={slide} onOrigin={openOrigin} />}
    </>
  );
}
