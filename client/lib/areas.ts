import { z } from 'zod';
import { readQuery } from './read.ts';

const areaSchema = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(['province', 'regency', 'district', 'village']),
  parentCode: z.string().nullable(),
});
export type AreaItem = z.infer<typeof areaSchema>;

/** Province, regencies and districts: few enough to hold at once. They change with a decree, so they are kept for long. */
export function areasQuery() {
  return { ...readQuery('/areas', z.array(areaSchema)), staleTime: 60 * 60_000, meta: { live: false } };
}
