import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { AppLayout } from './layout/app-layout.tsx';
import { BareLayout } from './layout/bare-layout.tsx';
import { guard, skipWhenSignedIn } from './layout/guard.ts';
import { Splash } from './layout/splash.tsx';
import { loadSession } from './lib/session.ts';
import { ErrorPage, StartErrorPage } from './pages/error-page.tsx';
import { NotFoundPage } from './pages/not-found.tsx';

/** Fetches a page's code when it is first opened, at the same time as the route's loader runs. */
function page(load: () => Promise<ComponentType>): RouteObject['lazy'] {
  return { Component: load };
}

const pages: RouteObject[] = [
  { index: true, lazy: page(async () => (await import('#client/pages/overview-page.tsx')).OverviewPage) },
  { path: 'isu/:slug', lazy: page(async () => (await import('#client/pages/issue-page.tsx')).IssuePage) },
  { path: 'wilayah/:code', lazy: page(async () => (await import('#client/pages/area-page.tsx')).AreaPage) },
  {
    path: 'pelaporan',
    ...guard('report.enter'),
    lazy: page(async () => (await import('#client/pages/reporting-page.tsx')).ReportingPage),
  },
  {
    path: 'pelaporan/:reportKey',
    ...guard('report.read'),
    lazy: page(async () => (await import('#client/pages/entry-page.tsx')).EntryPage),
  },
  {
    path: 'verifikasi',
    ...guard('report.verify'),
    lazy: page(async () => (await import('#client/pages/verification-page.tsx')).VerificationPage),
  },
  {
    path: 'kelengkapan',
    ...guard('completeness.read'),
    lazy: page(async () => (await import('#client/pages/completeness-page.tsx')).CompletenessPage),
  },
  { path: 'small-wins', lazy: page(async () => (await import('#client/pages/small-wins-page.tsx')).SmallWinsPage) },
  { path: 'small-wins/:id', lazy: page(async () => (await import('#client/pages/small-win-page.tsx')).SmallWinPage) },
  {
    path: 'kelola/*',
    ...guard('manage.read'),
    lazy: page(async () => (await import('#client/pages/manage-page.tsx')).ManagePage),
  },
  {
    path: 'akun',
    ...guard('session.manage'),
    lazy: page(async () => (await import('#client/pages/account-page.tsx')).AccountPage),
  },
  { path: '*', Component: NotFoundPage },
];

const pagesBeforeSignIn: RouteObject[] = [
  {
    path: 'masuk',
    loader: skipWhenSignedIn,
    lazy: page(async () => (await import('#client/pages/sign-in-page.tsx')).SignInPage),
  },
  {
    path: 'undangan/:token',
    lazy: page(async () => (await import('#client/pages/invitation-page.tsx')).InvitationPage),
  },
  {
    path: 'atur-ulang/:token',
    lazy: page(async () => (await import('#client/pages/password-reset-page.tsx')).PasswordResetPage),
  },
  { path: 'penyiapan/:token', lazy: page(async () => (await import('#client/pages/setup-page.tsx')).SetupPage) },
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
      // The boundary lies inside the frame: a page that breaks leaves the navigation usable.
      { Component: AppLayout, children: [{ ErrorBoundary: ErrorPage, children: pages }] },
    ],
  },
]);
