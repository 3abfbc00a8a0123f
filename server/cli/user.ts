import { randomBytes } from 'node:crypto';
import type { DatabaseHandle } from '#db/connection.ts';
import { accountRoleSchema, accountRoles } from '#shared/permissions.ts';
import { AppError } from '../app-error.ts';
import { ensureSetupLink } from '../auth/link.service.ts';
import type { Config } from '../config.ts';
import { OperatorError } from '../operator-error.ts';
import { createUser } from '../user/user.service.ts';
import { type Command, print } from './command.ts';
import { readArgs } from './options.ts';
import { withDatabase } from './with-database.ts';

export const user: Command = {
  summary: 'list and create accounts, renew the setup link',
  help: `satgas user list
satgas user create --username NAME --name "FULL NAME" --email ADDRESS --role ROLE [--agency ID]
satgas user setup-link

create      makes an account with a random password and prints it once
setup-link  prints a new link that creates the first administrator, while there is none
ROLE        ${accountRoles.join(', ')}
--agency    needed for issue_coordinator and focal_point, e.g. biro-umum`,
  async run(args) {
    const { values, positionals } = readArgs({
      args,
      allowPositionals: true,
      options: {
        username: { type: 'string' },
        name: { type: 'string' },
        email: { type: 'string' },
        role: { type: 'string' },
        agency: { type: 'string' },
      },
    });
    const action = positionals[0] ?? '';
    const actions: Record<string, (database: DatabaseHandle, config: Config) => Promise<void>> = {
      list,
      create: (database) => create(database, values),
      'setup-link': setupLink,
    };
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!run) throw new OperatorError('Say what to do: satgas user list, create or setup-link (--help says more).');
    await withDatabase(run);
  },
};

async function list({ db }: DatabaseHandle): Promise<void> {
  const rows = await db
    .selectFrom('user')
    .select(['username', 'role', 'agencyId', 'isDisabled', 'name'])
    .orderBy('username')
    .execute();
  if (rows.length === 0) print('There are no accounts yet.');
  for (const row of rows) {
    const state = row.isDisabled ? ' (disabled)' : '';
    print([row.username?.padEnd(24), row.role.padEnd(18), (row.agencyId ?? '').padEnd(20), row.name + state].join(' '));
  }
}

interface GivenAccount {
  username?: string;
  name?: string;
  email?: string;
  role?: string;
  agency?: string;
}

async function create(database: DatabaseHandle, { username, name, email, role, agency }: GivenAccount): Promise<void> {
  if (!username || !name || !email || !role)
    throw new OperatorError('An account needs --username, --name, --email and --role.');
  const known = accountRoleSchema.safeParse(role);
  if (!known.success) throw new OperatorError(`There is no role "${role}": it is one of ${accountRoles.join(', ')}.`);
  const password = randomBytes(12).toString('base64url');
  try {
    await createUser(database, { username, name, email, role: known.data, agencyId: agency ?? null, password });
  } catch (error) {
    throw error instanceof AppError ? asOperatorError(error) : error;
  }
  print(`Account ${username} is made. Its password, shown only now: ${password}`);
}

function asOperatorError(error: AppError): OperatorError {
  const [field = 'input'] = Object.keys(error.fields);
  const sentences: Partial<Record<AppError['code'], string>> = {
    USER_EXISTS: `There is already an account with this ${field}.`,
    AGENCY_REQUIRED: 'This role acts for an agency: add --agency with its id.',
    BAD_INPUT: `The value of --${field.replace(/Id$/, '')} cannot be used.`,
  };
  return new OperatorError(sentences[error.code] ?? `The account could not be made (${error.code}).`, { cause: error });
}

async function setupLink(database: DatabaseHandle, config: Config): Promise<void> {
  const link = await ensureSetupLink(database, config);
  print(link ?? 'There is an administrator already: sign in and invite people from there.');
}
