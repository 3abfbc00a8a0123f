import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SlideView } from '#client/charts/slide-view.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { palettes } from '#shared/briefing/scene/palette.ts';
import classes from './overview.module.css';
import { headlineOf } from './presentation.ts';
import { useRoom } from './room.ts';
import { StageDialog } from './stage-dialog.tsx';

/** All slides at once. One stop of the Tab key; the arrow keys walk in it, a number and Enter jump. */
export function Overview({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('presenter');
  const locale = useLocale();
  const { presenter, run } = useRoom();
  const { presentation, state, sceneOf } = presenter;
  const grid = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(state.show.index);
  const count = presentation.slides.length;

  useEffect(() => {
    const slide = buttons(grid.current)[at];
    slide?.focus();
    slide?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey) return;
    const row = columnsOf(grid.current);
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      PageDown: at + 1,
      ArrowLeft: at - 1,
      PageUp: at - 1,
      ArrowDown: at + row,
      ArrowUp: at - row,
      Home: 0,
      End: count - 1,
    };
    const to = moves[key];
    if (to !== undefined) {
      event.preventDefault();
      if (to >= 0 && to < count) setAt(to);
    } else if (/^\d$/.test(key)) {
      run({ type: 'digit', digit: key });
    } else if (key === 'Enter' && state.typed !== '') {
      event.preventDefault();
      run({ type: 'confirm' });
    } else if (key.toLowerCase() === 'o') {
      onClose();
    }
  };

  return (
    <StageDialog title={t('overview.title')} onClose={onClose} size="full">
      <p className={classes.hint}>{state.typed === '' ? t('overview.hint') : t('typed', { number: state.typed })}</p>
      <ul ref={grid} className={classes.grid}>
        {presentation.slides.map((slide, index) => (
          <li key={slide.id}>
            <button
              type="button"
              className={classes.slide}
              tabIndex={index === at ? 0 : -1}
              aria-current={index === state.show.index}
              aria-label={t('slide', { number: index + 1, count, headline: headlineOf(slide, locale) })}
              onClick={() => run({ type: 'goTo', index })}
              onFocus={() => setAt(index)}
              onKeyDown={onKeyDown}
            >
              <span className={classes.picture} aria-hidden>
                <SlideView
                  scene={sceneOf(index)}
                  pictures={presentation.pictures}
                  palette={palettes[state.show.scheme]}
                />
              </span>
              <span className={classes.number}>{index + 1}</span>
            </button>
          </li>
        ))}
      </ul>
    </StageDialog>
  );
}

function buttons(grid: HTMLElement | null): HTMLElement[] {
  return grid ? [...grid.querySelectorAll<HTMLElement>('button')] : [];
}

/** How many slides stand in a row: those as high up as the first. */
function columnsOf(grid: HTMLElement | null): number {
  const all = buttons(grid);
  const top = all[0]?.offsetTop;
  return Math.max(1, all.filter((each) => each.offsetTop === top).length);
}
