import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { type IssueId, issueIds } from '#shared/indicator.ts';
import { actionItemFilters } from '#shared/meeting.ts';

export interface FollowUpFilter {
  state: (typeof actionItemFilters)[number];
  issueId: IssueId | undefined;
  agencyId: string | undefined;
}

const keys = { state: 'keadaan', issueId: 'isu', agencyId: 'opd' } as const;
/** The item a link leads to, whatever the filters are. */
export const namedKey = 'butir';

/** The filters live in the address; what is nonsense there is as if it were not. */
export function useFollowUpFilter() {
  const [params, setParams] = useSearchParams();
  const namedId = params.get(namedKey);
  const filter: FollowUpFilter = {
    state: actionItemFilters.find((each) => each === params.get(keys.state)) ?? 'unfinished',
    issueId: issueIds.find((each) => each === params.get(keys.issueId)),
    agencyId: params.get(keys.agencyId) ?? undefined,
  };
  const change = useCallback(
    (patch: Partial<FollowUpFilter>) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          next.delete(namedKey);
          for (const [name, value] of Object.entries(patch)) {
            const key = keys[name as keyof FollowUpFilter];
            if (value === undefined || value === 'unfinished') next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return { filter, change, namedId };
}
