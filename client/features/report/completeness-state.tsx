import {
  IconAlertOctagonFilled,
  IconArrowBackUp,
  IconCheck,
  IconClockHour4,
  IconLock,
  IconMinus,
  IconPencil,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BadgeTone } from '#client/theme.ts';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { CompletenessCell } from '#shared/report/completeness.ts';
import { showsLock } from '#shared/report/lock.ts';

export type CompletenessKind = 'verified' | 'submitted' | 'returned' | 'draft' | 'waiting' | 'overdue';

const looks = {
  verified: { tone: 'on_track', icon: IconCheck },
  submitted: { tone: 'no_data', icon: IconClockHour4 },
  returned: { tone: 'returned', icon: IconArrowBackUp },
  draft: { tone: 'attention', icon: IconPencil },
  waiting: { tone: 'no_data', icon: IconMinus },
  overdue: { tone: 'critical', icon: IconAlertOctagonFilled },
} as const satisfies Record<CompletenessKind, { tone: BadgeTone; icon: typeof IconCheck }>;

/** What a report's cell says at a glance. Overdue is what was never handed in and should have been. */
export function completenessKind(cell: CompletenessCell): CompletenessKind {
  if (cell.state === 'verified' || cell.state === 'submitted' || cell.state === 'returned') return cell.state;
  if (cell.firstSubmittedAt === null && cell.daysLate > 0) return 'overdue';
  return cell.state === 'draft' ? 'draft' : 'waiting';
}

export function CompletenessState({ cell }: { cell: CompletenessCell }) {
  const { t } = useTranslation('completeness');
  const kind = completenessKind(cell);
  const { tone, icon: Icon } = looks[kind];
  return (
    <>
      <StatusBadge
        tone={tone}
        label={t(`state.${kind}`, { count: cell.daysLate })}
        icon={<Icon size={13} aria-hidden />}
      />
      {showsLock(cell) && (
        <StatusBadge tone="no_data" label={t('state.locked')} icon={<IconLock size={13} aria-hidden />} />
      )}
    </>
  );
}
