declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: (request: Request) => Request;
    onResponse?: (status: number, body: string) => void;
  }

  interface Client extends EventEmitter {
    setRequests(requests: Request[]): void;
  }

  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    setupClient: (client: Client) => void;
  }

  interface Instance extends EventEmitter {
    on(event: 'response', listen: (client: Client, status: number, bytes: number, milliseconds: number) => void): this;
    on(event: 'reqError', listen: (error: Error) => void): this;
  }

  export default function autocannon(options: Options, done: (error: Error | null) => void): Instance;
}
