import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { startLiveUpdates } from '#client/lib/live.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import { useCan } from '#client/lib/session.ts';
import type { OriginRef } from '#shared/briefing/scene/scene.ts';
import { isWindowDeed, type KeyDeed } from './keyboard.ts';
import { homeOf, type Presentation } from './presentation.ts';
import type { Place } from './presenter-state.ts';
import type { Room } from './room.ts';
import { useSaying } from './said.ts';
import { forgetStart } from './start-time.ts';
import { useFullScreen } from './use-full-screen.ts';
import { useOffline } from './use-offline.ts';
import { usePresenter } from './use-presenter.ts';
import { useRecords } from './use-records.ts';

/** A tab of the presentation, from which the rooms of its windows are made. */
export function useShowing(presentation: Presentation) {
  const { t } = useTranslation('presenter');
  const navigate = useNavigate();
  const openOriginDrawer = useOrigin();
  const mayRecord = useCan('decision.record');
  const presenter = usePresenter(presentation);
  const isOffline = useOffline();
  const records = useRecords(presentation);
  const { said, say } = useSaying();
  const { give, state } = presenter;

  useEffect(startLiveUpdates, []);
  useEffect(() => forgetStart, []);

  // A number that was begun and not finished is forgotten, lest it jump a minute later.
  useEffect(() => {
    if (state.typed === '') return;
    const timer = setTimeout(() => give({ type: 'forgetTyped' }, 'audience'), 4_000);
    return () => clearTimeout(timer);
  }, [state.typed, give]);

  const openOrigin = (origin: OriginRef) => {
    if (isOffline) say(t('said.originOffline'));
    else openOriginDrawer?.(origin);
  };

  const leave = (place: Place) => {
    const costs = isOffline || records.state.waiting.length > 0;
    if (costs) give({ type: 'toggle', panel: 'leave' }, place);
    else void navigate(homeOf(presentation));
  };

  /** Undefined where the deed is done; else it is the window's to do. */
  const run = (deed: KeyDeed, place: Place): 'fullScreen' | 'presenterView' | undefined => {
    if (isWindowDeed(deed)) return deed.type;
    if (deed.type === 'toggle' && deed.panel === 'record' && !records.isPossible) {
      say(t(mayRecord ? 'said.recordNeedsEdition' : 'said.recordNotAllowed'));
      return undefined;
    }
    give(deed, place);
    return undefined;
  };

  return { presenter, records, isOffline, said, say, openOrigin, leave, run };
}

export type Showing = ReturnType<typeof useShowing>;

interface RoomOptions {
  place: Place;
  target: Document;
  isDeskOpen: boolean;
  /** Opens the speaker's window, or closes it. */
  onPresenterView: () => void;
}

/** The room of one window: full screen is the window's own. */
export function useRoomOf(showing: Showing, { place, target, isDeskOpen, onPresenterView }: RoomOptions): Room {
  const { t } = useTranslation('presenter');
  const fullScreen = useFullScreen(target);
  const { presenter, records, isOffline, say, openOrigin } = showing;
  return {
    place,
    presenter,
    records,
    isOffline,
    fullScreen,
    isDeskOpen,
    openOrigin,
    say,
    leave: () => showing.leave(place),
    run: (deed) => {
      const left = showing.run(deed, place);
      if (left === 'presenterView') onPresenterView();
      if (left === 'fullScreen') void fullScreen.toggle().then((isDone) => isDone || say(t('said.noFullScreen')));
    },
  };
}
