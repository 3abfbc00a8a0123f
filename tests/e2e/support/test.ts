import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { demoAccounts } from '#db/demo/demo-accounts.ts';
import { DEMO_PASSWORD } from '#shared/user.ts';
import { test as base, expect } from '#tests/support/e2e-test.ts';

export { expect };

export type OpenAs = (username: string | null, options?: BrowserContextOptions) => Promise<Page>;

/** `openAs` gives a person a browser of their own, signed in; `null` is the public. */
export const test = base.extend<{ openAs: OpenAs }>({
  openAs: async ({ browser, demo }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (username, options) => {
      const context = await browser.newContext({ baseURL: demo.url, ...options });
      contexts.push(context);
      if (username !== null) await signInByRequest(context, demo.url, username);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** What the sign-in form sends, for journeys whose story is another one. */
export async function signInByRequest(context: BrowserContext, url: string, username: string): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in/username', {
    headers: { origin: url },
    data: { username, password: DEMO_PASSWORD },
  });
  expect(answer.ok(), `${username} signs in`).toBe(true);
}

export async function signIn(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/masuk');
  await page.getByLabel('Surel atau nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** The name that an account's deeds carry. */
export function nameOf(username: string): string {
  const account = demoAccounts.find((each) => each.username === username);
  if (!account) throw new Error(`The demo has no account ${username}.`);
  return account.name;
}
