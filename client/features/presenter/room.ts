import { createContext, use } from 'react';
import type { OriginRef } from '#shared/briefing/scene/scene.ts';
import type { KeyDeed } from './keyboard.ts';
import type { Place } from './presenter-state.ts';
import type { FullScreen } from './use-full-screen.ts';
import type { Presenter } from './use-presenter.ts';
import type { Records } from './use-records.ts';

/** What every part of a window of the presentation works with. */
export interface Room {
  place: Place;
  presenter: Presenter;
  records: Records;
  isOffline: boolean;
  fullScreen: FullScreen;
  /** Whether a speaker's window is open beside this one. */
  isDeskOpen: boolean;
  /** A key, a gesture and a button that mean the same do the same. */
  run: (deed: KeyDeed) => void;
  openOrigin: (origin: OriginRef) => void;
  /** Says something at the foot of the window for a while. */
  say: (words: string) => void;
  leave: () => void;
}

export const RoomContext = createContext<Room | undefined>(undefined);

export function useRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error('A part of a presentation was drawn outside of one.');
  return room;
}
