import { referenceSchema } from '#shared/reference.ts';
import { keptQuery } from './kept/kept-query.ts';
import { fetchRead, readAddress } from './read.ts';

export type { Reference } from '#shared/reference.ts';

/** Issues, indicators, areas down to districts, agencies: what pickers, search and labels need. It changes seldom. */
export function referenceQuery() {
  return keptQuery('reference', {
    queryKey: ['read', '/reference', {}],
    queryFn: () => fetchRead(readAddress('/reference'), referenceSchema),
    staleTime: 60 * 60_000,
  });
}
