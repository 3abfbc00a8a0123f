import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { importHistory, runImport } from '#server/cli/import.ts';
import { readConfig } from '#server/config.ts';
import { OperatorError } from '#server/operator-error.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { insertUser } from '#tests/support/factories.ts';
import { countRows } from '#tests/support/report-factories.ts';

const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
const rows = [
  ['Bulan', 'Wilayah', 'Indikator', 'Nilai'],
  ['2025-03', '76.04.04', 'ST_SASARAN', '1.612'],
  ['Apr-25', 'Binuang', 'ST_SASARAN', '344'],
  ['2025-03', 'Atlantis', 'ST_SASARAN', '1'],
  ['2025-05', 'Polewali', 'ST_SASARAN', '-'],
];
const options = {
  ...{ rows, fileName: 'riwayat.csv', reason: null, answers: {}, ignoresAgency: false, isApplied: false },
};

/** What the command has said so far. */
function listen(): () => string {
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  return () => said.join('');
}

async function sentence(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OperatorError)) throw error;
  return error.message;
}

afterEach(() => {
  vi.restoreAllMocks();
});

onEachEngine('satgas import', (open) => {
  it('says what would happen and writes nothing, then writes what it said', async () => {
    const database = await open();
    await insertUser(database, { role: 'secretariat', username: 'eka' });
    const before = await countRows(database);
    const heard = listen();
    await runImport(database, config, 'eka', options);
    expect(heard()).toContain('2 figures read, 1 wait for an answer, 1 cannot be read.');
    expect(heard()).toContain("--answer 'dash=…'");
    expect(heard()).toContain('row 4: area_unknown (Atlantis)');
    expect(heard()).toContain('2 new, 0 changed (0 corrections of verified figures), 0 the same, 0 refused');
    expect(heard()).toContain('Nothing was written');
    expect(await countRows(database)).toEqual(before);

    await runImport(database, config, 'eka', { ...options, answers: { dash: 'zero' }, isApplied: true });
    expect(heard()).toContain('Imported: 3 figures into 3 reports.');
    const entries = await database.db
      .selectFrom('entry')
      .select(['month', 'value', 'status'])
      .orderBy('month')
      .execute();
    expect(entries).toEqual([
      { month: '2025-03', value: 1612, status: 'submitted' },
      { month: '2025-04', value: 344, status: 'submitted' },
      { month: '2025-05', value: 0, status: 'submitted' },
    ]);
    const again = runImport(database, config, 'eka', { ...options, answers: { dash: 'zero' }, isApplied: true });
    expect(await sentence(again)).toContain('There is no figure to write');
  });

  it('takes nobody who may not import, and no file that is no history', async () => {
    const database = await open();
    await insertUser(database, { role: 'administrator', username: 'nur' });
    await insertUser(database, { role: 'secretariat', username: 'bebas', isDisabled: 1 });
    await insertUser(database, { role: 'secretariat', username: 'eka' });
    listen();
    expect(await sentence(runImport(database, config, 'siapa', options))).toContain('no account "siapa"');
    expect(await sentence(runImport(database, config, 'nur', options))).toContain('may not import');
    expect(await sentence(runImport(database, config, 'bebas', options))).toContain('is disabled');
    const strange = { ...options, rows: [['a', 'b']] };
    expect(await sentence(runImport(database, config, 'eka', strange))).toContain('No column titles were found');
  });
});

describe('the words after satgas import', () => {
  it('are explained, and each mistake is told in a sentence', async () => {
    expect(importHistory.help).toContain('satgas import FILE --dry-run --as USERNAME');
    const folder = mkdtempSync(join(tmpdir(), 'satgas-import-'));
    const workbook = join(folder, 'riwayat.xlsx');
    writeFileSync(workbook, Buffer.from('PK\u0003\u0004'));
    const refused = async (...args: string[]) => sentence(importHistory.run(args));
    expect(await refused('--dry-run', '--as', 'eka')).toContain('Name one file');
    expect(await refused('x.csv', '--as', 'eka')).toContain('--dry-run or --apply');
    expect(await refused('x.csv', '--dry-run', '--apply', '--as', 'eka')).toContain('not both');
    expect(await refused('x.csv', '--dry-run')).toContain('--as USERNAME');
    expect(await refused(join(folder, 'x.csv'), '--dry-run', '--as', 'eka')).toContain('cannot be read (ENOENT)');
    expect(await refused(workbook, '--dry-run', '--as', 'eka')).toContain('save it as CSV');
    expect(await refused('x.csv', '--dry-run', '--as', 'eka', '--wrong')).toContain('--wrong');
    rmSync(folder, { recursive: true, force: true });
  });
});
