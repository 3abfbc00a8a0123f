import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withOperatorErrors } from '../open-store.ts';
import { OperatorError } from '../operator-error.ts';
import { writeBackup } from './backup-folder.ts';
import { type Command, print } from './command.ts';
import { describeFile, megabytes } from './examination.ts';
import { readArgs } from './options.ts';
import { productionConfig } from './settings.ts';
import { fileTimestamp } from './timestamp.ts';

export const backup: Command = {
  summary: 'copy database and files while they are in use',
  help: `satgas backup [FOLDER]

Writes a checked copy of the database, every uploaded file that it names, and the secret that signs sessions; the
application may go on running. Keep the copy as safe as the data folder itself.
FOLDER  where to; it must not exist yet (default: DATA_DIR/backups/satgas-<date>-<time>)

Ends with exit code 1 when a file is missing; the copy then holds all the others.
A PostgreSQL database is copied with pg_dump, and DATA_DIR/files after it, in this order.`,
  async run(args) {
    const { positionals } = readArgs({ args, options: {}, allowPositionals: true });
    const config = productionConfig();
    if (/^postgres(ql)?:/.test(config.databaseUrl))
      throw new OperatorError(
        'This is a PostgreSQL database: copy it with pg_dump, e.g. pg_dump -Fc -f satgas.dump, and DATA_DIR/files after it.',
      );
    if (!existsSync(config.databaseUrl))
      throw new OperatorError(`There is no database at ${config.databaseUrl}: check DATA_DIR.`);
    const target = resolve(positionals[0] ?? join(config.dataDir, 'backups', `satgas-${fileTimestamp(new Date())}`));
    const { bytes, lacking } = await withOperatorErrors(config, () => writeBackup(config, target));
    print(`${target} (database ${megabytes(bytes)})`);
    if (lacking.length === 0) return;
    for (const problem of lacking) print(`  - ${describeFile(problem)}`);
    throw new OperatorError(`The copy is made, but without what is named above: look for it in an earlier backup.`);
  },
};
