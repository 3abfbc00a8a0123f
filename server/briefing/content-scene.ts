import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { findAreaRow, findDataVersion, loadCatalogue } from '#server/figure/figure.service.ts';
import type { DataScope } from '#shared/figure.ts';
import { currentDate } from '#shared/month.ts';
import type { BodyContext } from './body-context.ts';
import { shelfOf } from './page-shelf.ts';
import { PictureBook } from './picture-book.ts';
import type { BriefingScene } from './scene.ts';

/** What contents are made from; it does not matter who asks. */
export type ContentScene = Pick<BriefingScene, 'handle' | 'config'>;

export async function currentDataVersion(db: Kysely<Database>): Promise<number> {
  const [head] = await findDataVersion(db, {});
  return head?.dataVersion ?? 0;
}

/** @throws AppError NOT_FOUND when the database holds no such province */
export async function bodyContext(
  { handle, config }: ContentScene,
  { data, dataVersion }: { data: DataScope; dataVersion: number },
): Promise<BodyContext> {
  const { provinceCode: provinceId, timeZone, dataDir } = config;
  const asOf = currentDate(new Date(), timeZone);
  const province = await findAreaRow(handle.db, provinceId);
  if (!province) throw new AppError('NOT_FOUND');
  return {
    db: handle.db,
    catalogue: await loadCatalogue(handle.db),
    province,
    shelf: shelfOf(handle, { provinceId, scope: data, asOf, timeZone, dataVersion }),
    pictures: new PictureBook(dataDir),
    asOf,
  };
}
