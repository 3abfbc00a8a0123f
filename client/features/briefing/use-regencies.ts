import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { referenceQuery } from '#client/lib/reference.ts';
import type { Choice } from '#client/lib/use-choices.ts';

/** The province's regencies, for selects. */
export function useRegencies(): Choice[] {
  const { data } = useQuery(referenceQuery());
  return useMemo(
    () =>
      (data?.areas ?? [])
        .filter((area) => area.parentId === data?.provinceId)
        .map(({ id, name }) => ({ value: id, label: name })),
    [data],
  );
}
