import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DataColumn } from '#client/ui/data-table.tsx';

/** A long list by the page: what is shown, and how many wait. */
export function usePaged<Row>(rows: readonly Row[], pageSize: number) {
  const [pages, setPages] = useState(1);
  return {
    shown: rows.slice(0, pages * pageSize),
    left: Math.min(pageSize, Math.max(0, rows.length - pages * pageSize)),
    showMore: () => setPages((before) => before + 1),
  };
}

/** A list of which a part is shown cannot be sorted: it would sort that part. */
export function inFileOrder<Row>(columns: readonly DataColumn<Row>[]): DataColumn<Row>[] {
  return columns.map((column) => ({ ...column, sortable: false }));
}

export function MoreButton({ left, label, onMore }: { left: number; label: string; onMore: () => void }) {
  if (left === 0) return null;
  return (
    <Button variant="subtle" mih={44} mt="xs" onClick={onMore}>
      {label}
    </Button>
  );
}
