import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { renewSession } from '#client/lib/session.ts';

/** After sign-in: learns who we are now, then opens the page. */
export function useEnter(): (path: string) => Promise<void> {
  const navigate = useNavigate();
  return useCallback(
    async (path) => {
      await renewSession();
      await navigate(path, { replace: true });
    },
    [navigate],
  );
}
