/**
 * What an update changed, for the audit log: field → from and to. Empty when nothing did.
 * @param before the row
 * @param after the new values of some of its columns
 */
export function changedFields<Row extends object>(
  before: Row,
  after: Partial<Row>,
): Record<string, { from: unknown; to: unknown }> {
  const changed: Record<string, { from: unknown; to: unknown }> = {};
  for (const field of Object.keys(after) as (keyof Row & string)[]) {
    if (before[field] !== after[field]) changed[field] = { from: before[field], to: after[field] };
  }
  return changed;
}
