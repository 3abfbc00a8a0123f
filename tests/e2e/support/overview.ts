import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** The large number of an issue's card. */
export class IssueCardOnOverview {
  readonly number: Locator;

  constructor(page: Page, issue: string) {
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: issue }) });
    this.number = card.getByRole('button').first();
  }

  /** The figure as the person reads it, taken from Indonesian. */
  async value(): Promise<number> {
    await expect(this.number).toHaveText(/^[\d.]+$/);
    return Number((await this.number.innerText()).replaceAll('.', ''));
  }
}

/** "Dari mana angka ini?", beside the page. */
export class OriginPanel {
  readonly panel: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole('dialog', { name: 'Dari mana angka ini?' });
  }

  section(title: string): Locator {
    return this.panel
      .locator('section')
      .filter({ has: this.panel.page().getByRole('heading', { name: title, exact: true }) });
  }

  /** From a sum to the number of one of its areas. */
  async open(area: string): Promise<void> {
    const row = this.section('Wilayah penyusun').getByRole('row').filter({ hasText: area });
    await row.getByRole('button').click();
    await expect(this.panel.getByText(`${area} · `)).toBeVisible();
  }
}
