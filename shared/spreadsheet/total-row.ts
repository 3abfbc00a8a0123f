import { tidy } from './cell-form.ts';

/** "Jumlah", "Total", "Rata-rata", in front of whatever they are of. */
export function isTotal(label: string): boolean {
  return /^(?:sub\s*-?\s*|grand\s+)?(?:jumlah|jml|total|rata\s*-?\s*rata|average|sum|rerata)\b/i.test(tidy(label));
}
