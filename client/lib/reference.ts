import { referenceSchema } from '#shared/reference.ts';
import { readQuery } from './read.ts';

export type { Reference } from '#shared/reference.ts';

/** Issues, indicators, areas down to districts, agencies: what pickers, search and labels need. It changes seldom. */
export function referenceQuery() {
  return { ...readQuery('/reference', referenceSchema), staleTime: 60 * 60_000 };
}
