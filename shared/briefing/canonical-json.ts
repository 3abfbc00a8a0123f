/**
 * JSON with one spelling for one value, so that a hash of it can be checked again: keys sorted by their UTF-16 code
 * units at every depth, nothing that is undefined, no white space, numbers in their shortest form with -0 as 0.
 * @throws TypeError for what JSON cannot hold: functions, symbols, bigints, NaN and infinities.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return numberText(value);
  // As in JSON.stringify, a hole in a list keeps its place.
  if (Array.isArray(value)) return `[${Array.from(value, (each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value === 'object') return objectText(value);
  throw new TypeError(`not a JSON value: ${typeof value}`);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  return JSON.stringify(value);
}

function objectText(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
