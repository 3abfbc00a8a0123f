/**
 * An area's name as it is compared: lower case, letters and digits only, so that `Tanduk Kalua'`, `TANDUK KALUA` and
 * `Tandukkalua` are one name. Accents are dropped.
 */
export function normalizeAreaName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
