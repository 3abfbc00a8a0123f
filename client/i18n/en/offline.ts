import type { offline as indonesian } from '#client/i18n/id/offline.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const offline: Translation<typeof indonesian> = {
  kept: 'Kept on this device from {{when}} – not yet refreshed.',
  refresh: 'Refresh',
  notHere: 'This page is not available without a network yet.',
  notHereReports:
    'This page is not available without a network yet. The reports due from you can still be opened and filled in.',
  notKept:
    'What this page shows is not kept on this device yet. Once it has been opened with a network, it opens without one as well.',
  toReports: 'Open Reporting',
  update: {
    title: 'A new version is ready',
    text: 'Reload whenever you are ready. What you have typed is safe.',
  },
  missing: {
    title: 'A part of the application could not be loaded',
    text: 'The connection was lost, or the application has just been updated. What was saved is safe; reload to continue.',
  },
};
