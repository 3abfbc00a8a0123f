import { afterEach, describe, expect, it, vi } from 'vitest';
import { clockDifference, measureClockDifference } from '#client/features/outbox/clock-difference.ts';

const server = Date.parse('2023-09-04T02:00:00.000Z');
const header = new Date(server).toUTCString();
const minutes = (count: number) => clockDifference(server + count * 60_000, header);

afterEach(() => vi.unstubAllGlobals());

describe('the clock of the device', () => {
  it('is right enough within ten minutes', () => {
    expect(minutes(0)).toBeUndefined();
    expect(minutes(10)).toBeUndefined();
    expect(minutes(-10)).toBeUndefined();
  });

  it.each([
    [11, { direction: 'ahead', unit: 'minute', count: 11 }],
    [-25, { direction: 'behind', unit: 'minute', count: 25 }],
    [59.6, { direction: 'ahead', unit: 'hour', count: 1 }],
    [-180, { direction: 'behind', unit: 'hour', count: 3 }],
    [23.6 * 60, { direction: 'ahead', unit: 'day', count: 1 }],
    [-24 * 60, { direction: 'behind', unit: 'day', count: 1 }],
    [31 * 24 * 60, { direction: 'ahead', unit: 'day', count: 31 }],
  ])('is %d minutes off', (count, expected) => {
    expect(minutes(count)).toEqual(expected);
  });

  it('is not judged without the server’s', () => {
    expect(clockDifference(server, null)).toBeUndefined();
    expect(clockDifference(server, 'yesterday')).toBeUndefined();
  });

  it('is compared with the answer’s own time', async () => {
    const date = new Date(Date.now() + 24 * 3_600_000).toUTCString();
    vi.stubGlobal('fetch', async () => new Response(null, { headers: { date } }));
    expect(await measureClockDifference()).toEqual({ direction: 'behind', unit: 'day', count: 1 });
  });

  it('is not judged while the server is away', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await measureClockDifference()).toBeUndefined();
  });
});
