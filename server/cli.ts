#!/usr/bin/env node
import { NewerDatabaseError } from '#db/migrate.ts';
import { backup } from './cli/backup.ts';
import { type Command, print } from './cli/command.ts';
import { demo } from './cli/demo.ts';
import { doctor } from './cli/doctor.ts';
import { importHistory } from './cli/import.ts';
import { mailTest } from './cli/mail-test.ts';
import { migrate } from './cli/migrate.ts';
import { restore } from './cli/restore.ts';
import { seed } from './cli/seed.ts';
import { serve } from './cli/serve.ts';
import { user } from './cli/user.ts';
import { ConfigError } from './config.ts';
import { OperatorError } from './operator-error.ts';

const commands: Record<string, Command> = {
  serve,
  demo,
  migrate,
  seed,
  user,
  import: importHistory,
  backup,
  restore,
  doctor,
  'mail-test': mailTest,
};

function help(): string {
  const list = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`);
  return ['Usage: satgas <command> [options]', '', ...list, '', 'satgas <command> --help says more.'].join('\n');
}

/** One sentence for what a person at the command line can mend; undefined for a fault of ours. */
function sentenceFor(error: unknown): string | undefined {
  if (error instanceof OperatorError) return error.message;
  if (error instanceof ConfigError) return `Wrong setting – ${error.message}.`;
  if (error instanceof NewerDatabaseError)
    return `${error.message.replace(/\.$/, '')}: install that version or a later one; nothing was changed.`;
  return undefined;
}

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(help());
    return;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new OperatorError(`There is no command "${name}": satgas --help lists them.`);
  if (args.includes('--help') || args.includes('-h')) print(command.help);
  else await command.run(args);
}

try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  const sentence = sentenceFor(error);
  if (sentence === undefined) console.error(error);
  else console.error(sentence);
  process.exit(1);
}
