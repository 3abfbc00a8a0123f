import type { ComponentProps } from 'react';
import classes from './icon-button.module.css';

/** A button of one sign, for the frame of every page: of it a slow connection waits for every byte. */
export function IconButton(props: ComponentProps<'button'>) {
  return <button type="button" {...props} className={classes.button} />;
}
