import autocannon from 'autocannon';
import { quantile } from './stats.ts';

export interface Step {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  /** The body of the next request. */
  body?: () => unknown;
  onAnswer?: (body: string) => void;
  /** Left out of the figures: it only makes the next step possible. */
  isAside?: boolean;
}

/** What one connection asks, over and over; a list of its own for each connection. */
export type Scenario = (connection: number) => Step[];

export interface LoadResult {
  requestsPerSecond: number;
  p50: number;
  p99: number;
}

/** Sixteen people at once. */
export const CONNECTIONS = 16;

/**
 * Asks for `seconds` over sixteen connections, each with one request under way. On a machine that is too busy nothing may
 * be answered in time: the rate is 0 then, and the times are not numbers.
 * @throws Error when an answer is not a success
 */
export function load(url: string, scenario: Scenario, seconds: number): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const failures = new Map<string, number>();
    const turns = new Map<object, { steps: Step[]; turn: number }>();
    const fail = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1);
    let connection = 0;
    const start = performance.now();
    const instance = autocannon(
      {
        url,
        connections: CONNECTIONS,
        duration: seconds,
        setupClient: (client) => {
          const steps = scenario(connection);
          connection += 1;
          turns.set(client, { steps, turn: 0 });
          client.setRequests(steps.map((step) => requestOf(step, fail)));
        },
      },
      (error) => {
        const elapsed = (performance.now() - start) / 1000;
        if (error) reject(error);
        else if (failures.size > 0) reject(new Error(describe(failures)));
        else
          resolve({
            requestsPerSecond: times.length / elapsed,
            p50: quantile(times, 0.5),
            p99: quantile(times, 0.99),
          });
      },
    );
    instance.on('response', (client, _status, _bytes, milliseconds) => {
      const state = turns.get(client);
      const step = state?.steps[state.turn % state.steps.length];
      if (!state || !step) return;
      state.turn += 1;
      if (!step.isAside) times.push(milliseconds);
    });
    instance.on('reqError', (error) => fail(error.message));
  });
}

function requestOf(step: Step, fail: (what: string) => void) {
  const { method, path, headers, body, onAnswer } = step;
  return {
    method,
    path,
    headers,
    setupRequest: (request: object) => (body ? { ...request, body: JSON.stringify(body()) } : request),
    onResponse: (status: number, text: string) => {
      if (status >= 400) fail(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
      else onAnswer?.(text);
    },
  };
}

function describe(failures: ReadonlyMap<string, number>): string {
  return [...failures].map(([what, times]) => `${times} × ${what}`).join('\n');
}
