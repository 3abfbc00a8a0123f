export const calendar = {
  title: 'Calendar',
  lead: 'Meetings, your agency’s follow-up and its report deadlines, in your own calendar application.',
  none: 'There is no calendar link yet.',
  madeAt: 'The link was made {{at}}. Its address cannot be shown again, for safety; make a new one if it is lost.',
  address: 'Your calendar’s address',
  once: 'Shown this once only. Whoever holds it can read your calendar.',
  how: 'In Google Calendar choose “Other calendars”, then “From URL”. In Outlook choose “Add calendar”, then “Subscribe from web”.',
  make: 'Make a calendar link',
  renew: 'Make a new link',
  revoke: 'Revoke the link',
  revoked: 'The calendar link is revoked. The old address no longer works.',
  confirm: {
    renewTitle: 'Make a new link?',
    renew: 'The old one stops working at once. Put the new one into your calendar application.',
    revokeTitle: 'Revoke the calendar link?',
    revoke: 'Calendar applications that use it are no longer brought up to date.',
  },
} as const;
