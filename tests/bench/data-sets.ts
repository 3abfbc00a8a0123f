import { createHash } from 'node:crypto';
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openSqlite } from '#db/connection.ts';
import { seedDemo } from '#db/demo/seed-demo.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { seedBase } from '#db/seed/seed.ts';
import { addMonths, currentMonth, type Month, monthRange } from '#shared/month.ts';
import { addCountry } from './country.ts';

export const TIME_ZONE = 'Asia/Makassar';
export const PROVINCE = '76';

export type SetName = 'small' | 'large';

export interface DataSet {
  name: SetName;
  /** A copy to work on; the kept original is never opened. */
  file: string;
  figures: number;
  /** Being entered: nobody has begun to report. */
  openMonth: Month;
  /** What people look at. */
  closedMonth: Month;
}

/** What the files depend on: tables, reference data, the sample and this folder, and the current month. */
function fingerprint(root: string, month: Month): string {
  const hash = createHash('sha256').update(month);
  for (const folder of ['db', 'db/migrations', 'db/seed', 'db/demo', 'db/seed/reference/76', 'tests/bench']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const isSource = folder !== 'tests/bench' || name === 'country.ts' || name === 'data-sets.ts';
      if (isSource && /\.(ts|csv)$/.test(name)) hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** A year of one province: the sample's last twelve closed months. */
async function makeSmall(file: string, openMonth: Month): Promise<void> {
  await makeSample(file);
  const db = new SqliteDatabase(file);
  const first = addMonths(openMonth, -12);
  for (const table of ['entry_comment', 'entry_revision', 'restatement', 'entry', 'rollup', 'report']) {
    db.prepare(`delete from ${table} where month < ?`).run(first);
  }
  db.close();
}

async function makeSample(file: string): Promise<void> {
  const database = openSqlite(file);
  await migrateToLatest(database.writer);
  await database.transaction((trx) => seedBase(trx, { provinceCode: PROVINCE }));
  await database.transaction((trx) =>
    seedDemo(trx, { now: new Date(), timeZone: TIME_ZONE, provinceCode: PROVINCE, userIds: {} }),
  );
  await database.close();
}

/** The sample's two years, and every village of the country for as long. */
async function makeLarge(file: string, openMonth: Month): Promise<void> {
  await makeSample(file);
  await addCountry(file, monthRange(addMonths(openMonth, -24), addMonths(openMonth, -1)));
}

/**
 * Copies of both sets in `folder`. Making them takes minutes, so the originals are kept below node_modules/.cache until
 * something they depend on changes.
 */
export async function prepareDataSets(root: string, folder: string, say: (line: string) => void): Promise<DataSet[]> {
  const openMonth = currentMonth(new Date(), TIME_ZONE);
  const cache = join(root, 'node_modules', '.cache', 'satgas-bench');
  const kept = join(cache, fingerprint(root, openMonth));
  if (!existsSync(kept)) {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(`${kept}.part`, { recursive: true });
    for (const [name, make] of Object.entries({ small: makeSmall, large: makeLarge })) {
      const start = Date.now();
      await make(join(`${kept}.part`, `${name}.sqlite`), openMonth);
      say(`made the ${name} set in ${((Date.now() - start) / 1000).toFixed(0)} s`);
    }
    renameSync(`${kept}.part`, kept);
  }
  return (['small', 'large'] as const).map((name) => {
    const file = join(folder, `${name}.sqlite`);
    copyFileSync(join(kept, `${name}.sqlite`), file, constants.COPYFILE_FICLONE);
    return { name, file, figures: countFigures(file), openMonth, closedMonth: addMonths(openMonth, -1) };
  });
}

function countFigures(file: string): number {
  const db = new SqliteDatabase(file, { readonly: true });
  const count = Number(db.prepare('select count(*) from entry').pluck().get());
  db.close();
  return count;
}
