import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMonthParam } from '#client/lib/month-param.ts';
import { type OriginKey, originAddress } from '#client/lib/origin-context.ts';
import { trpc, trpcClient } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import { ErrorState } from '#client/ui/error-state.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import classes from './origin.module.css';
import { OriginContent } from './origin-content.tsx';
import type { Part } from './parts.tsx';

interface OriginDrawerProps {
  originKey: OriginKey;
  onClose: () => void;
}

/** Where a number comes from, beside the page it stands on. */
export function OriginDrawer({ originKey, onClose }: OriginDrawerProps) {
  const { t } = useTranslation('origin');
  return (
    <DrawerPanel opened onClose={onClose} title={t('title')} size="lg">
      {/* Another number starts at the first page of its own areas. */}
      <Origin key={originAddress(originKey)} originKey={originKey} />
    </DrawerPanel>
  );
}

function Origin({ originKey }: Pick<OriginDrawerProps, 'originKey'>) {
  const { scope } = useMonthParam();
  const errorText = useErrorText();
  const [offset, setOffset] = useState(0);
  const start = useRef<HTMLDivElement>(null);
  const query = useQuery({
    ...trpc.origin.get.queryOptions({ ...originKey, scope, offset }),
    placeholderData: keepPreviousData,
  });

  // The number that led here was in the former content and is gone: begin at the top of the new one.
  useEffect(() => {
    if (document.activeElement === document.body) start.current?.focus();
  }, []);

  async function gatherParts(): Promise<Part[]> {
    const found: Part[] = [];
    let total = 0;
    do {
      const { parts } = await trpcClient.origin.get.query({ ...originKey, scope, offset: found.length });
      if (parts.items.length === 0) break;
      found.push(...parts.items);
      total = parts.total;
    } while (found.length < total);
    return found;
  }

  return (
    <div ref={start} tabIndex={-1} className={classes.start}>
      {query.data ? (
        <OriginContent
          origin={query.data}
          onPage={setOffset}
          isPaging={query.isPlaceholderData}
          gatherParts={gatherParts}
        />
      ) : query.isError ? (
        <ErrorState title={errorText(query.error)} onRetry={() => void query.refetch()} retrying={query.isFetching} />
      ) : (
        <TableSkeleton rows={8} />
      )}
    </div>
  );
}
