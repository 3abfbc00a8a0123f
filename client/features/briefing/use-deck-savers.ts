import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useSession } from '#client/lib/session.ts';
import type { Deck } from '#shared/briefing/deck.ts';
import type { Slide } from '#shared/briefing/slide.ts';
import { createDeckSavers, type DeckSavers, settingsKey } from './deck-savers.ts';
import { localDrafts } from './draft-store.ts';
import type { SaveState } from './field-saver.ts';
import {
  type DeckFields,
  deckFieldsSchema,
  keptDeck,
  keptSlide,
  type SlideFields,
  slideFieldsSchema,
} from './slide-fields.ts';

export interface DeckSaving extends DeckSavers {
  slideStates: ReadonlyMap<string, SaveState<SlideFields>>;
  settingsState: SaveState<DeckFields> | undefined;
}

/** The queues of the deck on the screen: takes up what an earlier visit left, and warns before anything is lost. */
export function useDeckSavers(deck: Deck): DeckSaving {
  const { user } = useSession();
  const userId = user?.id ?? '';
  const [savers] = useState(() => createDeckSavers(userId, deck.id));
  const slideStates = useSyncExternalStore(savers.slides.subscribe, savers.slides.snapshot);
  const settingsStates = useSyncExternalStore(savers.settings.subscribe, savers.settings.snapshot);
  const opened = useRef(deck);

  useEffect(() => takeUp(savers, userId, opened.current), [savers, userId]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (savers.slides.hasUnsaved() || savers.settings.hasUnsaved()) event.preventDefault();
    };
    const sendNow = () => {
      void savers.slides.settle();
      void savers.settings.settle();
    };
    const onHidden = () => document.visibilityState === 'hidden' && sendNow();
    window.addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', onHidden);
      // Going to another page must not wait for the pause.
      sendNow();
    };
  }, [savers]);

  return { ...savers, slideStates, settingsState: settingsStates.get(settingsKey) };
}

function takeUp(savers: DeckSavers, userId: string, deck: Deck): void {
  if (!deck.mayEdit) return;
  const place = `satgas.deck.${userId}.${deck.id}`;
  for (const [slideId, draft] of Object.entries(localDrafts(`${place}.slides`, slideFieldsSchema).all())) {
    const slide = deck.slides.find(({ id }) => id === slideId);
    // Of a slide that is gone: the server says so, and the words are offered with the slide put back.
    savers.slides.restore(slideId, draft, slide ? keptSlide(slide) : { version: draft.version, fields: draft.base });
  }
  const settings = localDrafts(`${place}.settings`, deckFieldsSchema).all()[settingsKey];
  if (settings) savers.settings.restore(settingsKey, settings, keptDeck(deck));
}

/** A slide as its editor sees it: with what was typed and is not on the server yet. */
export function withDraft(slide: Slide, state: SaveState<SlideFields> | undefined): Slide {
  if (!state) return slide;
  if ('fields' in state) return { ...slide, ...state.fields };
  const { version, fields } = state.kept;
  return version > slide.version ? { ...slide, ...fields, version } : slide;
}
