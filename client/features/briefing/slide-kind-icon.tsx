import {
  IconAdjustments,
  IconAlertTriangle,
  IconArrowsDiff,
  IconChartBar,
  IconGridDots,
  IconLayoutGrid,
  IconListCheck,
  IconMap2,
  IconPercentage,
  IconPresentation,
  IconProgressCheck,
  IconScale,
  IconTextCaption,
  IconTrophy,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { SlideKind } from '#shared/briefing/slide.ts';

const icons: Record<SlideKind, ComponentType<{ size?: number; 'aria-hidden'?: boolean }>> = {
  cover: IconPresentation,
  situation: IconLayoutGrid,
  issue: IconAdjustments,
  regencies: IconChartBar,
  heat_map: IconGridDots,
  tile_map: IconMap2,
  inflation: IconPercentage,
  two_truths: IconScale,
  small_wins: IconTrophy,
  obstacles: IconAlertTriangle,
  completeness: IconProgressCheck,
  action_items: IconListCheck,
  changes: IconArrowsDiff,
  text: IconTextCaption,
};

export function SlideKindIcon({ kind, size = 18 }: { kind: SlideKind; size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} aria-hidden />;
}
