import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { loadWords } from './i18n/index.ts';
import { AppLayout } from './layout/app-layout.tsx';
import { BareLayout } from './layout/bare-layout.tsx';
import { guard, skipWhenSignedIn } from './layout/guard.ts';
import { Splash } from './layout/splash.tsx';
import { loadSession } from './lib/session.ts';
import { ErrorPage, StartErrorPage } from './pages/error-page.tsx';
import { toFirstSection } from './pages/manage-sections.ts';
import { NotFoundPage } from './pages/not-found.tsx';

/** Pages, by the first of their dictionaries, where nothing is refused but what the first words name. */
const plainPages: readonly string[] = ['auth', 'entry'];

/**
 * Fetches a page's code and its words when it is first opened, at the same time as the route's loader runs. `words` are
 * the dictionaries that the page and what it opens need beside the first ones.
 */
function page(load: () => Promise<ComponentType>, words: readonly string[]): RouteObject['lazy'] {
  const all = plainPages.includes(words[0] ?? '') ? words : [...words, 'workErrors'];
  return { Component: async () => (await Promise.all([load(), loadWords(all)]))[0] };
}

const pages: RouteObject[] = [
  {
    index: true,
    lazy: page(
      async () => (await import('#client/pages/overview-page.tsx')).OverviewPage,
      ['overview', 'figure', 'charts'],
    ),
  },
  {
    path: 'isu/:slug',
    lazy: page(async () => (await import('#client/pages/issue-page.tsx')).IssuePage, ['issue', 'figure', 'charts']),
  },
  {
    path: 'wilayah/:code',
    lazy: page(async () => (await import('#client/pages/area-page.tsx')).AreaPage, ['area', 'figure', 'charts']),
  },
  {
    path: 'pelaporan',
    ...guard('report.enter'),
    lazy: page(async () => (await import('#client/pages/reporting-page.tsx')).ReportingPage, ['report']),
  },
  {
    path: 'pelaporan/:reportKey',
    ...guard('report.read'),
    lazy: page(async () => (await import('#client/pages/entry-page.tsx')).EntryPage, ['entry', 'report']),
  },
  {
    path: 'verifikasi',
    ...guard('report.verify'),
    lazy: page(
      async () => (await import('#client/pages/verification-page.tsx')).VerificationPage,
      ['verification', 'report'],
    ),
  },
  {
    path: 'kelengkapan',
    ...guard('completeness.read'),
    lazy: page(
      async () => (await import('#client/pages/completeness-page.tsx')).CompletenessPage,
      ['completeness', 'report', 'charts', 'notification'],
    ),
  },
  {
    path: 'koreksi',
    ...guard('restatement.read'),
    lazy: page(async () => (await import('#client/pages/restatements-page.tsx')).RestatementsPage, ['verification']),
  },
  {
    path: 'small-wins',
    lazy: page(async () => (await import('#client/pages/small-wins-page.tsx')).SmallWinsPage, ['smallWins']),
  },
  {
    path: 'small-wins/:id',
    lazy: page(
      async () => (await import('#client/pages/small-win-page.tsx')).SmallWinPage,
      ['smallWins', 'figure', 'charts'],
    ),
  },
  {
    path: 'briefing',
    ...guard('briefing.read'),
    lazy: page(async () => (await import('#client/pages/briefings-page.tsx')).BriefingsPage, ['briefing']),
  },
  {
    path: 'briefing/dek/:id',
    ...guard('briefing.read'),
    lazy: page(async () => (await import('#client/pages/deck-page.tsx')).DeckPage, ['briefing', 'figure', 'charts']),
  },
  {
    path: 'briefing/edisi/:id',
    ...guard('briefing.read'),
    lazy: page(
      async () => (await import('#client/pages/edition-page.tsx')).EditionPage,
      ['briefing', 'exporting', 'figure', 'charts'],
    ),
  },
  {
    path: 'briefing/bandingkan',
    ...guard('briefing.read'),
    lazy: page(
      async () => (await import('#client/pages/edition-comparison-page.tsx')).EditionComparisonPage,
      ['briefing', 'figure', 'charts'],
    ),
  },
  {
    path: 'koordinasi',
    ...guard('meeting.read'),
    lazy: page(async () => (await import('#client/pages/meetings-page.tsx')).MeetingsPage, ['meeting']),
  },
  {
    path: 'koordinasi/:id',
    ...guard('meeting.read'),
    lazy: page(async () => (await import('#client/pages/meeting-page.tsx')).MeetingPage, ['meeting', 'actionItem']),
  },
  {
    path: 'koordinasi/:id/notulen',
    ...guard('meeting.read'),
    lazy: page(async () => (await import('#client/pages/minutes-page.tsx')).MinutesPage, ['meeting', 'actionItem']),
  },
  {
    path: 'tindak-lanjut',
    ...guard('meeting.read'),
    lazy: page(
      async () => (await import('#client/pages/action-items-page.tsx')).ActionItemsPage,
      ['actionItem', 'meeting'],
    ),
  },
  {
    path: 'kelola',
    ...guard('manage.read'),
    lazy: page(async () => (await import('#client/pages/manage-page.tsx')).ManagePage, ['manage']),
    children: [
      { index: true, loader: toFirstSection },
      {
        path: 'pengguna',
        ...guard('user.manage'),
        lazy: page(async () => (await import('#client/pages/manage-users-page.tsx')).ManageUsersPage, ['users']),
      },
      {
        path: 'opd',
        ...guard('agency.manage'),
        lazy: page(
          async () => (await import('#client/pages/manage-agencies-page.tsx')).ManageAgenciesPage,
          ['agencies', 'assignments', 'manage', 'figure'],
        ),
      },
      {
        path: 'penugasan',
        ...guard('assignment.manage'),
        lazy: page(
          async () => (await import('#client/pages/manage-assignments-page.tsx')).ManageAssignmentsPage,
          ['assignments', 'manage', 'figure'],
        ),
      },
      {
        path: 'indikator',
        ...guard('indicator.manage'),
        lazy: page(
          async () => (await import('#client/pages/manage-indicators-page.tsx')).ManageIndicatorsPage,
          ['indicators', 'manage', 'figure'],
        ),
      },
      {
        path: 'target',
        ...guard('target.manage'),
        lazy: page(
          async () => (await import('#client/pages/manage-targets-page.tsx')).ManageTargetsPage,
          ['targets', 'manage', 'figure', 'charts'],
        ),
      },
      {
        path: 'tenggat',
        ...guard('deadline.manage'),
        lazy: page(
          async () => (await import('#client/pages/manage-deadlines-page.tsx')).ManageDeadlinesPage,
          ['deadlines', 'manage'],
        ),
      },
      {
        path: 'impor',
        ...guard('history.import'),
        lazy: page(
          async () => (await import('#client/pages/manage-history-import-page.tsx')).ManageHistoryImportPage,
          ['historyImport', 'manage'],
        ),
      },
      {
        path: 'audit',
        ...guard('audit.read'),
        lazy: page(
          async () => (await import('#client/pages/manage-audit-page.tsx')).ManageAuditPage,
          ['audit', 'manage', 'charts'],
        ),
      },
    ],
  },
  {
    path: 'akun',
    ...guard('session.manage'),
    lazy: page(
      async () => (await import('#client/pages/account-page.tsx')).AccountPage,
      ['account', 'auth', 'calendar', 'notification'],
    ),
  },
  { path: '*', Component: NotFoundPage },
];

/** Nothing stands around a presentation: the screen is the slide's. An edition and a live deck are presented alike. */
const presentations: RouteObject[] = ['briefing/edisi/:editionId/tayang', 'briefing/dek/:deckId/tayang'].flatMap(
  (path) => [
    {
      path,
      ...guard('briefing.read'),
      lazy: page(async () => (await import('#client/pages/present-page.tsx')).PresentPage, ['presenter']),
    },
    {
      path: `${path}/pembicara`,
      ...guard('briefing.read'),
      lazy: page(async () => (await import('#client/pages/presenter-view-page.tsx')).PresenterViewPage, ['presenter']),
    },
  ],
);

const pagesBeforeSignIn: RouteObject[] = [
  {
    path: 'masuk',
    loader: skipWhenSignedIn,
    lazy: page(async () => (await import('#client/pages/sign-in-page.tsx')).SignInPage, ['auth']),
  },
  {
    path: 'undangan/:token',
    lazy: page(async () => (await import('#client/pages/invitation-page.tsx')).InvitationPage, ['auth']),
  },
  {
    path: 'atur-ulang/:token',
    lazy: page(async () => (await import('#client/pages/password-reset-page.tsx')).PasswordResetPage, ['auth']),
  },
  {
    path: 'penyiapan/:token',
    lazy: page(async () => (await import('#client/pages/setup-page.tsx')).SetupPage, ['auth']),
  },
];

export const router = createBrowserRouter([
  {
    loader: async () => {
      await loadSession();
      return null;
    },
    // Signing in and out renews the session by itself; a change of the address does not.
    shouldRevalidate: ({ defaultShouldRevalidate, currentUrl, nextUrl }) =>
      currentUrl.href === nextUrl.href && defaultShouldRevalidate,
    HydrateFallback: Splash,
    ErrorBoundary: StartErrorPage,
    children: [
      { Component: BareLayout, children: [{ ErrorBoundary: ErrorPage, children: pagesBeforeSignIn }] },
      { ErrorBoundary: ErrorPage, children: presentations },
      // The boundary lies inside the frame: a page that breaks leaves the navigation usable.
      { Component: AppLayout, children: [{ ErrorBoundary: ErrorPage, children: pages }] },
    ],
  },
]);
