import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** The entry grid of an open report, spoken of by area and column. */
export class ReportSheet {
  readonly page: Page;
  readonly grid: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Angka laporan' });
  }

  /** The oldest report of an issue that the person still owes. */
  static async openDue(page: Page, issue: string): Promise<ReportSheet> {
    await page.goto('/pelaporan');
    const due = page.getByRole('main').getByRole('link', { name: new RegExp(`^${issue} · `) });
    await due.first().click();
    const sheet = new ReportSheet(page);
    await expect(sheet.grid).toBeVisible();
    return sheet;
  }

  async cell(area: string, column: string): Promise<Locator> {
    return this.#row(area)
      .getByRole('gridcell')
      .nth(await this.#columnIndex(column));
  }

  /** The sum of a column, with how many cells it holds where some are missing. */
  async total(column: string): Promise<Locator> {
    return this.#row('Jumlah')
      .locator('td')
      .nth(await this.#columnIndex(column));
  }

  /** How many of the report's cells are answered, as the last column's total says it. */
  get answered(): Locator {
    return this.#row('Jumlah').locator('td').last();
  }

  get saveState(): Locator {
    return this.page.locator('[data-save-state]');
  }

  /** Replaces a figure with the keys alone; the focus is in the grid already. */
  async type(area: string, column: string, text: string): Promise<void> {
    await this.moveTo(area, column);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Clicks a cell and types over what it holds. */
  async fill(area: string, column: string, text: string): Promise<void> {
    await (await this.cell(area, column)).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** With the arrow keys, from wherever in the grid the focus is. */
  async moveTo(area: string, column: string): Promise<void> {
    const goal = await this.cell(area, column);
    const place = await goal.getAttribute('data-cell');
    const [row, index] = (place ?? '').split('-').map(Number);
    await this.page.keyboard.press('Control+Home');
    for (let step = 0; step < (row ?? 0); step += 1) await this.page.keyboard.press('ArrowDown');
    for (let step = 0; step < (index ?? 0); step += 1) await this.page.keyboard.press('ArrowRight');
    await expect(goal).toBeFocused();
  }

  #row(heading: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: heading }) });
  }

  async #columnIndex(column: string): Promise<number> {
    const heads = this.grid.locator('thead tr').last().getByRole('columnheader');
    await expect(heads.first()).toBeVisible();
    const titles = await heads.allInnerTexts();
    const index = titles.findIndex((title) => title.split('\n')[0] === column);
    expect(index, `there is a column "${column}" among ${titles.join(', ')}`).toBeGreaterThanOrEqual(0);
    return index;
  }
}
