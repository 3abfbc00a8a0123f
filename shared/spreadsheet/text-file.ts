import { parseDelimited } from './delimited.ts';

const separators = ['\t', ';', ',', '|'] as const;

/** The text of a file as Excel, LibreOffice and old programs of Windows write it. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  // Without a mark, every other byte of a Western text in UTF-16 is zero.
  const sample = bytes.subarray(0, 400);
  const zeros = [0, 1].map((offset) => sample.filter((byte, index) => index % 2 === offset && byte === 0).length);
  if ((zeros[1] ?? 0) > sample.length / 5) return decode(bytes, 'utf-16le');
  if ((zeros[0] ?? 0) > sample.length / 5) return decode(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, 'windows-1252');
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Cells of a text whose separator is found out: what Excel says it is, else what cuts most lines into as many cells. */
export function readDelimitedText(text: string): string[][] {
  const said = /^sep=(.)\r?\n/i.exec(text);
  if (said?.[1]) return parseDelimited(text.slice(said[0].length), said[1]);
  return parseDelimited(text, separatorOf(text));
}

/** A decimal comma stands in many lines too: the comma comes after the others, and has to cut them alike. */
export function separatorOf(text: string): string {
  const start = text.slice(0, 20_000);
  const scored = separators.map((separator) => {
    const widths = parseDelimited(start, separator)
      .map((row) => row.length)
      .filter((width) => width > 1);
    const commonest = Math.max(
      0,
      ...[...new Set(widths)].map((width) => widths.filter((each) => each === width).length),
    );
    return { separator, score: commonest };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score === 0 ? '\t' : best.separator;
}
