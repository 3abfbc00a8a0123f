import { cellKey } from '#shared/report/summary.ts';
import type { CellRef, GridCell } from '#shared/report.ts';
import type { CellChange, OutboxItem, OutboxProblem, SaveItem, SetAsideItem, SubmitItem } from './outbox-item.ts';

export type Items = readonly OutboxItem[];

/** A change of what waits. It may be made again on what another tab has left in the store meanwhile. */
export type Step = (items: Items) => Items;

export type Answer =
  /** The cell as it stands: what was sent is among its revisions. */
  | { kind: 'saved'; cell: GridCell | null }
  | { kind: 'submitted' }
  | { kind: 'problem'; problem: OutboxProblem }
  /** The same attempt may succeed later. `isGeneral`: nothing else would fare better now. */
  | { kind: 'failed'; code: string; isGeneral: boolean }
  | { kind: 'signed_out' };

type Figure = Pick<CellChange, 'kind' | 'value'>;

/** Requests of one round; they travel as one batch. */
const roundSize = 50;

export function itemCell(item: SaveItem | SetAsideItem): string {
  return `${item.reportKey} ${cellKey(item)}`;
}

/** The figures of a report in one text, however its cells are ordered. */
export function figuresOf(cells: Iterable<CellRef & Figure>): string {
  return [...cells]
    .filter(({ kind }) => kind !== 'not_reported')
    .map((cell) => `${cellKey(cell)} ${cell.value ?? '-'}`)
    .sort()
    .join('\n');
}

/** What is typed over a value that has not left yet takes its place; over one that has, it waits behind it. */
export function addSaves(items: Items, saves: readonly SaveItem[]): Items {
  const next = [...items];
  const latest = new Map<string, number>();
  for (const [index, item] of next.entries()) if (item.kind === 'save') latest.set(itemCell(item), index);
  for (const save of saves) {
    const index = latest.get(itemCell(save)) ?? next.length;
    const known = next[index];
    if (known?.kind !== 'save') {
      latest.set(itemCell(save), next.push(save) - 1);
    } else if (known.hasLeft && !known.problem) {
      latest.set(itemCell(save), next.push({ ...save, baseVersion: known.baseVersion, after: known.id }) - 1);
    } else {
      const { order, baseVersion, after } = known;
      // An open conflict is settled by choosing, not by typing over the other person's figure unseen.
      const problem = known.problem?.kind === 'conflict' ? known.problem : null;
      next[index] = { ...save, order, baseVersion, after, problem };
    }
  }
  return next;
}

export function addSubmit(items: Items, submit: SubmitItem): Items {
  const others = items.filter(({ kind, reportKey }) => kind !== 'submit' || reportKey !== submit.reportKey);
  return [...others, submit];
}

/** Where they come from they may have been sent, and what was answered there is asked again. */
export function addImported(items: Items, imported: Items): Items {
  const known = new Set(items.map(({ id }) => id));
  const latest = new Map<string, SaveItem>();
  const added = imported.flatMap((item): OutboxItem[] => {
    if (known.has(item.id)) return [];
    known.add(item.id);
    const { order: _order, ...rest } = { ...item, problem: null, hasLeft: true };
    if (rest.kind !== 'save') return [rest];
    const before = latest.get(itemCell(rest));
    latest.set(itemCell(rest), rest);
    return [before?.baseVersion === rest.baseVersion ? { ...rest, after: before.id } : rest];
  });
  return [...items, ...added];
}

export function without(items: Items, ids: ReadonlySet<string>): Items {
  return items.filter(({ id }) => !ids.has(id));
}

/** What was refused waits for the network again, as it was typed. A conflict is not asked about: it is settled. */
export function askedAgain(items: Items, ids: ReadonlySet<string>): Items {
  return items.map((item) =>
    ids.has(item.id) && item.problem?.kind === 'refused' ? { ...item, problem: null } : item,
  );
}

export function resolved(items: Items, ids: ReadonlySet<string>, choice: 'mine' | 'theirs'): Items {
  return items.map((item): OutboxItem => {
    if (!ids.has(item.id) || item.kind !== 'save' || item.problem?.kind !== 'conflict') return item;
    return choice === 'mine'
      ? { ...item, problem: null, baseVersion: item.problem.theirs.version }
      : { ...item, problem: null, kind: 'set_aside' };
  });
}

/**
 * What may be sent now, in order: figures of one report, one per cell, or the submission of a report of which nothing
 * is left before it. A figure with a problem holds up nothing but the submission.
 */
export function nextRound(items: Items, skipped: ReadonlySet<string>): OutboxItem[] {
  const round: OutboxItem[] = [];
  const cells = new Set<string>();
  const reports = new Set<string>();
  for (const item of items) {
    const isFree = item.problem === null && !skipped.has(item.id);
    const isNext = item.kind === 'submit' ? !reports.has(item.reportKey) : !cells.has(itemCell(item));
    reports.add(item.reportKey);
    if (item.kind !== 'submit' && item.problem === null) cells.add(itemCell(item));
    const [first] = round;
    const fits = !first || (item.kind !== 'submit' && item.kind === first.kind && item.reportKey === first.reportKey);
    if (isFree && isNext && fits && round.push(item) === roundSize) break;
  }
  return round;
}

export function withLeft(items: Items, ids: ReadonlySet<string>): Items {
  return items.map((item) => (ids.has(item.id) && !item.hasLeft ? { ...item, hasLeft: true } : item));
}

/** What is left after the answers to a round, by the ids of its items. */
export function settled(items: Items, answers: ReadonlyMap<string, Answer>): Items {
  const newer = new Map<string, SaveItem>();
  for (const item of items) if (item.kind === 'save' && item.after !== undefined) newer.set(item.after, item);
  const changed = new Map<string, OutboxItem | undefined>();
  for (const item of items) {
    const answer = answers.get(item.id);
    if (!answer || answer.kind === 'failed' || answer.kind === 'signed_out') continue;
    const behind = newer.get(item.id);
    const left =
      item.kind === 'save'
        ? settledSave(item, behind, answer)
        : answer.kind === 'problem' && { ...item, problem: answer.problem, hasLeft: false };
    changed.set(item.id, undefined);
    if (behind) changed.set(behind.id, undefined);
    if (left) changed.set(left.id, left);
  }
  return items.flatMap((item) => (changed.has(item.id) ? (changed.get(item.id) ?? []) : [item]));
}

/** What remains to be done for the cell: nothing, or one item. `newer` was typed over this one while it was away. */
function settledSave(
  item: SaveItem,
  newer: SaveItem | undefined,
  answer: Extract<Answer, { kind: 'saved' | 'submitted' | 'problem' }>,
): SaveItem | undefined {
  if (answer.kind === 'problem') {
    const { problem } = answer;
    // What was typed since stands for the cell: it may be acceptable where the older was not.
    const mine: SaveItem = { ...(newer ?? item), baseVersion: item.baseVersion, after: item.after, hasLeft: false };
    if (problem.kind !== 'conflict') return { ...mine, problem: newer ? null : problem };
    return saysTheSame(problem.theirs, mine.change) ? undefined : { ...mine, problem };
  }
  const cell = answer.kind === 'saved' ? answer.cell : null;
  if (!newer || !cell) return undefined;
  const rebased: SaveItem = { ...newer, baseVersion: cell.version, after: undefined };
  if (sameFigure(cell, item.change)) return rebased;
  // It arrived, and somebody else has changed it since: the newer value was typed over another figure than this.
  return saysTheSame(cell, newer.change) ? undefined : { ...rebased, problem: { kind: 'conflict', theirs: cell } };
}

export function sameFigure(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && a.value === b.value;
}

/** Only the figure counts: a note of the same figure is not worth a question. */
export function saysTheSame(cell: Figure, change: CellChange): boolean {
  return sameFigure(cell, change) && change.note === undefined;
}

/** The difference between two states as a step that can be made on a third. */
export function overlay(from: Items, to: Items): Step | undefined {
  const before = new Map(from.map((item) => [item.id, item]));
  const put = new Map(to.filter((item) => before.get(item.id) !== item).map((item) => [item.id, item]));
  for (const { id } of to) before.delete(id);
  const gone = new Set(before.keys());
  if (put.size + gone.size === 0) return undefined;
  return (items) => {
    const known = new Set(items.map(({ id }) => id));
    const changed = items.map((item): OutboxItem => {
      const other = put.get(item.id);
      return other ? { ...other, order: item.order } : item;
    });
    return without([...changed, ...[...put.values()].filter(({ id }) => !known.has(id))], gone);
  };
}
