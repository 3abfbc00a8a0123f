import classes from './splash.module.css';

/** What is on screen while the first page loads: the mark, after a moment, so that a fast start does not blink. */
export function Splash() {
  return (
    <div className={classes.splash} aria-hidden>
      {'4+1'}
    </div>
  );
}
