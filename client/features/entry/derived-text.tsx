import { useLocale } from '#client/i18n/use-locale.ts';
import { formatNumber, formatPercent } from '#shared/number-format.ts';
import type { DerivedColumn } from '#shared/report.ts';

type DerivedTextProps = { column: DerivedColumn; value: number | null; decimals: number };

/** A figure that is computed; a dash where a part of its formula is missing, never a zero. */
export function DerivedText({ column, value, decimals }: DerivedTextProps) {
  const locale = useLocale();
  if (value === null) return <>–</>;
  const isPercent = column.kind === 'share' || (column.kind === 'ratio' && column.factor === 100);
  return <>{isPercent ? formatPercent(value, { locale, decimals }) : formatNumber(value, { locale, decimals })}</>;
}
