export type SortValue = string | number | null | undefined;
export type SortState = { key: string; direction: 'asc' | 'desc' };

/** Sorts a copy. What is missing comes last in either direction: it is neither the least nor the most. */
export function sortRows<Row>(
  rows: readonly Row[],
  sortValue: (row: Row) => SortValue,
  direction: 'asc' | 'desc',
  locale: string,
): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sign = direction === 'asc' ? 1 : -1;
  return [...rows].sort((first, second) => {
    const a = sortValue(first);
    const b = sortValue(second);
    if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1;
    if (b === null || b === undefined) return -1;
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
}
