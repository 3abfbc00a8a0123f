import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SlideView } from '#client/charts/slide-view.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { palettes } from '#shared/briefing/scene/palette.ts';
import { Controls } from './controls.tsx';
import classes from './desk.module.css';
import { DeskClock } from './desk-clock.tsx';
import { DeskNotes } from './desk-notes.tsx';
import { Flash } from './flash.tsx';
import { Marks } from './marks.tsx';
import { Panels } from './panels.tsx';
import { headlineOf } from './presentation.ts';
import { useRoom } from './room.ts';
import { StageSlide } from './stage-slide.tsx';

interface DeskProps {
  /** Something to be said at the top: why it stands in this window. */
  notice?: string;
  /** An open origin on the audience's screen, to be closed from here. */
  onCloseOrigin?: () => void;
  /** Where the audience's screen can be opened anew, for a desk that stands alone. */
  audienceAddress?: string;
}

/** The speaker's own screen: this slide and the next, notes, clock, and all slides by name. */
export function Desk({ notice, onCloseOrigin, audienceAddress }: DeskProps) {
  const { t } = useTranslation('presenter');
  const { presenter, openOrigin } = useRoom();
  const { presentation, state, sceneOf } = presenter;
  const { index, screen, scheme } = state.show;
  const slide = presentation.slides[index];
  const hasNext = index + 1 < presentation.slides.length;
  return (
    <main className={classes.desk}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('deskTitle', { title: presentation.title })}</h1>
        <Marks />
        {onCloseOrigin && (
          <button type="button" className={classes.barButton} onClick={onCloseOrigin}>
            {t('do.closeOrigin')}
          </button>
        )}
        {audienceAddress && (
          <a className={classes.barButton} href={audienceAddress} target="_blank" rel="noreferrer">
            {t('do.audience')}
          </a>
        )}
      </header>
      {notice && (
        <p role="status" className={classes.notice}>
          {notice}
        </p>
      )}
      <section className={classes.now} aria-label={t('desk.now')}>
        <StageSlide presenter={presenter} onOrigin={openOrigin} />
        {screen !== 'slide' && <p className={classes.blank}>{t(`screen.${screen}`)}</p>}
        {state.typed !== '' && <p className={classes.blank}>{t('typed', { number: state.typed })}</p>}
      </section>
      <section className={classes.next} aria-label={t('desk.next')}>
        <h2 className={classes.label}>{t('desk.next')}</h2>
        {hasNext ? (
          <SlideView scene={sceneOf(index + 1)} pictures={presentation.pictures} palette={palettes[scheme]} />
        ) : (
          <p className={classes.quiet}>{t('desk.end')}</p>
        )}
      </section>
      <DeskClock />
      <DeskNotes key={slide?.id} notes={slide?.notes ?? ''} />
      <SlideList />
      <footer className={classes.foot}>
        <Controls />
      </footer>
      <Flash />
      <Panels />
    </main>
  );
}

function SlideList() {
  const { t } = useTranslation('presenter');
  const locale = useLocale();
  const { presenter, run } = useRoom();
  const { presentation, state } = presenter;
  const list = useRef<HTMLOListElement>(null);
  const { index } = state.show;

  useEffect(() => {
    // Within the list alone: the window stays where it is.
    const box = list.current;
    const line = box?.children.item(index);
    if (!box || !line) return;
    const [outer, inner] = [box.getBoundingClientRect(), line.getBoundingClientRect()];
    if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top;
    if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
  }, [index]);

  return (
    <nav className={classes.slides} aria-label={t('desk.slides')}>
      <ol ref={list} className={classes.list}>
        {presentation.slides.map((slide, place) => (
          <li key={slide.id}>
            <button
              type="button"
              className={classes.line}
              aria-current={place === index}
              onClick={() => run({ type: 'goTo', index: place })}
            >
              <span className={classes.number}>{place + 1}</span>
              {headlineOf(slide, locale)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
