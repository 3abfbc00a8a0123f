import { createElement, type ReactNode, useId } from 'react';
import classes from './panel.module.css';

export type HeadingLevel = 2 | 3 | 4;

type PanelProps = {
  /** The finding or the question the panel answers. */
  title: ReactNode;
  subtitle?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** Source line and the like. */
  footer?: ReactNode;
  headingLevel?: HeadingLevel;
  className?: string;
  children: ReactNode;
};

/** A card with a heading: a landmark that a screen reader can jump to. */
export function Panel({ title, subtitle, actions, footer, headingLevel = 2, className, children }: PanelProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={[classes.panel, className].filter(Boolean).join(' ')} data-panel>
      <div className={classes.head}>
        <div className={classes.words}>
          {createElement(`h${headingLevel}`, { id: titleId, className: classes.title }, title)}
          {subtitle && <p className={classes.subtitle}>{subtitle}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      <div className={classes.body}>{children}</div>
      {footer && <div className={classes.footer}>{footer}</div>}
    </section>
  );
}
