import { useSyncExternalStore } from 'react';
import type { SpotStore } from './spot-store.ts';
import classes from './stage.module.css';

/** The spot that follows the pointer, in every window that shows the slide. */
export function PointerSpot({ spots }: { spots: SpotStore }) {
  const spot = useSyncExternalStore(spots.subscribe, spots.current);
  if (!spot) return null;
  return <div className={classes.spot} style={{ left: `${spot.x * 100}%`, top: `${spot.y * 100}%` }} data-spot />;
}
