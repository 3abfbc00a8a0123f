import type { Page } from '@playwright/test';
import { expect } from './test.ts';

type Row = { userId: string; key?: string; answer?: { user?: { id: string } | null } };

/** Waits until the application is kept on the device and answers for the page; then it opens without a network. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    while (!serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

/** Waits until every report that is due can be opened without a network; returns their keys. */
export async function untilReportsKept(page: Page): Promise<string[]> {
  const due = await page.evaluate(async () => {
    const answer = await fetch('/api/trpc/report.due?input=%7B%7D');
    const body: { result: { data: { open: { reportKey: string }[] } } } = await answer.json();
    return body.result.data.open.map(({ reportKey }) => reportKey);
  });
  expect(due.length).toBeGreaterThan(0);
  await expect
    .poll(async () => (await keptOnDevice(page)).answers.map(({ key = '' }) => key), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['reference', 'report.due', ...due.map((key) => `report.get ${key}`)]));
  return due;
}

/** What lies in the browser's database, read past the application. */
export function keptOnDevice(page: Page): Promise<Record<'answers' | 'outbox' | 'texts', Row[]>> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = await indexedDB.databases();
    if (!names.some(({ name }) => name === 'satgas')) return { answers: [], outbox: [], texts: [] };
    const database = await settled(indexedDB.open('satgas'));
    const all = (name: string): Promise<Row[]> => settled(database.transaction(name).objectStore(name).getAll());
    const rows = { answers: await all('answers'), outbox: await all('outbox'), texts: await all('texts') };
    database.close();
    return rows;
  });
}

/** The addresses of all that is in the caches of the service worker. */
export function cachedAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    }
    return found;
  });
}
