import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './form-error.module.css';

/** What went wrong with a whole form, read out when it appears; nothing without a text. */
export function FormError({ children }: { children: string | undefined }) {
  if (!children) return null;
  return (
    <div role="alert" className={classes.error}>
      <IconAlertTriangle size={18} aria-hidden />
      <span>{children}</span>
    </div>
  );
}
