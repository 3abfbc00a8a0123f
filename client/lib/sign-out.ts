import { AppClientError } from './app-error.ts';
import { forgetAll } from './kept/kept-answers.ts';
import { presentUser, tellTabs } from './kept/session-tabs.ts';
import { leave } from './leave-page.ts';

/**
 * Ends the session on the server, and takes all that is this person's off the device, what waits to be sent included:
 * ask first. The other tabs start anew. The caller then leaves the page (`leavePage`), so that nothing stays in memory.
 * @throws AppClientError, or what fetch throws, when the server was not reached; then everything is as it was
 */
export async function signOut(): Promise<void> {
  const response = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new AppClientError('UNEXPECTED_ANSWER', { status: response.status });
  leave();
  const userId = presentUser();
  tellTabs(undefined);
  // A browser that does not let the application store anything has nothing to be taken away.
  if (userId !== undefined) await forgetAll(userId).catch(() => undefined);
}
