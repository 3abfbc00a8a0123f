import type { submission as source } from '#client/i18n/id/submission.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const submission: Translation<typeof source> = {
  kept: 'There is no network now. This submission is kept on the device and goes by itself once the network is back, after all of its figures.',
  signedOut: 'Your session has ended. This submission is kept on the device and goes once you have signed in again.',
  held: 'This submission waits: some cells have to be settled first.',
  sending: 'The report is being submitted.',
  waiting: 'Waiting to be submitted. Figures cannot be changed until it has gone or is taken back.',
  takeBack: 'Take back',
  changed:
    'Somebody changed this report after you submitted it, so it has not been submitted. Look at the figures, then submit again.',
  refused: 'This report has not been submitted. {{why}}',
  understood: 'Understood',
};
