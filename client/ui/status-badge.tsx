import type { ReactNode } from 'react';
import { type StatusTone, statusColor } from '#client/theme.ts';
import classes from './badge.module.css';
import { StatusIcon } from './status-icon.tsx';

type StatusBadgeProps = {
  tone: StatusTone;
  /** The word that carries the meaning; icon and colour only repeat it. */
  label: ReactNode;
  /** In place of the tone's own icon. */
  icon?: ReactNode;
};

export function StatusBadge({ tone, label, icon }: StatusBadgeProps) {
  return (
    <span
      className={classes.badge}
      style={{ background: statusColor(tone, 'bg'), color: statusColor(tone, 'fg') }}
      data-tone={tone}
    >
      {icon ?? <StatusIcon status={tone} size={13} />}
      <span>{label}</span>
    </span>
  );
}
