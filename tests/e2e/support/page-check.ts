import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** `entry.column.area`: what stands where a translation is missing. Addresses of sites and of mail look alike. */
const keyLike = /(?<![@\w./-])[a-z]+(?:\.[a-zA-Z_]+){2,}(?![\w@/-])/g;
const domain = /\.(id|com|org|net|int|example)$/;

/** Whatever the page's scripts complain about, from now on. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  return errors;
}

/** What every page owes everyone, whatever is on it. */
export async function checkPage(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), `${name} has one main heading`).toHaveCount(1);
  await expect(page.locator('[aria-busy="true"]'), `${name} is loaded`).toHaveCount(0);

  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${name} is not wider than the screen`).toBeLessThanOrEqual(0);

  const text = await page.locator('body').innerText();
  const keys = (text.match(keyLike) ?? []).filter((word) => !domain.test(word));
  expect.soft(keys, `${name} is translated`).toEqual([]);

  // There are no foreign frames, for which alone the other mode opens a second page.
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode().analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, html, failureSummary } of nodes) {
      if (id === 'target-size' && (await isRoomyInView(page, target.map(String)))) continue;
      found.push(`${id}: ${html.slice(0, 200)} ${failureSummary}`);
    }
  }
  expect.soft(found, `${name} is accessible`).toEqual([]);
}

/** Whether a target that lies half below a fixed bar is large enough once the page is scrolled to it. */
async function isRoomyInView(page: Page, target: readonly string[]): Promise<boolean> {
  const [selector] = target;
  if (selector === undefined || target.length > 1) return false;
  await page.locator(selector).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { violations, passes } = await new AxeBuilder({ page })
    .include(selector)
    .withRules(['target-size'])
    .setLegacyMode()
    .analyze();
  return violations.length === 0 && passes.length > 0;
}
