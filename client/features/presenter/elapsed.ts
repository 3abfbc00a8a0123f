/** `4.05`, `1.02.03`: a running time as clocks write it in Indonesian, with colons in English. */
export function formatElapsed(milliseconds: number, locale: 'id' | 'en'): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = hours > 0 ? [String(hours), two(minutes)] : [String(minutes)];
  return [...parts, two(seconds % 60)].join(locale === 'id' ? '.' : ':');
}
