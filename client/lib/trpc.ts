import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '#server/app-router.ts';
import { actingAsHeader } from '#shared/acting-as.ts';
import { queryClient } from './query-client.ts';

export type RouterInput = inferRouterInputs<AppRouter>;
export type RouterOutput = inferRouterOutputs<AppRouter>;

/** Plain calls, for code outside components (a save queue, a loader). */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: '/api/trpc',
      // Longer batches are split: some proxies refuse an address beyond 8 kB.
      maxURLLength: 4000,
      // Another tab may have signed somebody else in: what one person typed is never written as another's.
      headers: ({ opList }) => {
        const person = opList.map(({ context }) => context.actingAs).find((id) => typeof id === 'string');
        return person === undefined ? {} : { [actingAsHeader]: person };
      },
    }),
  ],
});

/** Options for `useQuery` and `useMutation`: `useQuery(trpc.report.due.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
