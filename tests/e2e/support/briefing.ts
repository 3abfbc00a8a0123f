import { readFile } from 'node:fs/promises';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { type Edition, editionSchema } from '#shared/briefing/edition.ts';
import { expect } from './test.ts';

/** What the pages ask the server, as the person of `context`. */
export async function ask(context: BrowserContext, name: string, input: unknown): Promise<unknown> {
  const answer = await context.request.get(`/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`);
  expect(answer.ok(), `${name}: ${await answer.text()}`).toBe(true);
  const body: { result: { data: unknown } } = await answer.json();
  return body.result.data;
}

export async function askEdition(page: Page, editionId: string): Promise<Edition> {
  return editionSchema.parse(await ask(page.context(), 'briefing.edition', { editionId }));
}

/** An open deck in the editor. */
export class DeckEditor {
  readonly page: Page;
  readonly order: Locator;

  constructor(page: Page) {
    this.page = page;
    this.order = page.getByRole('list', { name: 'Urutan slide' });
  }

  /** In the list of slides: `Isu · Stunting`. */
  slide(subject: string): Locator {
    return this.order.getByRole('button', { name: new RegExp(`^Slide \\d+ dari \\d+: ${subject}(?:\\.|$)`) });
  }

  async choose(subject: string): Promise<void> {
    await this.slide(subject).click();
    await expect(this.slide(subject)).toHaveAttribute('aria-current', 'true');
    await expect(this.page.getByRole('button', { name: `Gandakan slide: ${subject}` })).toBeVisible();
  }

  async saved(): Promise<void> {
    await expect(this.page.locator('[data-save-state]')).toHaveText(/^Tersimpan /);
  }

  /** Opens the dialog, lets `look` read it, freezes; resolves with the edition that opens. */
  async freeze(look: (dialog: Locator) => Promise<void>): Promise<string> {
    await this.page.getByRole('button', { name: 'Bekukan…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Bekukan menjadi edisi' });
    await look(dialog);
    await dialog.getByRole('button', { name: 'Bekukan', exact: true }).click();
    await this.page.waitForURL(/\/briefing\/edisi\/[\w-]+$/);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }
}

/** "Unduh berkas" of an open edition. */
export class ExportPanel {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('dialog', { name: 'Unduh edisi ini' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Unduh berkas' }).click();
    await expect(this.panel).toBeVisible();
  }

  /** Told at once how far it is. */
  async order(kind: string, ending: string): Promise<void> {
    await this.panel.getByRole('button', { name: `Buat ${kind}`, exact: true }).click();
    await expect(this.#file(ending)).toContainText(/Menunggu giliran|Sedang dibuat, \d+ %|Siap, /);
  }

  async download(ending: string): Promise<Uint8Array> {
    const file = this.#file(ending);
    await expect(file.getByRole('status')).toHaveText(/^Siap, .*(?:kB|MB)/, { timeout: 60_000 });
    const started = this.page.waitForEvent('download');
    await file.getByRole('link', { name: /^Unduh / }).click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(new RegExp(`${ending.replace('.', '\\.')}$`));
    return new Uint8Array(await readFile(await download.path()));
  }

  #file(ending: string): Locator {
    return this.panel
      .getByRole('region', { name: 'Berkas edisi ini' })
      .getByRole('listitem')
      .filter({ hasText: ending });
  }
}

/** Chooses a month in the calendar of a field, whatever month it opens with. */
export async function chooseMonth(field: Locator, month: string): Promise<void> {
  await field.click();
  const page = field.page();
  const calendar = page.locator('[data-dates-dropdown]');
  const [year = '', number = ''] = month.split('-');
  const shown = calendar.getByRole('button', { name: /^\d{4}$/ });
  for (let step = 0; step < 3 && Number(await shown.innerText()) > Number(year); step += 1) {
    await calendar.locator('[data-direction="previous"]').click();
  }
  await expect(shown).toHaveText(year);
  const index = Number(number) - 1;
  await calendar.getByRole('table').getByRole('button').nth(index).click();
}
