import type { ReactNode } from 'react';
import classes from './page-header.module.css';

type PageHeaderProps = {
  title: ReactNode;
  /** Stands beside the title: a month picker, a state badge. */
  beside?: ReactNode;
  /** A short fact in small type: cut-off, coverage, deadline. */
  meta?: ReactNode;
  /** One sentence on what the page is for. */
  description?: ReactNode;
  /** Buttons and switches; at the right end on a wide screen, on a line of their own on a phone. */
  children?: ReactNode;
};

export function PageHeader({ title, beside, meta, description, children }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1 className={classes.title}>{title}</h1>
        {beside}
        {meta && <span className={classes.meta}>{meta}</span>}
      </div>
      {children && (
        <div className={classes.controls} data-no-print>
          {children}
        </div>
      )}
      {description && <p className={classes.description}>{description}</p>}
    </header>
  );
}
