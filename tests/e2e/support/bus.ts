import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { reportGridSchema } from '#shared/report.ts';
import { ask } from './briefing.ts';
import { expect } from './test.ts';

// verval-polman.xlsx: 16 districts × 6 columns as an office keeps them; beside it, what LibreOffice copies of it.
export const file = (type: string) =>
  readFileSync(join(import.meta.dirname, '../../support/files', `verval-polman.${type}`), 'utf8');

/** Every write of a cell raises its version by one, handing it in as well. */
export const arrived = {
  once: 92,
  others: {
    // Pasted, edited, handed in; and once more where a colleague's figure was written over.
    'ST_DIUKUR 76.04.04': { value: 7111, version: 3 },
    'ST_DIUKUR 76.04.13': { value: 7333, version: 3 },
    'ST_DIUKUR 76.04.06': { value: 7222, version: 4 },
  },
};

export async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage());
}

export async function settlePaste(page: Page, apply: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Tempel dari Excel' });
  await expect(dialog.getByRole('status')).toContainText('1 pertanyaan perlu dijawab');
  await dialog.getByRole('radiogroup', { name: '“-”: nol, atau belum ada data?' }).getByLabel('belum ada data').check();
  await dialog.getByRole('button', { name: apply }).click();
  await expect(dialog).toHaveCount(0);
}

export async function handIn(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Ajukan laporan?' });
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Ajukan laporan' }).click();
  await expect(page.getByRole('main')).toContainText(/Diajukan oleh Narahubung Biro Hukum \(contoh\)/);
}

type Expected = { once: number; others: Record<string, { value: number; version: number }> };

export async function expectArrived(page: Page, report: string, { once, others }: Expected): Promise<void> {
  const reportKey = report.split('/').at(-1);
  const { cells } = reportGridSchema.parse(await ask(page.context(), 'report.get', { reportKey }));
  const held = new Map(cells.map((cell) => [`${cell.indicatorId} ${cell.areaId}`, cell]));
  for (const [key, expected] of Object.entries(others)) expect(held.get(key), key).toMatchObject(expected);
  const rest = cells.filter((cell) => !(`${cell.indicatorId} ${cell.areaId}` in others));
  expect(rest.filter(({ version, status }) => version === 2 && status === 'submitted')).toHaveLength(once);
  expect(rest).toHaveLength(once);
}
