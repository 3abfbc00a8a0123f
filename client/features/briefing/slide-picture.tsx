import { memo, useMemo } from 'react';
import { SlideView } from '#client/charts/slide-view.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import type { SlideContent } from '#shared/briefing/content.ts';
import type { Picture } from '#shared/briefing/edition.ts';
import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import { palettes } from '#shared/briefing/scene/palette.ts';
import type { OriginRef, SlideMark } from '#shared/briefing/scene/scene.ts';

export interface SlidePictureProps {
  slide: SlideContent;
  pictures: readonly Picture[];
  edition: SlideMark['edition'];
  page: number;
  pages: number;
  timeZone: string;
  onOrigin?: (origin: OriginRef) => void;
}

/** A slide as it will be printed and projected: always on white paper, whatever the screen's own colours are. */
export const SlidePicture = memo(function SlidePicture(props: SlidePictureProps) {
  const { slide, pictures, edition, page, pages, timeZone, onOrigin } = props;
  const locale = useLocale();
  const scene = useMemo(
    () => layoutSlide(slide, { edition, page, pages, timeZone }, locale),
    [slide, edition, page, pages, timeZone, locale],
  );
  return <SlideView scene={scene} pictures={pictures} palette={palettes.light} onOrigin={onOrigin} />;
});
