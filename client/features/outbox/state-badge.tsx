import {
  IconAlertOctagonFilled,
  IconArrowsExchange,
  IconCloudOff,
  IconFileDiff,
  IconHistory,
  IconLoader2,
  IconPencil,
  IconStack2,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BadgeTone } from '#client/theme.ts';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import classes from './outbox.module.css';
import type { ItemState } from './outbox-groups.ts';

export type ShownState = ItemState | 'unfinished' | 'setAside';

const looks: Record<ShownState, { tone: BadgeTone; icon: typeof IconPencil }> = {
  waiting: { tone: 'no_data', icon: IconCloudOff },
  afterOthers: { tone: 'no_data', icon: IconStack2 },
  sending: { tone: 'no_data', icon: IconLoader2 },
  setAside: { tone: 'no_data', icon: IconHistory },
  refused: { tone: 'critical', icon: IconAlertOctagonFilled },
  conflict: { tone: 'attention', icon: IconArrowsExchange },
  reportChanged: { tone: 'attention', icon: IconFileDiff },
  unfinished: { tone: 'attention', icon: IconPencil },
};

/** What an item is doing: an icon and a word, which the colour only repeats. */
export function StateBadge({ state }: { state: ShownState }) {
  const { t } = useTranslation('outbox');
  const { tone, icon: Icon } = looks[state];
  return (
    <StatusBadge
      tone={tone}
      label={t(`state.${state}`)}
      icon={<Icon size={13} stroke={2} aria-hidden className={state === 'sending' ? classes.spin : undefined} />}
    />
  );
}
