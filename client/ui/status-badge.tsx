import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type BadgeTone, badgeColor } from '#client/theme.ts';
import classes from './badge.module.css';
import { StatusIcon } from './status-icon.tsx';

type StatusBadgeProps = {
  tone: BadgeTone;
  /** The word that carries the meaning; icon and colour only repeat it. */
  label: ReactNode;
  /** In place of the tone's own icon. */
  icon?: ReactNode;
};

export function StatusBadge({ tone, label, icon }: StatusBadgeProps) {
  const own = tone === 'returned' ? <IconArrowBackUp size={13} aria-hidden /> : <StatusIcon status={tone} size={13} />;
  return (
    <span
      className={classes.badge}
      style={{ background: badgeColor(tone, 'bg'), color: badgeColor(tone, 'fg') }}
      data-tone={tone}
    >
      {icon ?? own}
      <span>{label}</span>
    </span>
  );
}
