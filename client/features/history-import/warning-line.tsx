import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './history-import.module.css';

/** Something to be seen before going on: an icon and words. */
export function WarningLine({ children, isAlert = false }: { children: ReactNode; isAlert?: boolean }) {
  return (
    <p className={classes.warning} role={isAlert ? 'alert' : undefined}>
      <IconAlertTriangle size={16} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
