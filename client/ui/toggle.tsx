import type { ReactNode } from 'react';
import classes from './toggle.module.css';

type ToggleProps = { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void };

/** A switch made of the browser's own checkbox: it belongs to pages of which a slow connection waits for every byte. */
export function Toggle({ label, checked, onChange }: ToggleProps) {
  return (
    <label className={classes.toggle}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className={classes.track}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
