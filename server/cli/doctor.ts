import { OperatorError } from '../operator-error.ts';
import type { Command } from './command.ts';
import { examine, hasProblems, printFindings } from './examination.ts';
import { readArgs } from './options.ts';
import { withDatabase } from './with-database.ts';

export const doctor: Command = {
  summary: 'check the database, the audit chain, the sums and the files',
  help: `satgas doctor

Checks that the database file is whole, that nobody has altered the audit log, that every sum equals the figures under
it, and that every uploaded file is there and is what was uploaded. Apart from bringing the tables up to date it changes
nothing; the application may go on running. Ends with exit code 1 when something is wrong.`,
  async run(args) {
    readArgs({ args, options: {} });
    const findings = await withDatabase(examine);
    printFindings(findings);
    if (hasProblems(findings))
      throw new OperatorError('The data need attention: restore the latest good backup or ask for help.');
  },
};
