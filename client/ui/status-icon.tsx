import {
  IconAlertOctagonFilled,
  IconAlertTriangle,
  IconCheck,
  IconCircleCheckFilled,
  IconMinus,
} from '@tabler/icons-react';
import type { StatusTone } from '#client/theme.ts';

/** Five shapes that differ without colour. Takes the colour of the text around it. */
const icons = {
  achieved: IconCircleCheckFilled,
  on_track: IconCheck,
  attention: IconAlertTriangle,
  critical: IconAlertOctagonFilled,
  no_data: IconMinus,
} as const;

type StatusIconProps = { status: StatusTone; size?: number };

export function StatusIcon({ status, size = 14 }: StatusIconProps) {
  const Icon = icons[status];
  return <Icon size={size} stroke={2.4} aria-hidden style={{ flex: 'none' }} />;
}
