import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type RunningApplication, startDemo } from './e2e-server.ts';

interface WorkerFixtures {
  /**
   * The sample data that a file's tests share. A file that changes figures names its own with
   * `test.use({ dataset: 'walk' })`, and then has a server and a database that no other file touches.
   */
  dataset: string;
  demo: RunningApplication;
}

/** Playwright's `test`, with the demo running at `baseURL`. */
export const test = base.extend<object, WorkerFixtures>({
  dataset: ['shared', { option: true, scope: 'worker' }],
  demo: [
    async ({ dataset }, use) => {
      const template = process.env.SATGAS_E2E_TEMPLATE;
      if (!template) throw new Error('The sample data is made in the global setup, which has not run.');
      const dataDir = mkdtempSync(join(tmpdir(), `satgas-e2e-${dataset}-`));
      cpSync(template, dataDir, { recursive: true });
      const server = await startDemo(dataDir);
      await use(server);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ demo }, use) => use(demo.url),
});

export { expect } from '@playwright/test';
