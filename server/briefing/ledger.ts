import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Catalogue } from '#server/figure/figure.service.ts';
import type { LedgerLine } from '#shared/briefing/comparison.ts';
import { fromScaled } from '#shared/scale.ts';

/** More corrections than anybody reads; the latest are told. */
const mostLines = 2000;

/** Corrections of verified figures between two instants, the later one included, in real numbers. */
export async function ledgerBetween(
  db: Kysely<Database>,
  catalogue: Catalogue,
  { from, to }: { from: string; to: string },
): Promise<LedgerLine[]> {
  const [earlier, later] = from <= to ? [from, to] : [to, from];
  const rows = await db
    .selectFrom('restatement')
    .innerJoin('indicator', 'indicator.id', 'restatement.indicatorId')
    .leftJoin('area', 'area.id', 'restatement.areaId')
    .leftJoin('user as corrector', 'corrector.id', 'restatement.actorId')
    .leftJoin('user as verifier', 'verifier.id', 'restatement.verifiedById')
    .select([
      'restatement.id',
      'restatement.indicatorId',
      'restatement.areaId',
      'restatement.month',
      'restatement.fromValue',
      'restatement.toValue',
      'restatement.reason',
      'restatement.at',
      'restatement.provinceBefore',
      'restatement.provinceAfter',
      'indicator.nameId',
      'indicator.nameEn',
      'indicator.decimals',
      'area.name as areaName',
      'corrector.name as correctedByName',
      'verifier.name as verifiedByName',
    ])
    .where('restatement.at', '>', earlier)
    .where('restatement.at', '<=', later)
    .orderBy('restatement.at', 'desc')
    .orderBy('restatement.id', 'desc')
    .limit(mostLines)
    .execute();
  return rows.map((row) => {
    const real = (scaled: number | null) => (scaled === null ? null : fromScaled(scaled, row.decimals));
    return {
      restatementId: row.id,
      areaId: row.areaId,
      areaName: row.areaName ?? row.areaId,
      indicatorName: { id: row.nameId, en: row.nameEn },
      from: real(row.fromValue),
      to: real(row.toValue),
      reason: row.reason,
      correctedByName: row.correctedByName,
      verifiedByName: row.verifiedByName,
      at: row.at,
      provinceBefore: real(row.provinceBefore),
      provinceAfter: real(row.provinceAfter),
      month: row.month,
      indicatorIds: [row.indicatorId, ...ratiosOf(catalogue, row.indicatorId)],
    };
  });
}

/** The ratios that are made of an indicator. */
function ratiosOf({ indicators }: Catalogue, indicatorId: string): string[] {
  return [...indicators.values()]
    .filter((row) => row.numeratorId === indicatorId || row.denominatorId === indicatorId)
    .map((row) => row.id);
}
