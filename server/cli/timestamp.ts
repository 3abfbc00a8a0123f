/** `20261121-143005`, in UTC: for names of files, where they sort by time. */
export function fileTimestamp(at: Date): string {
  return at.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}
