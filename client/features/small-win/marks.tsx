import {
  IconArrowBackUp,
  IconClockHour4,
  IconMoodSad,
  IconMoodSmile,
  IconPencil,
  IconShieldCheck,
  IconWorld,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BadgeTone } from '#client/theme.ts';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { News, SmallWinState } from '#shared/small-win.ts';
import classes from './marks.module.css';

/** Good or bad news: a face and a word. */
export function NewsMark({ news }: { news: News }) {
  const { t } = useTranslation('smallWins');
  const Icon = news === 'good' ? IconMoodSmile : IconMoodSad;
  return (
    <span className={classes.news} data-news={news}>
      <Icon size={16} aria-hidden />
      {t(`news.${news}`)}
    </span>
  );
}

const states = {
  draft: { tone: 'no_data', Icon: IconPencil },
  submitted: { tone: 'attention', Icon: IconClockHour4 },
  returned: { tone: 'returned', Icon: IconArrowBackUp },
  verified: { tone: 'on_track', Icon: IconShieldCheck },
  published: { tone: 'achieved', Icon: IconWorld },
} as const satisfies Record<SmallWinState, { tone: BadgeTone; Icon: typeof IconWorld }>;

export function StateBadge({ state }: { state: SmallWinState }) {
  const { t } = useTranslation('smallWins');
  const { tone, Icon } = states[state];
  return <StatusBadge tone={tone} icon={<Icon size={13} aria-hidden />} label={t(`state.${state}`)} />;
}
