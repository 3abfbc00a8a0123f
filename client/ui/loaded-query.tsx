import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';

interface LoadedQueryProps {
  query: { data?: unknown; error: unknown; isFetching: boolean; refetch: () => unknown };
  /** Shown until the first answer. */
  waiting: ReactNode;
  /** What could not be loaded, as a heading. */
  failed: string;
  errorText: (error: unknown) => string;
  children: ReactNode;
}

/** What a query brought; until then a skeleton, and after a failure what to do. */
export function LoadedQuery({ query, waiting, failed, errorText, children }: LoadedQueryProps) {
  if (query.data !== undefined) return children;
  if (!query.error) return waiting;
  return (
    <ErrorState
      title={failed}
      whatToDo={errorText(query.error)}
      retrying={query.isFetching}
      onRetry={() => void query.refetch()}
    />
  );
}
