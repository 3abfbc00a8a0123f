import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toAppError } from '#client/lib/app-error.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import classes from './read-view.module.css';

interface ReadViewProps<T> {
  query: UseQueryResult<T>;
  skeleton: ReactNode;
  /** In place of the error, where the server knows nothing under this address. */
  notFound?: ReactNode;
  children: (data: T) => ReactNode;
}

/**
 * A page's answer in its states: waiting, failed, there. While another month is on its way the former stays, dimmed;
 * an answer that could not be renewed stays as well.
 */
export function ReadView<T>({ query, skeleton, notFound, children }: ReadViewProps<T>) {
  const errorText = useErrorText();
  if (query.data !== undefined) {
    return (
      <div className={query.isPlaceholderData ? classes.stale : undefined} aria-busy={query.isPlaceholderData}>
        {children(query.data)}
      </div>
    );
  }
  if (!query.isError) return skeleton;
  const { code } = toAppError(query.error);
  if (code === 'NOT_FOUND' && notFound) return notFound;
  return <ErrorState title={errorText(query.error)} onRetry={() => void query.refetch()} retrying={query.isFetching} />;
}
