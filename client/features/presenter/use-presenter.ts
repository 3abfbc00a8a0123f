import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import type { ColorScheme } from '#shared/briefing/scene/palette.ts';
import type { Scene } from '#shared/briefing/scene/scene.ts';
import type { Presentation } from './presentation.ts';
import { newId, showingName } from './presenter-session.ts';
import {
  type Command,
  type Place,
  type PresenterState,
  presenterReducer,
  type Show,
  startPresentation,
} from './presenter-state.ts';
import { sceneShelf } from './scene-shelf.ts';
import { ShowSync } from './show-sync.ts';
import { SpotStore } from './spot-store.ts';
import { keepStart, keptStart } from './start-time.ts';

const schemeKey = 'satgas.presenter.scheme';

export interface Presenter {
  presentation: Presentation;
  state: PresenterState;
  /** The name that the windows of this showing share. */
  session: string;
  give: (command: Command, place: Place) => void;
  sceneOf: (index: number) => Scene;
  spots: SpotStore;
}

/**
 * The state of a presentation in one tab, kept in step with the other windows of the same showing; the slide's number
 * stands in the address, so that a reload comes back to it.
 */
export function usePresenter(presentation: Presentation): Presenter {
  const locale = useLocale();
  const [params, setParams] = useSearchParams();
  const [session] = useState(() => showingName(params.get('sesi')));
  const [spots] = useState(() => new SpotStore());
  const [state, dispatch] = useReducer(presenterReducer, undefined, () =>
    startPresentation(presentation.slides.length, {
      index: Number(params.get('slide') ?? 1) - 1 || 0,
      screen: 'slide',
      scheme: keptScheme(),
      isPointerOn: false,
      startedAt: Number(params.get('mulai')) || keptStart(session, presentation.id),
    }),
  );
  const { show } = state;

  const give = useCallback((command: Command, place: Place) => dispatch({ ...command, place }), []);
  const shelf = useMemo(() => sceneShelf(presentation, locale), [presentation, locale]);

  useShowSync(presentation, {
    session,
    show,
    spots,
    adopt: (other) => give({ type: 'adopt', show: other }, 'audience'),
  });

  // The address follows the slide; the origin of a figure lies in the same address and must stay there.
  const wantedSlide = String(show.index + 1);
  const isInAddress = params.get('slide') === wantedSlide;
  useEffect(() => {
    if (isInAddress) return;
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        next.set('slide', wantedSlide);
        // The origin of a number asks for the same data as the slide holds.
        if (presentation.data === 'provisional') next.set('data', 'sementara');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [isInAddress, wantedSlide, presentation.data, setParams]);

  useEffect(() => keepScheme(show.scheme), [show.scheme]);
  useEffect(() => keepStart(session, presentation.id, show.startedAt), [session, presentation.id, show.startedAt]);

  return { presentation, state, session, give, sceneOf: shelf, spots };
}

interface Synced {
  session: string;
  show: Show;
  spots: SpotStore;
  adopt: (show: Show) => void;
}

function useShowSync({ kind, id }: Presentation, { session, show, spots, adopt }: Synced): void {
  const sync = useRef<ShowSync>(undefined);
  const latest = useRef({ show, adopt });
  latest.current = { show, adopt };

  useEffect(() => {
    if (!('BroadcastChannel' in window)) return;
    const made = new ShowSync({
      line: new BroadcastChannel(`satgas.presenter.${kind}.${id}.${session}`),
      from: newId(),
      onShow: (other) => latest.current.adopt(other),
      onSpot: (spot) => spots.show(spot),
    });
    sync.current = made;
    made.begin(latest.current.show);
    made.join();
    spots.onMove = (spot) => made.point(spot);
    return () => {
      sync.current = undefined;
      spots.onMove = undefined;
      made.close();
    };
  }, [kind, id, session, spots]);

  useEffect(() => sync.current?.publish(show), [show]);
}

/** A room is seldom dark enough for dark slides, so they are light until somebody says otherwise on this device. */
function keptScheme(): ColorScheme {
  try {
    return localStorage.getItem(schemeKey) === 'dark' ? 'dark' : 'light';
  } catch {
    return 'light';
  }
}

function keepScheme(scheme: ColorScheme): void {
  try {
    localStorage.setItem(schemeKey, scheme);
  } catch {
    // The choice then lasts as long as the presentation.
  }
}
