import { useEffect, useRef } from 'react';
import { useDataVersion, useLiveState } from '#client/lib/live.ts';
import { useSession } from '#client/lib/session.ts';
import { checkForUpdate, keepApplication } from './app-update.ts';
import { keepAnswers } from './keep-answers.ts';
import { keepDueReports } from './keep-due-reports.ts';
import { watchForMissingParts } from './missing-part.ts';
import { OfflineNotes } from './offline-notes.tsx';
import { watchSession } from './session-tabs.ts';

const firstMs = 1_500;
const gapMs = 5 * 60_000;

/** What goes on beside the pages so that the application works without a network. */
export function DeviceHost() {
  const { user } = useSession();
  const live = useLiveState();
  const version = useDataVersion();
  const next = useRef(Date.now() + firstMs);
  const done = useRef<string>(undefined);

  useEffect(() => {
    watchSession();
    keepAnswers();
    watchForMissingParts();
    void keepApplication();
  }, []);

  useEffect(() => {
    if (live === 'live') checkForUpdate();
  }, [live]);

  // Other data may mean other reports; nobody's reports are another's.
  const wanted = user ? `${user.id} ${version ?? ''}` : undefined;
  useEffect(() => {
    if (wanted === undefined || wanted === done.current || live === 'offline' || !navigator.onLine) return;
    const run = () => {
      next.current = Date.now() + gapMs;
      keepDueReports().then(
        () => {
          done.current = wanted;
        },
        () => {
          next.current = Date.now() + firstMs;
        },
      );
    };
    const timer = setTimeout(run, Math.max(0, next.current - Date.now()));
    return () => clearTimeout(timer);
  }, [wanted, live]);

  return <OfflineNotes />;
}
