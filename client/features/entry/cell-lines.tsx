import {
  IconAlertOctagonFilled,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCloudOff,
  IconMessage,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FindingState, ReportFinding } from '#shared/report/finding.ts';
import classes from './entry-grid.module.css';
import type { CellWords } from './use-cell-words.ts';

export type LineTone = 'block' | 'warn' | 'return' | 'returnEdited' | 'ok' | 'quiet' | 'offline';

const icons = {
  block: IconAlertOctagonFilled,
  warn: IconAlertTriangle,
  return: IconArrowBackUp,
  returnEdited: IconArrowBackUp,
  ok: IconCheck,
  quiet: IconMessage,
  offline: IconCloudOff,
} as const;

/** One message at a cell: an icon and words; the colour only repeats them. */
export function NoteLine({ tone, children }: { tone: LineTone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={classes[`${tone}Line`]}>
      <Icon size={12} stroke={2.4} aria-hidden className={classes.lineIcon} />
      <span>{children}</span>
    </span>
  );
}

export const findingTones: Record<FindingState, LineTone> = {
  blocked: 'block',
  reason_missing: 'block',
  explained: 'ok',
  warning: 'warn',
};

type FindingLineProps = { finding: ReportFinding; words: CellWords; isFull?: boolean | undefined };

export function FindingLine({ finding, words, isFull }: FindingLineProps) {
  return <NoteLine tone={findingTones[finding.state]}>{isFull ? words.full(finding) : words.short(finding)}</NoteLine>;
}
