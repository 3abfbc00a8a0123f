import type { StatusTone } from '#client/theme.ts';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { ClaimResult, SmallWinClaim } from '#shared/small-win.ts';
import { useClaimText } from './claim-text.ts';

export const claimTones = {
  matches: 'on_track',
  differs: 'attention',
  no_figure: 'no_data',
} as const satisfies Record<ClaimResult, StatusTone>;

export function ClaimBadge({ claim }: { claim: SmallWinClaim }) {
  const text = useClaimText();
  return <StatusBadge tone={claimTones[claim.result]} label={text.verdict(claim)} />;
}
