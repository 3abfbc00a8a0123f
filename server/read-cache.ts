import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Higher levels cost tens of milliseconds for a few per cent. */
const brotliQuality = 4;
const gzipLevel = 4;

export type Encoding = 'br' | 'gzip' | 'identity';

/** An answer ready to be sent. */
export interface KeptAnswer {
  etag: string;
  /** Its bytes; compressed when they are first asked for in that encoding, and kept. */
  body(encoding: Encoding): Promise<Buffer>;
}

export interface ReadCache {
  /** The kept answer, or the one that `compute` makes; equal requests at the same time are computed once. */
  get(name: string, version: string, compute: () => Promise<unknown>): Promise<KeptAnswer>;
  readonly byteSize: number;
}

interface Kept {
  version: string;
  answer: KeptAnswer;
  bytes: number;
}

/**
 * Answers by what they depend on. Nothing is ever invalidated: an answer is asked for with the version of the data and
 * makes way for the one of another version, or when room is needed, the longest unused first.
 */
export function createReadCache({ maxBytes = 8_000_000 }: { maxBytes?: number } = {}): ReadCache {
  const kept = new Map<string, Kept>();
  const computing = new Map<string, Promise<KeptAnswer>>();
  let bytes = 0;

  function drop(name: string): void {
    bytes -= kept.get(name)?.bytes ?? 0;
    kept.delete(name);
  }

  function keep(name: string, version: string, identity: Buffer): KeptAnswer {
    const entry: Kept = { version, bytes: 0, answer: answerOf(identity, version, (made) => grow(name, entry, made)) };
    drop(name);
    kept.set(name, entry);
    grow(name, entry, identity.length);
    return entry.answer;
  }

  function grow(name: string, entry: Kept, more: number): void {
    if (kept.get(name) !== entry) return;
    entry.bytes += more;
    bytes += more;
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes) break;
      drop(oldest);
    }
  }

  return {
    get byteSize() {
      return bytes;
    },
    async get(name, version, compute) {
      const found = kept.get(name);
      if (found?.version === version) {
        // A map keeps its order of insertion: the last used goes to the end.
        kept.delete(name);
        kept.set(name, found);
        return found.answer;
      }
      const key = `${version} ${name}`;
      let running = computing.get(key);
      if (!running) {
        running = compute()
          .then((value) => keep(name, version, Buffer.from(JSON.stringify(value))))
          .finally(() => computing.delete(key));
        computing.set(key, running);
      }
      return running;
    },
  };
}

/** @param onMade told how many bytes another encoding of the answer takes */
function answerOf(identity: Buffer, version: string, onMade: (bytes: number) => void): KeptAnswer {
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 16);
  const bodies = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(identity)]]);
  return {
    etag: `W/"${version}-${hash}"`,
    body(encoding) {
      let body = bodies.get(encoding);
      if (!body) {
        body = compress(identity, encoding);
        bodies.set(encoding, body);
        body.then(
          (made) => onMade(made.length),
          () => bodies.delete(encoding),
        );
      }
      return body;
    },
  };
}

function compress(identity: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return compressGzip(identity, { level: gzipLevel });
  return compressBrotli(identity, {
    params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
  });
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
