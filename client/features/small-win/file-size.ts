import { useCallback } from 'react';
import { useFormatValue } from '#client/ui/value-format.ts';

/** `1,2 MB`, `340 kB`: the units of a file manager, 1 kB = 1000 bytes. */
export function useFileSize(): (bytes: number) => string {
  const formatValue = useFormatValue();
  return useCallback(
    (bytes) =>
      bytes < 1_000_000
        ? formatValue(Math.max(1, Math.round(bytes / 1000)), { unit: 'kB' })
        : formatValue(bytes / 1_000_000, { decimals: 1, unit: 'MB' }),
    [formatValue],
  );
}
