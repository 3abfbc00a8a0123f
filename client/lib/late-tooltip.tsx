import type { TooltipProps } from '@mantine/core';
import { type ComponentType, type RefObject, useEffect, useState } from 'react';
import { whenIdle } from './when-idle.ts';

interface LateTooltipProps {
  label: string;
  target: RefObject<HTMLElement | null>;
}

const events = { hover: true, focus: true, touch: true };

/** The tooltip of an element that stands in the frame: its code comes when the browser is idle, and nothing waits for it. */
export function LateTooltip(props: LateTooltipProps) {
  const [Tooltip, setTooltip] = useState<ComponentType<TooltipProps>>();
  useEffect(
    () =>
      whenIdle(() => {
        import('./tooltip.ts').then((module) => setTooltip(() => module.Tooltip)).catch(() => undefined);
      }),
    [],
  );
  return Tooltip && <Tooltip {...props} events={events} />;
}
