import type { z } from 'zod';
import { AppClientError, fromAnswer, toAppError } from '#client/lib/app-error.ts';
import { actingAsHeader } from '#shared/acting-as.ts';
import {
  type ApplyInput,
  type ApplyLine,
  applyLineSchema,
  applyPath,
  type DryRunInput,
  type DryRunOutput,
  dryRunOutput,
  dryRunPath,
  type ImportResult,
} from '#shared/history-import.ts';

/**
 * @param personId who asks: somebody else who has signed in meanwhile is refused
 * @throws AppClientError as every other call does
 */
export async function sendDryRun(personId: string, input: DryRunInput): Promise<DryRunOutput> {
  const response = await post(dryRunPath, personId, input);
  return parse(dryRunOutput, await response.json().catch(() => undefined));
}

export type ImportProgress = Extract<ApplyLine, { type: 'progress' }>;

/**
 * Asks for the import and tells how far it is, line by line.
 * @throws AppClientError; NETWORK also when the answer breaks off: asked again with the same id, it is done only once
 */
export async function sendApply(
  personId: string,
  input: ApplyInput,
  onProgress: (progress: ImportProgress) => void,
): Promise<{ wasDone: boolean; result: ImportResult }> {
  const response = await post(applyPath, personId, input);
  for await (const text of linesOf(response)) {
    const line = parse(applyLineSchema, parseJson(text));
    if (line.type === 'progress') onProgress(line);
    else if (line.type === 'done') return line;
    else throw fromAnswer(line.error);
  }
  throw new AppClientError('NETWORK');
}

async function post(path: string, personId: string, body: unknown): Promise<Response> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [actingAsHeader]: personId },
      body: JSON.stringify(body),
    });
    if (response.ok) return response;
    throw refusalOf(await response.json().catch(() => undefined), response.status);
  } catch (error) {
    throw toAppError(error);
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + (value ?? '')).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line !== '') yield line;
      if (done) return;
    }
  } catch (error) {
    throw new AppClientError('NETWORK', { cause: error });
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new AppClientError('UNEXPECTED_ANSWER');
  return parsed.data;
}

/** A last line that was cut off is no line. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppClientError('NETWORK', { cause: error });
  }
}

function refusalOf(answer: unknown, status: number): AppClientError {
  if (typeof answer === 'object' && answer !== null && 'error' in answer) {
    const { error } = answer;
    if (typeof error === 'object' && error !== null) return fromAnswer({ ...error }, status);
  }
  return new AppClientError('UNEXPECTED_ANSWER', { status });
}
