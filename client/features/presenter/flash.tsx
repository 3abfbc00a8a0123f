import classes from './flash.module.css';
import { useSaid } from './said.ts';

/** What was said last, at the foot of the window; read out as well. */
export function Flash() {
  const words = useSaid();
  return (
    <div role="status" className={classes.place}>
      {words && <p className={classes.words}>{words}</p>}
    </div>
  );
}
