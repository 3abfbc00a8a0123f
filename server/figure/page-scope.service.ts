import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import type { DataScope } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';
import { type AreaRow, type Audience, areaBrief, findAreaRow } from './figure.service.ts';

/** What an answer depends on, and nothing else: whoever asks with the same scope gets the same bytes. */
export interface PageScope {
  provinceId: string;
  month: Month;
  scope: DataScope;
  audience: Audience;
  /** Today in the province's time zone. */
  asOf: string;
  timeZone: string;
  dataVersion: number;
}

/** @throws AppError NOT_FOUND when the database holds no such province */
export async function getProvince(db: Kysely<Database>, { provinceId }: PageScope): Promise<AreaRow> {
  const province = await findAreaRow(db, provinceId);
  if (!province) throw new AppError('NOT_FOUND');
  return province;
}

export function answerHead(page: PageScope, province: AreaRow) {
  return {
    dataVersion: page.dataVersion,
    asOf: page.asOf,
    month: page.month,
    data: page.scope,
    province: areaBrief(province),
  };
}
