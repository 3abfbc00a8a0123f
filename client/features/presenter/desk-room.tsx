import { Desk } from './desk.tsx';
import { type Presentation, windowAddress } from './presentation.ts';
import { RoomContext } from './room.ts';
import { SaidContext } from './said.ts';
import { useKeys } from './use-keys.ts';
import { useRoomOf, useShowing } from './use-room.ts';
import { useWakeLock } from './use-wake-lock.ts';

interface DeskRoomProps {
  presentation: Presentation;
  isOriginOpen: boolean;
}

/**
 * The speaker's screen as a page of its own: what the second window becomes when the first is closed or loaded anew. The
 * windows of one showing stay in step by messages.
 */
export function DeskRoom({ presentation, isOriginOpen }: DeskRoomProps) {
  const showing = useShowing(presentation);
  const { presenter, said } = showing;
  const { session, state } = presenter;
  const { index, startedAt } = state.show;
  const audienceAddress = windowAddress(presentation, 'audience', { index, session, startedAt });
  const room = useRoomOf(showing, {
    place: 'desk',
    target: document,
    isDeskOpen: true,
    onPresenterView: () => void window.open(audienceAddress, '_blank', 'noopener'),
  });
  useWakeLock();
  useKeys(window, {
    isPaused: isOriginOpen || state.panel?.place === 'desk',
    hasTyped: state.typed !== '',
    run: room.run,
  });
  return (
    <SaidContext value={said}>
      <RoomContext value={room}>
        <Desk audienceAddress={audienceAddress} />
      </RoomContext>
    </SaidContext>
  );
}
