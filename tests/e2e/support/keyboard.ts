import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

const mostSteps = 60;

/** Goes to something as a person without a mouse does. */
export async function tabTo(page: Page, goal: Locator, { back = false } = {}): Promise<void> {
  await expect(goal).toBeVisible();
  for (let step = 0; step < mostSteps; step += 1) {
    if (await isFocused(goal)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  await expect(goal, 'can be reached with the Tab key').toBeFocused();
}

function isFocused(goal: Locator): Promise<boolean> {
  return goal.evaluate((element) => element === document.activeElement);
}
