import type { RouterOutput } from '#client/lib/trpc.ts';

export type AgencyRow = RouterOutput['agency']['list'][number];

export type AgencyState = 'current' | 'future' | 'closed';
export const agencyStates: readonly AgencyState[] = ['current', 'future', 'closed'];

export function stateOf({ validFrom, validTo }: Pick<AgencyRow, 'validFrom' | 'validTo'>, today: string): AgencyState {
  if (validFrom > today) return 'future';
  return validTo !== null && validTo < today ? 'closed' : 'current';
}

/** Whether anything refers to it: then it is ended, never removed. */
export function isUsed({ usage, successors }: AgencyRow): boolean {
  return successors.length > 0 || Object.values(usage).some((count) => count > 0);
}
