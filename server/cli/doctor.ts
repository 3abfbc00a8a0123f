import { checkSqliteIntegrity } from '#db/backup.ts';
import type { DatabaseHandle } from '#db/connection.ts';
import { findStaleRollups } from '#db/rollup-check.ts';
import { checkAuditChain } from '../audit-chain.ts';
import { OperatorError } from '../operator-error.ts';
import { type Command, print } from './command.ts';
import { readArgs } from './options.ts';
import { withDatabase } from './with-database.ts';

const SHOWN = 10;

interface Finding {
  what: string;
  checked: string;
  problems: string[];
}

export const doctor: Command = {
  summary: 'check the database, the audit chain and the sums',
  help: `satgas doctor

Checks that the database file is whole, that nobody has altered the audit log, and that every sum equals the figures
under it. Apart from bringing the tables up to date it changes nothing. Ends with exit code 1 when something is wrong.`,
  async run(args) {
    readArgs({ args, options: {} });
    const findings = await withDatabase(async (database, config) => [
      integrity(database, config.databaseUrl),
      await auditChain(database),
      await rollups(database),
    ]);
    for (const { what, checked, problems } of findings) {
      print(`${problems.length === 0 ? 'ok     ' : 'PROBLEM'}  ${what} (${checked})`);
      for (const problem of problems.slice(0, SHOWN)) print(`         - ${problem}`);
      if (problems.length > SHOWN) print(`         … and ${problems.length - SHOWN} more`);
    }
    if (findings.some((finding) => finding.problems.length > 0))
      throw new OperatorError('The database needs attention: restore the latest good backup or ask for help.');
  },
};

function integrity(database: DatabaseHandle, file: string): Finding {
  const what = 'database file';
  if (database.engine === 'postgres') return { what, checked: 'PostgreSQL looks after its own', problems: [] };
  return { what, checked: file, problems: checkSqliteIntegrity(file) };
}

async function auditChain(database: DatabaseHandle): Promise<Finding> {
  const { checked, brokenAt } = await checkAuditChain(database.db);
  const problems = brokenAt === null ? [] : [`event ${brokenAt} does not fit the one before it`];
  return { what: 'audit chain', checked: `${checked} events`, problems };
}

async function rollups(database: DatabaseHandle): Promise<Finding> {
  const { checked, stale } = await findStaleRollups(database);
  const problems = stale.map(
    (key) => `${key.indicatorId} ${key.month} at ${key.areaId}: the sum differs from its figures`,
  );
  return { what: 'sums', checked: `${checked} of indicator and month`, problems };
}
