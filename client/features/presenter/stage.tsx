import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { Controls } from './controls.tsx';
import { Flash } from './flash.tsx';
import { gestureHandlers } from './gestures.ts';
import { Marks } from './marks.tsx';
import { Panels } from './panels.tsx';
import { headlineOf } from './presentation.ts';
import { useRoom } from './room.ts';
import classes from './stage.module.css';
import { StageSlide } from './stage-slide.tsx';
import { useIdle } from './use-idle.ts';

const fadeAfterMs = 3_000;

/** What the room looks at: one slide, as large as the window lets it be. */
export function Stage() {
  const { t } = useTranslation('presenter');
  const locale = useLocale();
  const { presenter, openOrigin, run } = useRoom();
  const { presentation, state } = presenter;
  const { index, screen } = state.show;
  const slide = presentation.slides[index];
  const isIdle = useIdle(fadeAfterMs);
  const latest = useRef(run);
  latest.current = run;
  const gestures = useMemo(
    () =>
      gestureHandlers((gesture) => {
        // The controls show themselves at every touch.
        if (gesture === 'menu') latest.current({ type: 'toggle', panel: 'menu' });
        else if (gesture !== 'controls') latest.current({ type: gesture });
      }),
    [],
  );
  const words = slide
    ? t('slide', { number: index + 1, count: presentation.slides.length, headline: headlineOf(slide, locale) })
    : '';
  return (
    <>
      <main className={classes.stage} data-idle={isIdle} aria-label={t('stage')}>
        <h1 className="sr-only">{presentation.title}</h1>
        <div className={classes.surface} {...gestures}>
          <div className={classes.frame}>
            <StageSlide presenter={presenter} onOrigin={openOrigin} />
          </div>
          {screen !== 'slide' && <div className={classes.blank} data-screen={screen} />}
        </div>
        {state.typed !== '' && screen === 'slide' && (
          <p className={classes.typed}>{t('typed', { number: state.typed })}</p>
        )}
        <div className="sr-only" aria-live="polite">
          {screen === 'slide' ? words : t(`screen.${screen}`)}
        </div>
        {screen === 'slide' && (
          <div className={classes.marks}>
            <Marks />
          </div>
        )}
        <div className={classes.controls}>
          <Controls isFaded={isIdle} />
        </div>
        <Flash />
      </main>
      <Panels />
    </>
  );
}
