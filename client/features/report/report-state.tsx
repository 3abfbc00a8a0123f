import {
  IconArrowBackUp,
  IconCircleCheckFilled,
  IconClockHour4,
  IconPencil,
  IconPencilPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BadgeTone } from '#client/theme.ts';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { ReportHead } from '#shared/report.ts';

const looks = {
  not_started: { tone: 'no_data', icon: IconPencilPlus },
  draft: { tone: 'attention', icon: IconPencil },
  submitted: { tone: 'no_data', icon: IconClockHour4 },
  verified: { tone: 'on_track', icon: IconCircleCheckFilled },
  returned: { tone: 'returned', icon: IconArrowBackUp },
} as const satisfies Record<ReportHead['state'], { tone: BadgeTone; icon: typeof IconPencil }>;

/** Where the report stands: icon, word and colour. */
export function ReportState({ report }: { report: Pick<ReportHead, 'state' | 'hasPendingCorrections'> }) {
  const { t } = useTranslation('report');
  const { tone, icon: Icon } = looks[report.state];
  const label = report.hasPendingCorrections ? t('state.correcting') : t(`state.${report.state}`);
  return (
    <StatusBadge
      tone={report.hasPendingCorrections ? 'attention' : tone}
      label={label}
      icon={<Icon size={13} aria-hidden />}
    />
  );
}
