import { resolve } from 'node:path';
import { withOperatorErrors } from '../open-store.ts';
import { OperatorError } from '../operator-error.ts';
import { type Command, print } from './command.ts';
import { printFindings } from './examination.ts';
import { readArgs } from './options.ts';
import { DamagedBackupError, restoreBackup } from './restore-folder.ts';
import { productionConfig } from './settings.ts';

export const restore: Command = {
  summary: 'put a backup in the place of the data',
  help: `satgas restore FOLDER [--force] [--accept-damage]

Checks a backup as "satgas doctor" checks the data (database, audit chain, sums, every file against its row) and puts it
into DATA_DIR. The application must be stopped. Everyone has to sign in anew afterwards.
FOLDER           what "satgas backup" has written; it is only read
--force          also where DATA_DIR holds data: they are set aside under other names, not deleted
--accept-damage  also where the check finds something

A PostgreSQL database is restored with pg_restore, and the copy of DATA_DIR/files put back beside it; then run
"satgas doctor".`,
  async run(args) {
    const { positionals, values } = readArgs({
      args,
      options: { force: { type: 'boolean' }, 'accept-damage': { type: 'boolean' } },
      allowPositionals: true,
    });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1)
      throw new OperatorError('Name the backup to restore: satgas restore FOLDER.');
    const config = productionConfig();
    if (/^postgres(ql)?:/.test(config.databaseUrl))
      throw new OperatorError('This is a PostgreSQL database: restore it with pg_restore, and DATA_DIR/files with it.');
    const options = { force: values.force ?? false, acceptDamage: values['accept-damage'] ?? false };
    try {
      const { findings, setAside } = await withOperatorErrors(config, () =>
        restoreBackup(resolve(folder), config, options),
      );
      printFindings(findings);
      for (const path of setAside) print(`Set aside: ${path}`);
      print(`${config.dataDir} holds the data of ${resolve(folder)}.`);
    } catch (error) {
      if (error instanceof DamagedBackupError) printFindings(error.findings);
      throw error;
    }
  },
};
