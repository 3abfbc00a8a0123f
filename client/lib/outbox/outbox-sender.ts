import type { QueryClient } from '@tanstack/react-query';
import { isConnectionError, toAppError } from '#client/lib/app-error.ts';
import { trpc, trpcClient } from '#client/lib/trpc.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { ReportGrid, SaveEntryOutput } from '#shared/report.ts';
import type { OutboxItem, SaveItem, SetAsideItem, SubmitItem } from './outbox-item.ts';
import { type Answer, figuresOf } from './outbox-steps.ts';

/** Nothing else would fare better now. */
const general = ['STORAGE_FULL', 'TOO_MANY_REQUESTS'];
/** Not the figure's fault: the same attempt may pass when the server has recovered. */
const passing = ['INTERNAL', 'UNKNOWN', ...general];
/** A connection that hangs must not keep the other tabs from sending. */
const timeoutMs = 20_000;
const submitAttempts = 3;

/** Sends items to the server, as the person whose they are, and brings its answers into the report that is on screen. */
export function outboxSender(queries: QueryClient): (item: OutboxItem) => Promise<Answer> {
  const options = ({ userId }: OutboxItem) => ({
    context: { actingAs: userId },
    signal: AbortSignal.timeout(timeoutMs),
  });

  const asked = new Map<string, Promise<ReportGrid>>();

  /** Straight from the server, once for all that ask together: what this browser has kept of it decides nothing. */
  function reportNow(item: OutboxItem): Promise<ReportGrid> {
    const { reportKey } = item;
    let report = asked.get(reportKey);
    if (!report) {
      report = trpcClient.report.get.query({ reportKey }, options(item));
      asked.set(reportKey, report);
      report
        .then((grid) => queries.setQueryData(trpc.report.get.queryOptions({ reportKey }).queryKey, grid))
        .catch(() => undefined)
        .finally(() => asked.delete(reportKey));
    }
    return report;
  }

  async function save(item: SaveItem): Promise<Answer> {
    const { id, reportKey, areaId, indicatorId, change, baseVersion } = item;
    const input = { reportKey, areaId, indicatorId, ...change, baseVersion, changeId: id };
    try {
      const saved = await trpcClient.report.saveEntry.mutate(input, options(item));
      const { queryKey } = trpc.report.get.queryOptions({ reportKey });
      queries.setQueryData(queryKey, (grid) => grid && withSaved(grid, saved));
      return { kind: 'saved', cell: saved.cell };
    } catch (error) {
      return toAppError(error).code === 'ENTRY_VERSION_CONFLICT' ? conflict(item) : answerTo(error);
    }
  }

  async function conflict(item: SaveItem): Promise<Answer> {
    try {
      const grid = await reportNow(item);
      const theirs = grid.cells.find((cell) => cellKey(cell) === cellKey(item));
      if (theirs) return { kind: 'problem', problem: { kind: 'conflict', theirs } };
      return { kind: 'failed', code: 'ENTRY_VERSION_CONFLICT', isGeneral: false };
    } catch (error) {
      return answerTo(error);
    }
  }

  async function setAside(item: SetAsideItem): Promise<Answer> {
    const { id, reportKey, areaId, indicatorId, change } = item;
    const input = { reportKey, areaId, indicatorId, ...change, changeId: id };
    try {
      return { kind: 'saved', cell: (await trpcClient.report.setAside.mutate(input, options(item))).cell };
    } catch (error) {
      return answerTo(error);
    }
  }

  /** The report's version moves with every own figure: what must not have moved is what the person has seen. */
  async function submit(
    item: SubmitItem,
    expectedVersion = item.expectedVersion,
    left = submitAttempts,
  ): Promise<Answer> {
    const { id, reportKey, acceptMissing } = item;
    try {
      await trpcClient.report.submit.mutate(
        { reportKey, expectedVersion, acceptMissing, submissionId: id },
        options(item),
      );
      return { kind: 'submitted' };
    } catch (error) {
      if (toAppError(error).code !== 'VERSION_CONFLICT') return answerTo(error);
    }
    try {
      const grid = await reportNow(item);
      if (left > 1 && figuresOf(grid.cells) === item.figures) return submit(item, grid.report.version, left - 1);
      return { kind: 'problem', problem: { kind: 'report_changed' } };
    } catch (error) {
      return answerTo(error);
    }
  }

  return (item) => (item.kind === 'save' ? save(item) : item.kind === 'set_aside' ? setAside(item) : submit(item));
}

function answerTo(error: unknown): Answer {
  const { code, params } = toAppError(error);
  if (code === 'NOT_SIGNED_IN') return { kind: 'signed_out' };
  if (isConnectionError(error) || general.includes(code)) return { kind: 'failed', code, isGeneral: true };
  if (passing.includes(code)) return { kind: 'failed', code, isGeneral: false };
  return { kind: 'problem', problem: { kind: 'refused', code, params } };
}

export function withSaved(grid: ReportGrid, { cell, findings, report }: SaveEntryOutput): ReportGrid {
  const known = grid.cells.find((each) => cellKey(each) === cellKey(cell));
  if (known && known.version > cell.version) return grid;
  return {
    ...grid,
    report: report.version > grid.report.version ? { ...grid.report, ...report } : grid.report,
    cells: [...grid.cells.filter((each) => each !== known), cell],
    findings: [...grid.findings.filter(({ areaId }) => areaId !== cell.areaId), ...findings],
  };
}
