import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { queryClient } from '#client/lib/query-client.ts';
import { trpc, trpcClient } from '#client/lib/trpc.ts';
import type { ExportJob, StartExportInput } from '#shared/briefing/export.ts';

/** How often a file that is being made is asked after. */
const pollMs = 800;

export type ExportOrder = Omit<StartExportInput, 'editionId'>;

function listQuery(editionId: string) {
  return trpc.export.list.queryOptions({ editionId }, { meta: { live: false } });
}

export function exportAddress(id: string): string {
  return `/api/exports/${encodeURIComponent(id)}`;
}

/**
 * The files of an edition: those being made, and those that can be had. One that was asked for here is downloaded when
 * it is ready; the server goes on while nobody looks, and coming back shows how far it is.
 */
export function useExports(editionId: string) {
  const [starting, setStarting] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const awaited = useRef(new Set<string>());
  const orders = useRef(new Map<string, ExportOrder>());
  const list = useQuery({
    ...listQuery(editionId),
    refetchInterval: ({ state }) => (state.data?.some(isBeingMade) ? pollMs : false),
  });
  const jobs = list.data;

  useEffect(() => {
    for (const job of jobs ?? []) {
      if (isBeingMade(job) || !awaited.current.delete(job.id)) continue;
      if (job.state === 'done') download(job);
    }
  }, [jobs]);

  const start = useCallback(
    async (order: ExportOrder, key: string) => {
      setStarting(key);
      setProblem(undefined);
      try {
        const job = await trpcClient.export.start.mutate({ editionId, ...order });
        awaited.current.add(job.id);
        orders.current.set(job.id, order);
        queryClient.setQueryData(listQuery(editionId).queryKey, (known = []) => [
          job,
          ...known.filter(({ id }) => id !== job.id),
        ]);
        await queryClient.invalidateQueries({ queryKey: listQuery(editionId).queryKey });
      } catch (error) {
        setProblem(error);
      } finally {
        setStarting(undefined);
      }
    },
    [editionId],
  );

  /** What was asked for on an earlier visit is asked for as it is by default. */
  const again = ({ id, kind, locale }: ExportJob) =>
    start(orders.current.get(id) ?? { kind, locale, paper: 'A4', slideId: null }, id);

  return { again, jobs: jobs ?? [], starting, problem, start, loadError: list.error };
}

export function isBeingMade({ state }: Pick<ExportJob, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** Hands the file to the browser, which asks the server for it under its own name. */
function download({ id, fileName }: ExportJob): void {
  const link = document.createElement('a');
  link.href = exportAddress(id);
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}
