import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Higher levels cost tens of milliseconds for a few per cent. */
const brotliQuality = 5;
const gzipLevel = 6;

export type Encoding = 'br' | 'gzip' | 'identity';

/** An answer ready to be sent, in every encoding. */
export interface KeptAnswer {
  etag: string;
  bodies: Record<Encoding, Buffer>;
}

export interface ReadCache {
  /** The kept answer, or the one that `compute` makes; equal requests at the same time are computed once. */
  get(key: string, version: string, compute: () => Promise<unknown>): Promise<KeptAnswer>;
  readonly byteSize: number;
}

/**
 * Answers by what they depend on. The version of the data is part of the key, so nothing is ever invalidated: what is out of
 * date is no longer asked for, and leaves when room is needed, the longest unused first.
 */
export function createReadCache({ maxBytes = 12_000_000 }: { maxBytes?: number } = {}): ReadCache {
  const kept = new Map<string, KeptAnswer>();
  const computing = new Map<string, Promise<KeptAnswer>>();
  let bytes = 0;

  function keep(key: string, answer: KeptAnswer): void {
    kept.set(key, answer);
    bytes += sizeOf(answer);
    for (const [oldest, old] of kept) {
      if (bytes <= maxBytes) break;
      kept.delete(oldest);
      bytes -= sizeOf(old);
    }
  }

  return {
    get byteSize() {
      return bytes;
    },
    async get(name, version, compute) {
      const key = `${version} ${name}`;
      const found = kept.get(key);
      if (found) {
        // A map keeps its order of insertion: the last used goes to the end.
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      let running = computing.get(key);
      if (!running) {
        running = compute()
          .then((value) => readyAnswer(JSON.stringify(value), version))
          .then((answer) => {
            keep(key, answer);
            return answer;
          })
          .finally(() => computing.delete(key));
        computing.set(key, running);
      }
      return running;
    },
  };
}

async function readyAnswer(json: string, version: string): Promise<KeptAnswer> {
  const identity = Buffer.from(json);
  const [br, gz] = await Promise.all([
    compressBrotli(identity, {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
    }),
    compressGzip(identity, { level: gzipLevel }),
  ]);
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 16);
  return { etag: `W/"${version}-${hash}"`, bodies: { identity, br, gzip: gz } };
}

function sizeOf({ bodies }: KeptAnswer): number {
  return bodies.identity.length + bodies.br.length + bodies.gzip.length;
}

/** The best encoding that an Accept-Encoding header allows. */
export function chosenEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity';
  const refused = /\b(br|gzip)\s*;\s*q=0(?:\.0*)?(?=\s*(?:,|$))/g;
  const allowed = accepted.includes('q=0') ? accepted.replace(refused, '') : accepted;
  if (/\bbr\b/.test(allowed)) return 'br';
  return /\bgzip\b/.test(allowed) ? 'gzip' : 'identity';
}

/** Whether an If-None-Match header names this version; compared weakly, as RFC 9110 asks. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  if (header === etag || header === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === opaque);
}
