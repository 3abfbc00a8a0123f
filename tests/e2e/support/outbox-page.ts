import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** What a person sees of what has not been sent, on any page. */
export class OutboxPage {
  readonly page: Page;
  /** In the top bar; empty while nothing waits. */
  readonly mark: Locator;
  readonly panel: Locator;
  readonly leaveDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.mark = page.locator('[data-outbox]');
    this.panel = page.getByRole('dialog', { name: 'Isian belum terkirim' });
    this.leaveDialog = page.getByRole('dialog', { name: /^\d+ isian belum terkirim$/ });
  }

  async open(): Promise<void> {
    await this.mark.getByRole('button').click();
    await expect(this.panel).toBeVisible();
  }

  /** Also where nothing waits: on another device, for a file. */
  async openFromMenu(): Promise<void> {
    await this.chooseInMenu('Isian belum terkirim');
    await expect(this.panel).toBeVisible();
  }

  async chooseInMenu(item: string): Promise<void> {
    await expect(this.mark).toBeAttached();
    await this.page.getByRole('button', { name: /^Akun / }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Resolves with where the file lies. */
  async download(button: Locator): Promise<string> {
    const started = this.page.waitForEvent('download');
    await button.click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^satgas-isian-belum-terkirim-\d{4}-\d\d-\d\d\.json$/);
    return download.path();
  }

  async takeIn(file: string): Promise<void> {
    const chosen = this.page.waitForEvent('filechooser');
    await this.panel.getByRole('button', { name: 'Masukkan dari berkas' }).click();
    await (await chosen).setFiles(file);
  }

  /** One entry in the list, by the cell that it is for. */
  row(cell: string): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: cell });
  }
}
