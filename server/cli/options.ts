import { type ParseArgsConfig, parseArgs } from 'node:util';
import { errorCode } from '../open-store.ts';
import { OperatorError } from '../operator-error.ts';

/**
 * `parseArgs` of Node, strict.
 * @throws OperatorError with one sentence about the argument that does not fit
 */
export function readArgs<T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs<T>(config);
  } catch (error) {
    if (error instanceof Error && errorCode(error).startsWith('ERR_PARSE_ARGS'))
      throw new OperatorError(`${error.message.split('. ')[0]}. Add --help to see what the command takes.`, {
        cause: error,
      });
    throw error;
  }
}
