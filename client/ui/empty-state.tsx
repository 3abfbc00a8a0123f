import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './state-message.module.css';

type EmptyStateProps = {
  title: ReactNode;
  /** What to do next. */
  children?: ReactNode;
  /** The button or link that does it. */
  action?: ReactNode;
  icon?: ReactNode;
};

export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className={classes.message}>
      {icon ?? <IconInbox size={28} stroke={1.5} aria-hidden />}
      <p className={classes.title}>{title}</p>
      {children && <p className={classes.text}>{children}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
