import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const newMark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Satgas 4+1, baru</title></svg>';

/**
 * Stands before the application, at an address of its own, as long as its files are of one build; `update` brings another
 * one: one file has another content, the list in the service worker says so, and the scripts of the build before it are
 * gone, as they are after a deployment.
 */
export class ChangingServer {
  readonly #target: URL;
  readonly #server: Server;
  #isUpdated = false;
  #isWithoutScripts = false;

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((incoming, outgoing) => {
      const path = incoming.url ?? '/';
      if (this.#isWithoutScripts && path.startsWith('/assets/')) {
        outgoing.writeHead(404).end();
        return;
      }
      if (this.#isUpdated && path === '/favicon.svg') {
        outgoing.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' }).end(newMark);
        return;
      }
      const isWorker = this.#isUpdated && path === '/sw.js';
      // Whole and as it is: to "unchanged since" the application would rightly say yes.
      const { 'if-none-match': _tag, 'if-modified-since': _since, ...headers } = incoming.headers;
      if (isWorker) headers['accept-encoding'] = 'identity';
      const passed = request(
        { host: this.#target.hostname, port: this.#target.port, path, method: incoming.method, headers },
        (answer) => {
          if (!isWorker) {
            outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.pipe(outgoing);
            return;
          }
          let text = '';
          answer.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          answer.on('end', () => {
            const { 'content-length': _length, ...rest } = answer.headers;
            outgoing.writeHead(200, rest).end(withNewMark(text));
          });
        },
      );
      passed.on('error', () => outgoing.destroy());
      outgoing.on('close', () => passed.destroy());
      incoming.pipe(passed);
    });
  }

  static async before(target: string): Promise<ChangingServer> {
    const changing = new ChangingServer(target);
    await new Promise<void>((resolve) => {
      changing.#server.listen(0, '127.0.0.1', resolve);
    });
    return changing;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** The server has been updated. */
  update(): void {
    this.#isUpdated = true;
    this.#isWithoutScripts = true;
  }

  /** The scripts of the build that is open have gone, and no service worker knows. */
  loseScripts(): void {
    this.#isWithoutScripts = true;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The list of files as the next build would write it: one of them has another revision. */
function withNewMark(worker: string): string {
  const changed = worker.replace(
    /(["'`]?revision["'`]?:["'`])[0-9a-f]+(["'`],["'`]?url["'`]?:["'`]favicon\.svg)/,
    '$1f00d$2',
  );
  if (changed === worker) throw new Error('The service worker does not list favicon.svg.');
  return changed;
}
