import { CardSkeleton, ChartSkeleton } from '#client/ui/skeletons.tsx';
import classes from './overview-skeleton.module.css';

const cardKeys = ['ke', 'st', 'ats', 'pa', 'inf'];

/** Keeps the places of cards and panels while the answer is on its way. */
export function OverviewSkeleton() {
  return (
    <>
      <div className={classes.cards}>
        {cardKeys.map((key) => (
          <CardSkeleton key={key} height={280} />
        ))}
      </div>
      <ChartSkeleton height={280} />
    </>
  );
}
