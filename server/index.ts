import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnyTRPCRouter } from '@trpc/server';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { DatabaseHandle } from '#db/connection.ts';
import { createApp } from './app.ts';
import { createAuth } from './auth/auth.ts';
import { readAuthSecret } from './auth/auth-secret.ts';
import type { Config } from './config.ts';
import { startExportRunner } from './export/export-runner.ts';
import { createLogger } from './logger.ts';
import { startNotificationRunner } from './notification/notification-runner.ts';
import { errorCode } from './open-store.ts';
import { OperatorError } from './operator-error.ts';

export interface RunningServer {
  /** Where it answers, e.g. `http://127.0.0.1:4100`. */
  url: string;
  /** Stops accepting, lets running requests finish, closes the database. */
  stop(): Promise<void>;
}

export interface ServerParts {
  config: Config;
  /** Open and migrated; the server closes it when it stops. */
  database: DatabaseHandle;
  logger?: Logger;
  /** Serves the pages instead of the built files, in development. */
  pages?: (server: Server) => Promise<RequestHandler>;
  /** The procedures, where they are not the application's own. */
  router?: AnyTRPCRouter;
}

/** How long open requests may take to end before their connections are cut. */
const STOP_GRACE_MS = 3_000;

/**
 * Starts answering; when it resolves, the first request will be served.
 * @throws OperatorError when the address cannot be had
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, database } = parts;
  const logger = parts.logger ?? createLogger(config);
  const server = createServer();
  const auth = await createAuth({ database, config, secret: readAuthSecret(config), logger });
  const pages = await parts.pages?.(server);
  server.on('request', createApp({ config, database, logger, auth, pages, router: parts.router }));
  const endStreams = trackStreams(server);
  // A proxy in front keeps its connections for a minute; ours must outlive them or it would answer 502 now and then.
  server.keepAliveTimeout = 65_000;
  await listen(server, config);
  const exports = startExportRunner({ config, database, logger });
  const notifications = startNotificationRunner({ config, database, logger });

  let stopping: Promise<void> | undefined;
  return {
    url: addressOf(server, config),
    stop: () => {
      endStreams();
      stopping ??= Promise.all([close(server), exports.stop(), notifications.stop()]).then(() => database.close());
      return stopping;
    },
  };
}

/**
 * Finds out that the address is taken before minutes are spent on a database.
 * @throws OperatorError when it is
 */
export async function assertAddressFree(config: Pick<Config, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  await close(probe);
}

function listen(server: Server, config: Pick<Config, 'host' | 'port'>): Promise<void> {
  const { host, port } = config;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(asOperatorError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function asOperatorError(error: unknown, host: string, port: number): unknown {
  const options = { cause: error };
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new OperatorError(
        `Port ${port} on ${host} is in use: stop the program that uses it or set PORT to another number.`,
        options,
      );
    case 'EACCES':
      return new OperatorError(`This user may not use port ${port}: set PORT to a number above 1023.`, options);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new OperatorError(`HOST: ${host} is not an address of this machine.`, options);
    default:
      return error;
  }
}

function isAddressInfo(address: ReturnType<Server['address']>): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

/** Streams of events never end by themselves. @returns what ends those that are open */
function trackStreams(server: Server): () => void {
  const streams = new Set<ServerResponse>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/api/events')) return;
    streams.add(response);
    response.once('close', () => streams.delete(response));
  });
  return () => {
    for (const response of streams) response.end();
  };
}

function addressOf(server: Server, config: Config): string {
  const address = server.address();
  if (config.port !== 0 || !isAddressInfo(address)) return config.publicUrl;
  return `http://${config.host}:${address.port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
