import { inflateSync } from 'node:zlib';

interface TableEntry {
  tag: string;
  checksum: number;
  data: Buffer;
}

/**
 * Left out of the fonts: kerning, so that digits stay in columns and a line is as wide as the layout of the slide
 * reckoned; and what rearranges letters of scripts that are not used here.
 */
const leftOut = ['GPOS', 'GSUB', 'GDEF', 'kern', 'DSIG'];

/**
 * A WOFF 1 file as the plain TrueType font that is in it (https://www.w3.org/TR/WOFF/): each table is deflated by itself.
 * @throws Error when it is something else
 */
export function trueTypeOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font');
  const tables: TableEntry[] = [];
  for (let index = 0; index < woff.readUInt16BE(12); index += 1) {
    const at = 44 + index * 20;
    const tag = woff.toString('latin1', at, at + 4);
    if (leftOut.includes(tag)) continue;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const stored = woff.subarray(offset, offset + packed);
    tables.push({ tag, checksum: woff.readUInt32BE(at + 16), data: packed < length ? inflateSync(stored) : stored });
  }
  return assemble(woff.readUInt32BE(4), tables);
}

function assemble(flavor: number, tables: readonly TableEntry[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + tables.length * 16);
  head.writeUInt32BE(flavor, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tables.length - power) * 16, 10);
  let offset = head.length;
  const parts: Buffer[] = [head];
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = 12 + index * 16;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const padding = Buffer.alloc(-data.length & 3);
    parts.push(data, padding);
    offset += data.length + padding.length;
  }
  return Buffer.concat(parts);
}
