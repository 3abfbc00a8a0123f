import type { KeptText, OutboxItem, SaveItem, SetAsideItem, SubmitItem } from '#client/lib/outbox/outbox-item.ts';

/** What a person sees an item doing. A problem waits for the person, all others wait for the network. */
export type ItemState =
  | 'waiting'
  /** A submission, while figures of its report are still to be sent. */
  | 'afterOthers'
  | 'sending'
  | 'refused'
  | 'conflict'
  | 'reportChanged';

export type FigureItem = SaveItem | SetAsideItem;

/** Everything of one report, in the order in which it was typed. */
export type ReportGroup = {
  reportKey: string;
  figures: FigureItem[];
  texts: KeptText[];
  submits: SubmitItem[];
};

export function groupByReport(items: readonly OutboxItem[], texts: readonly KeptText[]): ReportGroup[] {
  const groups = new Map<string, ReportGroup>();
  const groupOf = (reportKey: string) => {
    let group = groups.get(reportKey);
    if (!group) {
      group = { reportKey, figures: [], texts: [], submits: [] };
      groups.set(reportKey, group);
    }
    return group;
  };
  for (const item of items) {
    if (item.kind === 'submit') groupOf(item.reportKey).submits.push(item);
    else groupOf(item.reportKey).figures.push(item);
  }
  for (const text of texts) groupOf(text.reportKey).texts.push(text);
  return [...groups.values()];
}

export function stateOf(item: OutboxItem, isSending: boolean, isBehind = false): ItemState {
  switch (item.problem?.kind) {
    case 'refused':
      return 'refused';
    case 'conflict':
      return 'conflict';
    case 'report_changed':
      return 'reportChanged';
    default:
      if (isSending) return 'sending';
      return isBehind ? 'afterOthers' : 'waiting';
  }
}

export type ConflictItem = FigureItem & { problem: { kind: 'conflict' } };

export function isConflict(item: OutboxItem): item is ConflictItem {
  return item.kind !== 'submit' && item.problem?.kind === 'conflict';
}

export type OutboxCounts = { waiting: number; sending: number; problems: number; unfinished: number };

export function countOutbox(
  items: readonly OutboxItem[],
  texts: readonly KeptText[],
  sending: ReadonlySet<string>,
): OutboxCounts {
  const problems = items.filter(({ problem }) => problem !== null).length;
  const onTheWay = items.filter(({ id, problem }) => problem === null && sending.has(id)).length;
  return {
    waiting: items.length - problems - onTheWay,
    sending: onTheWay,
    problems,
    unfinished: texts.length,
  };
}
