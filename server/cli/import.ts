import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DatabaseHandle } from '#db/connection.ts';
import { can, roleSchema } from '#shared/permissions.ts';
import { planHistory } from '#shared/spreadsheet/history-plan.ts';
import { decodeText, readDelimitedText } from '#shared/spreadsheet/text-file.ts';
import { AppError } from '../app-error.ts';
import type { Config } from '../config.ts';
import type { Actor } from '../context.ts';
import { applyImport, dryRun, importContext } from '../history-import/history-import.service.ts';
import { errorCode } from '../open-store.ts';
import { OperatorError } from '../operator-error.ts';
import { clockOf } from '../report/report.service.ts';
import { type Command, print } from './command.ts';
import { printPlan, printPreview } from './import-print.ts';
import { readArgs } from './options.ts';
import { withDatabase } from './with-database.ts';

export const importHistory: Command = {
  summary: 'import the figures of past months from a CSV file',
  help: `satgas import FILE --dry-run --as USERNAME [options]
satgas import FILE --apply --as USERNAME [options]

Reads a file as Kelola > Impor riwayat does: one figure in a row (Bulan, Wilayah, Indikator, Nilai), a column for each
indicator, or a column for each month. FILE is CSV with semicolons, commas or tabs; of a workbook the page in the
browser reads more than a program without Excel can know (percentages, dates), so import XLSX there or save it as CSV.

--dry-run          says what would happen; nothing is written
--apply            writes all of it in one transaction, or nothing
--as USERNAME      in whose name; somebody else has to verify the figures
--reason TEXT      why verified figures are corrected; without it such rows are refused
--answer ID=CHOICE answers a question that the file leaves open; may be given several times
--ignore-agency    does not compare the column of agencies

Rows that cannot be read or are refused are listed and left out. The application may go on running.`,
  async run(args) {
    const { values, positionals } = readArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        apply: { type: 'boolean', default: false },
        as: { type: 'string' },
        reason: { type: 'string' },
        answer: { type: 'string', multiple: true, default: [] },
        'ignore-agency': { type: 'boolean', default: false },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new OperatorError('Name one file: satgas import FILE.');
    if (values['dry-run'] === values.apply) throw new OperatorError('Say --dry-run or --apply, and not both.');
    const username = values.as;
    if (username === undefined) throw new OperatorError('Say in whose name: --as USERNAME.');
    const rows = await readRows(file);
    const options = {
      rows,
      fileName: basename(file),
      reason: values.reason?.trim() || null,
      answers: Object.fromEntries(values.answer.map(answerOf)),
      ignoresAgency: values['ignore-agency'],
      isApplied: values.apply,
    };
    await withDatabase((database, config) => runImport(database, config, username, options));
  },
};

interface ImportOptions {
  rows: string[][];
  fileName: string;
  reason: string | null;
  answers: Record<string, string>;
  ignoresAgency: boolean;
  isApplied: boolean;
}

/** @throws OperatorError for what the person can mend */
export async function runImport(
  database: DatabaseHandle,
  config: Config,
  username: string,
  { rows, fileName, reason, answers, ignoresAgency, isApplied }: ImportOptions,
): Promise<void> {
  const actor = await findActor(database, username);
  const clock = clockOf(config);
  const context = await importContext(database, clock);
  const plan = planHistory({ rows: rows.map((row) => row.map((text) => ({ text }))) }, context, answers);
  printPlan(plan, context);
  if (plan.figures.length === 0) throw new OperatorError('There is nothing to import; nothing was written.');
  const figures = plan.figures.map((figure) => (ignoresAgency ? { ...figure, agencyId: null } : figure));
  const input = { fileName, reason, rows: figures };
  const preview = await dryRun(database, input, clock);
  printPreview(preview, figures, context);
  if (!isApplied) {
    print('Nothing was written: this was a dry run.');
    return;
  }
  try {
    const asked = { ...input, importId: randomUUID(), fingerprint: preview.fingerprint };
    const { result } = await applyImport(database, actor, asked, clock);
    const written = result.counts.new + result.counts.changed;
    print(`Imported: ${written} figures into ${result.reports.length} reports. They wait to be verified.`);
  } catch (error) {
    throw error instanceof AppError ? asOperatorError(error) : error;
  }
}

function asOperatorError(error: AppError): OperatorError {
  const sentences: Partial<Record<AppError['code'], string>> = {
    IMPORT_STALE: 'Something changed meanwhile, so nothing was written: run it once more.',
    IMPORT_NOTHING: 'There is no figure to write: all rows are the same already, or refused.',
  };
  return new OperatorError(sentences[error.code] ?? `Nothing was written (${error.code}).`, { cause: error });
}

async function findActor({ db }: DatabaseHandle, username: string): Promise<Actor> {
  const user = await db
    .selectFrom('user')
    .select(['id', 'name', 'role', 'agencyId', 'isDisabled'])
    .where('username', '=', username)
    .executeTakeFirst();
  if (!user) throw new OperatorError(`There is no account "${username}": satgas user list shows them.`);
  if (user.isDisabled === 1) throw new OperatorError(`The account "${username}" is disabled.`);
  const role = roleSchema.exclude(['public']).parse(user.role);
  if (!can(role, 'history.import')) throw new OperatorError(`The role of "${username}" (${role}) may not import.`);
  return { id: user.id, name: user.name, role, agencyId: user.agencyId, sessionId: 'command-line' };
}

async function readRows(file: string): Promise<string[][]> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new OperatorError(`${file} cannot be read (${errorCode(error)}).`, { cause: error });
  });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new OperatorError('This is a workbook: import it in the browser, or save it as CSV.');
  return readDelimitedText(decodeText(bytes));
}

/** Ids may hold an equals sign; choices do not. */
function answerOf(text: string): [string, string] {
  const mark = text.lastIndexOf('=');
  if (mark < 1) throw new OperatorError(`"${text}" is no answer: write --answer ID=CHOICE.`);
  return [text.slice(0, mark), text.slice(mark + 1)];
}
