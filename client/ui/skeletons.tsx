import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import panel from './panel.module.css';

function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  );
}

/** A card with a headline figure. */
export function CardSkeleton({ height = 190 }: { height?: number }) {
  return (
    <Waiting>
      <div className={panel.panel} style={{ minHeight: height }}>
        <Stack gap="xs">
          <Skeleton height={14} width="60%" />
          <Skeleton height={30} width="40%" />
          <Skeleton height={12} width="80%" />
          <Skeleton height={40} />
        </Stack>
      </div>
    </Waiting>
  );
}

/** Keeps the place of a chart, so that the page does not jump when it arrives. */
export function ChartSkeleton({ height = 260 }: { height?: number }) {
  return (
    <Waiting>
      <Stack gap="xs">
        <Skeleton height={16} width="45%" />
        <Skeleton height={height} />
      </Stack>
    </Waiting>
  );
}

export function TableSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Waiting>
      <Stack gap={6}>
        {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
          <Skeleton key={key} height={30} />
        ))}
      </Stack>
    </Waiting>
  );
}
