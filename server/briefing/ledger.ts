import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Catalogue } from '#server/figure/figure.service.ts';
import { selectRestatements } from '#server/report/report.service.ts';
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
  const rows = await selectRestatements(db)
    .select(['indicator.nameId', 'indicator.nameEn'])
    .where('restatement.at', '>', earlier)
    .where('restatement.at', '<=', later)
    .limit(mostLines)
    .execute();
  return rows.map((row) => {
    const real = (scaled: number | null) => (scaled === null ? null : fromScaled(scaled, row.decimals));
    return {
      restatementId: row.id,
      areaId: row.areaId,
      areaName: row.areaName,
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
