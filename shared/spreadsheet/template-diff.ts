import { cellKey } from '#shared/report/summary.ts';
import type { CellRef } from '#shared/report.ts';
import { fromScaled } from '#shared/scale.ts';
import type { WrittenCell } from './plan.ts';
import type { Template, TemplateCell } from './template.ts';

/**
 * A cell three times: as it was written into the file, as it stands in the report now, as the file has it.
 * `untouched` – the person did not change it, whatever happened to it since; `same` – the report has it already;
 * `changed` – changed in the file alone; `conflict` – in both, and differently.
 */
export type CellFate = 'untouched' | 'same' | 'changed' | 'conflict';

export function fateOf<Value>(
  written: Value,
  now: Value,
  file: Value,
  isSame: (a: Value, b: Value) => boolean,
): CellFate {
  if (isSame(file, written)) return 'untouched';
  if (isSame(file, now)) return 'same';
  return isSame(now, written) ? 'changed' : 'conflict';
}

const missing: TemplateCell = {
  indicatorId: '',
  areaId: '',
  kind: 'not_reported',
  value: null,
  version: 0,
  text: null,
  note: null,
};

/** The cells of a template by their place; one that it does not name held nothing. */
export function writtenCells(template: Template): (ref: CellRef) => TemplateCell {
  const byKey = new Map(template.cells.map((cell) => [cellKey(cell), cell]));
  return ({ indicatorId, areaId }) =>
    byKey.get(cellKey({ indicatorId, areaId })) ?? { ...missing, indicatorId, areaId };
}

/**
 * What a cell of the file showed when it was made, in the scale that its indicator has now; undefined where the figure
 * cannot be written in it.
 */
export function writtenCell(cell: TemplateCell, was: number, is: number): WrittenCell | undefined {
  if (cell.text !== null) return { scaled: null, text: cell.text };
  if (cell.kind !== 'number' || cell.value === null) return { scaled: null, text: '' };
  const scaled = was === is ? cell.value : fromScaled(cell.value, was) * 10 ** is;
  return Number.isSafeInteger(scaled) ? { scaled, text: String(fromScaled(scaled, is)) } : undefined;
}

export type NoteChange = CellRef & {
  written: string | null;
  now: string | null;
  file: string | null;
  isConflict: boolean;
};

/** Notes that were changed in the file. Blank changes nothing; a dash takes the note away. */
export function noteChanges(
  notes: readonly (CellRef & { text: string })[],
  written: (ref: CellRef) => { note: string | null },
  now: (ref: CellRef) => string | null,
): NoteChange[] {
  return notes.flatMap(({ text, ...ref }) => {
    const said = text.replaceAll('\r\n', '\n').trim();
    if (said === '') return [];
    const cell = { written: written(ref).note?.trim() || null, now: now(ref)?.trim() || null };
    const file = /^[-\u2010-\u2015\u2212]$/.test(said) ? null : said;
    const fate = fateOf(cell.written, cell.now, file, (a, b) => a === b);
    return fate === 'changed' || fate === 'conflict'
      ? [{ ...ref, ...cell, file, isConflict: fate === 'conflict' }]
      : [];
  });
}
