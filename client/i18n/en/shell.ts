import type { shell as indonesian } from '#client/i18n/id/shell.ts';
import type { Translation } from '#client/i18n/translation.ts';

export const shell: Translation<typeof indonesian> = {
  product: 'Satgas 4+1',
  skip: 'Skip to content',
  landmark: {
    nav: 'Main navigation',
    bottomNav: 'Main destinations',
  },
  nav: {
    menu: 'Menu',
    openMenu: 'Open menu',
    closeMenu: 'Close menu',
    overview: 'Overview',
    issues: 'Priority issues',
    work: 'Work',
    reporting: 'Reporting',
    verification: 'Verification',
    completeness: 'Completeness',
    restatements: 'Restatements',
    coordination: 'Coordination',
    briefing: 'Briefing',
    smallWins: 'Small wins',
    manage: 'Manage',
    account: 'My account',
    reportsDue: 'Reports waiting for you: {{count}}',
  },
  demo: {
    tag: 'Sample data',
    hint: 'The figures on this screen are samples to try things out. They are not official data.',
  },
  live: {
    live: 'Live',
    connecting: 'Connecting…',
    offline: 'Disconnected',
    liveHint: 'Connected. Changes by others appear by themselves.',
    connectingHint: 'Connecting to the server.',
    offlineHint:
      'The connection is lost. Figures on screen may not be the latest; the application keeps trying to reconnect.',
  },
  search: {
    button: 'Search or open…',
    label: 'Search or open a page, an issue or an area',
    placeholder: 'Type the name of a page, issue, regency or district',
    nothing: 'Nothing matches. Try part of a name, or an area code such as 76.04.',
    loadingAreas: 'The list of areas is loading…',
    areasFailed: 'The list of areas could not be loaded. Pages and issues can still be opened.',
    group: {
      pages: 'Pages',
      issues: 'Priority issues',
      regencies: 'Regencies',
      districts: 'Districts',
    },
    inRegency: 'District in {{regency}}',
  },
  language: {
    label: 'Language',
    current: 'Language: English',
    id: 'Indonesia',
    en: 'English',
    failed: 'The language could not be loaded. Check the connection and try again.',
  },
  scheme: {
    label: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    auto: 'Follow the device',
    current: 'Appearance: {{scheme}}',
  },
  account: {
    menu: 'Account of {{name}}',
    profile: 'My account',
    signOut: 'Sign out',
    signIn: 'Sign in',
    signOutFailed:
      'You are not signed out yet, because the server was not reached. Try again before leaving this device.',
  },
  session: {
    endedTitle: 'Your session has ended',
    ended: 'What was saved is safe. Sign in again to go on from this page.',
  },
  page: {
    changed: 'Page {{title}} opened',
    loading: 'Loading the page…',
  },
  notFound: {
    title: 'Page not found',
    text: 'This address leads to no page. The link may have been cut short when it was copied.',
    home: 'Open the overview',
  },
  forbidden: {
    title: 'You may not open this page',
    text: 'Your role ({{role}}) does not include this page. If your work needs it, ask an administrator for the right role.',
  },
  error: {
    title: 'This page cannot be shown',
    offlineTitle: 'The server was not reached',
    offlineText: 'What was saved is safe. Check the internet connection, then try again.',
    scriptTitle: 'This page was not loaded',
    scriptText:
      'The part of the application for this page could not be fetched: the connection dropped or the application was just updated. What was saved is safe; reload to go on.',
    detail: 'Details for technical staff',
  },
};
