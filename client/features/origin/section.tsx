import { type ReactNode, useId } from 'react';
import classes from './origin.module.css';

/** A part of the drawer under a heading of its own. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <h4 id={id} className={classes.heading}>
        {title}
      </h4>
      {children}
    </section>
  );
}

/** Pairs of a word and what is known; a pair without knowledge is left out. */
export function Facts({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  const known = items.filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '');
  return (
    <dl className={classes.facts}>
      {known.map(({ label, value }) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
