import type { Migration } from 'kysely';
import * as reference from './0001-reference.ts';
import * as reporting from './0002-reporting.ts';
import * as accounts from './0003-accounts.ts';
import * as briefing from './0004-briefing.ts';
import * as submission from './0005-submission.ts';
import * as notification from './0006-notification.ts';
import * as historyImport from './0007-history-import.ts';

/** In the order they run. A migration that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-reference': reference,
  '0002-reporting': reporting,
  '0003-accounts': accounts,
  '0004-briefing': briefing,
  '0005-submission': submission,
  '0006-notification': notification,
  '0007-history-import': historyImport,
};
