import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Desk } from './desk.tsx';
import { type KeptFont, keepFonts } from './popup-window.ts';
import { type Presentation, windowAddress } from './presentation.ts';
import { RoomContext } from './room.ts';
import { SaidContext } from './said.ts';
import { Stage } from './stage.tsx';
import { useDeskWindow } from './use-desk-window.ts';
import { useKeys } from './use-keys.ts';
import { useRoomOf, useShowing } from './use-room.ts';
import { useWakeLock } from './use-wake-lock.ts';

interface AudienceRoomProps {
  presentation: Presentation;
  /** The origin of a figure lies over the slide; it has the keys. */
  isOriginOpen: boolean;
  closeOrigin: () => void;
}

/** The audience's screen, and beside it the speaker's in a window of its own. */
export function AudienceRoom({ presentation, isOriginOpen, closeOrigin }: AudienceRoomProps) {
  const { t } = useTranslation('presenter');
  const showing = useShowing(presentation);
  const { presenter, records, isOffline, said } = showing;
  const { session, state } = presenter;
  const fonts = useKeptFonts();
  const desk = useDeskWindow({
    name: `satgas-pembicara-${session}`,
    title: t('deskTitle', { title: presentation.title }),
    fonts,
    handover: () => {
      if (isOffline) return undefined;
      const { index, startedAt } = state.show;
      return windowAddress(presentation, 'desk', { index, session, startedAt });
    },
  });
  const onPresenterView = desk.isOpen ? desk.close : desk.open;
  const rooms = { isDeskOpen: desk.isOpen, onPresenterView };
  const mainPlace = desk.isSplit ? 'desk' : 'audience';
  const room = useRoomOf(showing, { place: mainPlace, target: document, ...rooms });
  const deskRoom = useRoomOf(showing, { place: 'desk', target: desk.popup?.document ?? document, ...rooms });
  const hasTyped = state.typed !== '';
  const panelPlace = state.panel?.place;

  useWakeLock();
  useKeys(window, { isPaused: isOriginOpen || panelPlace === mainPlace, hasTyped, run: room.run });
  useKeys(desk.popup, { isPaused: panelPlace === 'desk', hasTyped, run: deskRoom.run });
  useLeaveWarning(records.state.waiting.length > 0 || isOffline);

  return (
    <SaidContext value={said}>
      <RoomContext value={room}>{desk.isSplit ? <Desk notice={t('desk.blocked')} /> : <Stage />}</RoomContext>
      {desk.root &&
        createPortal(
          <RoomContext value={deskRoom}>
            <Desk onCloseOrigin={isOriginOpen ? closeOrigin : undefined} />
          </RoomContext>,
          desk.root,
        )}
    </SaidContext>
  );
}

/** The browser asks before the tab is closed where it could not be opened again, or with something unsent. */
function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}

/** Kept while there is a network, so that the second window has them without one. */
function useKeptFonts(): readonly KeptFont[] {
  const [fonts, setFonts] = useState<readonly KeptFont[]>([]);
  useEffect(() => {
    let isGone = false;
    void keepFonts(document, ['Arimo']).then((kept) => {
      if (!isGone) setFonts(kept);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return fonts;
}
