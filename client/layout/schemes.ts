import type { MantineColorScheme } from '@mantine/core';
import { type Icon, IconDeviceLaptop, IconMoon, IconSun } from '@tabler/icons-react';

export const schemes: readonly { id: MantineColorScheme; icon: Icon }[] = [
  { id: 'light', icon: IconSun },
  { id: 'dark', icon: IconMoon },
  { id: 'auto', icon: IconDeviceLaptop },
];
