import { defineConfig, devices } from '@playwright/test';

// Found by tests/run.mjs; without it (`npx playwright test`) Playwright's own browser is used.
const executablePath = process.env.CHROMIUM_PATH || undefined;

/** Chromium's sandbox does not work for root; the rest keeps the browser from talking to anyone but the application. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  globalSetup: '../support/e2e-template.ts',
  fullyParallel: false,
  workers: 2,
  // On a busy machine a browser may be late once; what needs a second attempt is reported as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  // A busy machine takes ten times as long as an idle one.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    launchOptions: { executablePath, args },
    // Recording costs a third of the time; to look into a failure: npm run test:e2e -- --trace retain-on-failure
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
