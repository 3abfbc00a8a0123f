/** One word after `satgas`. */
export interface Command {
  /** For the list of commands. */
  summary: string;
  /** Printed by `satgas <command> --help`. */
  help: string;
  /** `args` are what follows the command's name. Throws OperatorError for what the person can mend. */
  run(args: string[]): Promise<void>;
}

export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}
