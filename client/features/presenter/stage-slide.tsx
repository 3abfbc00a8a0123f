import type { PointerEvent } from 'react';
import { SlideView } from '#client/charts/slide-view.tsx';
import { palettes } from '#shared/briefing/scene/palette.ts';
import type { OriginRef } from '#shared/briefing/scene/scene.ts';
import { PointerSpot } from './pointer-spot.tsx';
import classes from './stage.module.css';
import type { Presenter } from './use-presenter.ts';

interface StageSlideProps {
  presenter: Presenter;
  onOrigin: (origin: OriginRef) => void;
}

/** The slide being shown with the pointer's spot on it, as wide as its box. */
export function StageSlide({ presenter, onOrigin }: StageSlideProps) {
  const { presentation, state, sceneOf, spots } = presenter;
  const { show } = state;
  const point = (event: PointerEvent<HTMLDivElement>) => {
    if (!show.isPointerOn) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    if (width > 0) spots.move({ x: (event.clientX - left) / width, y: (event.clientY - top) / height });
  };
  return (
    <div
      className={classes.slide}
      data-pointer={show.isPointerOn}
      onPointerMove={point}
      onPointerLeave={() => spots.move(null)}
    >
      <SlideView
        scene={sceneOf(show.index)}
        pictures={presentation.pictures}
        palette={palettes[show.scheme]}
        onOrigin={onOrigin}
      />
      {show.isPointerOn && <PointerSpot spots={spots} />}
    </div>
  );
}
