import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backupSqlite } from '#db/backup.ts';
import { errorCode, makeFolder, withOperatorErrors } from '../open-store.ts';
import { OperatorError } from '../operator-error.ts';
import { type Command, print } from './command.ts';
import { readArgs } from './options.ts';
import { productionConfig } from './settings.ts';

export const backup: Command = {
  summary: 'copy the database while it is in use',
  help: `satgas backup [FILE]

Writes a checked copy of the database; the application may go on running.
FILE  where to (default: DATA_DIR/backups/satgas-<date>-<time>.sqlite)

Photos and files lie in DATA_DIR/files: copy that folder too.
A PostgreSQL database is copied with pg_dump.`,
  async run(args) {
    const { positionals } = readArgs({ args, options: {}, allowPositionals: true });
    const config = productionConfig();
    if (/^postgres(ql)?:/.test(config.databaseUrl))
      throw new OperatorError('This is a PostgreSQL database: copy it with pg_dump, e.g. pg_dump -Fc -f satgas.dump.');
    if (!existsSync(config.databaseUrl))
      throw new OperatorError(`There is no database at ${config.databaseUrl}: check DATA_DIR.`);
    const target = resolve(positionals[0] ?? join(config.dataDir, 'backups', `satgas-${timestamp(new Date())}.sqlite`));
    if (existsSync(target)) throw new OperatorError(`${target} exists already: give another name.`);
    const bytes = await withOperatorErrors(config, () => copyTo(config.databaseUrl, target));
    print(`${target} (${(bytes / 1e6).toFixed(1)} MB)`);
  },
};

async function copyTo(file: string, target: string): Promise<number> {
  try {
    makeFolder(dirname(target));
    return await backupSqlite(file, target);
  } catch (error) {
    if (
      ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC', 'SQLITE_CANTOPEN'].includes(
        errorCode(error),
      )
    )
      throw new OperatorError(`${target} cannot be written (${errorCode(error)}).`, { cause: error });
    throw error;
  }
}

/** `20261121-143005`, in UTC. */
function timestamp(at: Date): string {
  return at.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}
