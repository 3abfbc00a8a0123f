/** Less than this is the ordinary drift of a clock, or the time an answer takes. */
const toleratedMs = 10 * 60_000;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type ClockDifference = { direction: 'ahead' | 'behind'; unit: 'minute' | 'hour' | 'day'; count: number };

/**
 * How far the device's clock is from the server's, rounded to the largest unit that fits; undefined while it is right
 * enough.
 * @param deviceMs the device's time in the middle of the request
 * @param dateHeader the answer's `Date`, which counts in seconds
 */
export function clockDifference(deviceMs: number, dateHeader: string | null): ClockDifference | undefined {
  const serverMs = Date.parse(dateHeader ?? '');
  if (!Number.isFinite(serverMs)) return undefined;
  const difference = deviceMs - serverMs;
  const amount = Math.abs(difference);
  if (amount <= toleratedMs) return undefined;
  const direction = difference > 0 ? 'ahead' : 'behind';
  // Just below the next unit it is rounded up into it: "24 hours" is a day.
  if (Math.round(amount / minute) < 60) return { direction, unit: 'minute', count: Math.round(amount / minute) };
  if (Math.round(amount / hour) < 24) return { direction, unit: 'hour', count: Math.round(amount / hour) };
  return { direction, unit: 'day', count: Math.round(amount / day) };
}

/** Asks the server for its time. Undefined where the clocks agree, and where it cannot be asked. */
export async function measureClockDifference(): Promise<ClockDifference | undefined> {
  const before = Date.now();
  try {
    const answer = await fetch('/healthz', { method: 'HEAD', cache: 'no-store' });
    return clockDifference((before + Date.now()) / 2, answer.headers.get('date'));
  } catch {
    return undefined;
  }
}
