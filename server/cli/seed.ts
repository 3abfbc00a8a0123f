import { seedBase } from '#db/seed/seed.ts';
import { type Command, print } from './command.ts';
import { readArgs } from './options.ts';
import { withDatabase } from './with-database.ts';

export const seed: Command = {
  summary: 'load reference data and published history',
  help: `satgas seed

Loads issues, indicators, areas, agencies, assignments, targets and published figures of the province in PROVINCE_CODE.
What has been loaded before is left as it is. "satgas serve" does the same when it starts.`,
  async run(args) {
    readArgs({ args, options: {} });
    await withDatabase((database, config) => database.transaction((trx) => seedBase(trx, config)));
    print('Reference data and published figures are loaded.');
  },
};
