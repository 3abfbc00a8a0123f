import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { spawnApplication } from '#tests/support/e2e-server.ts';

/** Runs `satgas serve` until it ends by itself. */
async function runServe(settings: Record<string, string>) {
  const { ended, output } = spawnApplication(['serve'], settings);
  return { code: await ended, output };
}

const oneSentence = /^[^\n]+\.\n$/;

test('a busy port is said in one sentence, and nothing is created', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : address);
  const dataDir = test.info().outputPath('data');

  const { code, output } = await runServe({ PORT: port, DATA_DIR: dataDir });
  other.close();

  expect(output()).toMatch(oneSentence);
  expect(output()).toContain(`Port ${port} on 127.0.0.1 is in use: stop the program that uses it or set PORT`);
  expect(code).toBe(1);
  expect(existsSync(dataDir)).toBe(false);
});

test('a data folder that cannot be written is said in one sentence', async () => {
  const file = test.info().outputPath('not-a-folder');
  writeFileSync(file, '');
  const { code, output } = await runServe({ PORT: '0', DATA_DIR: join(file, 'data') });
  expect(output()).toMatch(oneSentence);
  expect(output()).toMatch(/The data folder .* cannot be written .*: set DATA_DIR/);
  expect(code).toBe(1);
});

test('a database of a newer version is left alone, in one sentence', async () => {
  const dataDir = test.info().outputPath('data');
  const migrated = spawnApplication(['migrate'], { DATA_DIR: dataDir });
  expect(await migrated.ended, migrated.output()).toBe(0);
  const database = new Database(join(dataDir, 'satgas.sqlite'));
  database.prepare("insert into kysely_migration (name, timestamp) values ('0999-later', '2099-01-01')").run();
  database.close();

  const { code, output } = await runServe({ PORT: '0', DATA_DIR: dataDir });
  expect(output()).toMatch(oneSentence);
  expect(output()).toMatch(/made by a newer version \(0999-later\): install that version .* nothing was changed/);
  expect(code).toBe(1);
});

test('a wrong setting is named in one sentence', async () => {
  const { code, output } = await runServe({ PORT: 'eighty' });
  expect(output()).toMatch(oneSentence);
  expect(output()).toContain('PORT');
  expect(code).toBe(1);
});
