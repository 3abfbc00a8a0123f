import type { Page } from '@playwright/test';
import { excelHtml } from '#tests/support/clipboard.ts';

/** Puts on the clipboard what Excel would: a table and the same as text. */
export async function copyCells(page: Page, cells: readonly (readonly string[])[]): Promise<void> {
  const tableRows = cells.map(
    (row) => ` <tr height=20>${row.map((text) => `<td class=xl66>${text}</td>`).join('')}</tr>`,
  );
  await copy(page, { html: excelHtml(tableRows.join('\n')), text: cells.map((row) => row.join('\t')).join('\r\n') });
}

/** Puts on the clipboard what a program gave it: the same in both forms. */
export async function copy(page: Page, content: { html: string; text: string }): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async ({ html, text }) => {
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
  }, content);
}
