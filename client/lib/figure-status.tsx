import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { StatusAnswer } from '#shared/figure.ts';

/** The status in a word; where there is none, the reason in its place: a figure without a target is not "no data". */
export function FigureStatus({ status: { status, reason } }: { status: Pick<StatusAnswer, 'status' | 'reason'> }) {
  const { t } = useTranslation(['figure', 'charts']);
  return <StatusBadge tone={status} label={t(reason ? `reason.${reason}` : `charts:status.${status}`)} />;
}
