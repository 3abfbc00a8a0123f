import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type AuditFilter, auditFilterSchema } from '#shared/audit-log.ts';

const keys = { event: 'peristiwa', actorId: 'orang', from: 'dari', to: 'sampai' } as const;
const subjectKey = 'objek';

/** The filter lives in the address, so that a finding can be shared as a link. */
export function useAuditFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  const set = (changed: Partial<AuditFilter>) =>
    setParams(writeFilter({ ...filter, ...changed }), { preventScrollReset: true });
  return { filter, set };
}

function readFilter(params: URLSearchParams): AuditFilter {
  const [subjectType, ...subjectId] = (params.get(subjectKey) ?? '').split(':');
  const read = {
    ...Object.fromEntries(Object.entries(keys).map(([field, key]) => [field, params.get(key) ?? undefined])),
    ...(subjectType && subjectId.length > 0 && { subjectType, subjectId: subjectId.join(':') }),
  };
  const parsed = auditFilterSchema.safeParse(read);
  return parsed.success ? parsed.data : {};
}

function writeFilter(filter: AuditFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [field, key] of Object.entries(keys)) {
    const value = filter[field as keyof typeof keys];
    if (value) params.set(key, value);
  }
  if (filter.subjectType && filter.subjectId) params.set(subjectKey, `${filter.subjectType}:${filter.subjectId}`);
  return params;
}
