/**
 * QR code (ISO/IEC 18004) of a text: byte mode, error correction level L, the smallest of versions 1–15 that holds it.
 * Drawn here, in the browser: the key of a second factor goes to no service and needs no library.
 */
export type QrMatrix = boolean[][];

// Level L, versions 1–15.
const eccPerBlock = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22];
const blockCounts = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6];
const LEVEL_L_BITS = 1;

/** @throws RangeError for a text beyond 520 bytes */
export function qrMatrix(text: string): QrMatrix {
  const bytes = new TextEncoder().encode(text);
  const version = eccPerBlock.findIndex((_, index) => bytes.length <= textCapacity(index + 1)) + 1;
  if (version === 0) throw new RangeError('The text is too long for a QR code of this size.');
  const codewords = withErrorCorrection(dataCodewords(bytes, version), version);
  const frame = drawFrame(version);
  const candidates = masks.map((mask, index) => {
    const matrix = placeData(frame, codewords, mask);
    drawFormat(matrix, index);
    return matrix;
  });
  return candidates.reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
}

function rawCodewords(version: number): number {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const alignments = Math.floor(version / 7) + 2;
    modules -= (25 * alignments - 10) * alignments - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
}

function of(table: readonly number[], version: number): number {
  return table[version - 1] ?? 0;
}

function dataCapacity(version: number): number {
  return rawCodewords(version) - of(eccPerBlock, version) * of(blockCounts, version);
}

function textCapacity(version: number): number {
  return dataCapacity(version) - (version < 10 ? 2 : 3);
}

function dataCodewords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  const capacity = dataCapacity(version);
  push(0, Math.min(4, capacity * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 8) words.push(Number.parseInt(bits.slice(at, at + 8).join(''), 2));
  for (let pad = 0xec; words.length < capacity; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** Splits into blocks, adds each one's Reed–Solomon remainder, and interleaves. */
function withErrorCorrection(data: number[], version: number): number[] {
  const count = of(blockCounts, version);
  const eccLength = of(eccPerBlock, version);
  const total = rawCodewords(version);
  const shortLength = Math.floor(total / count) - eccLength;
  const shortCount = count - (total % count);
  const divisor = generatorPolynomial(eccLength);
  const blocks: number[][] = [];
  const remainders: number[][] = [];
  for (let index = 0, at = 0; index < count; index += 1) {
    const length = shortLength + (index < shortCount ? 0 : 1);
    const block = data.slice(at, at + length);
    at += length;
    blocks.push(block);
    remainders.push(remainderOf(block, divisor));
  }
  return [...interleave(blocks), ...interleave(remainders)];
}

function interleave(blocks: number[][]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, at) => blocks.flatMap((block) => block.slice(at, at + 1))).flat();
}

/** Product in GF(2⁸) modulo x⁸+x⁴+x³+x²+1. */
function multiply(x: number, y: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((y >>> bit) & 1) * x;
  }
  return product;
}

function generatorPolynomial(degree: number): number[] {
  const result = [...Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) result[at] = multiply(result[at] ?? 0, root) ^ (result[at + 1] ?? 0);
    root = multiply(root, 2);
  }
  return result;
}

function remainderOf(data: number[], divisor: number[]): number[] {
  const result: number[] = divisor.map(() => 0);
  for (const word of data) {
    const factor = word ^ (result.shift() ?? 0);
    result.push(0);
    divisor.forEach((coefficient, at) => {
      result[at] = (result[at] ?? 0) ^ multiply(coefficient, factor);
    });
  }
  return result;
}

/** `undefined` where data will go. */
type Frame = Array<Array<boolean | undefined>>;

function set(matrix: Frame, row: number, column: number, isDark: boolean): void {
  const line = matrix[row];
  if (line && column >= 0 && column < line.length) line[column] = isDark;
}

/** Everything whose place does not depend on the data; format bits are reserved light. */
function drawFrame(version: number): Frame {
  const size = version * 4 + 17;
  const frame: Frame = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  for (let at = 0; at < size; at += 1) {
    set(frame, 6, at, at % 2 === 0);
    set(frame, at, 6, at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const) {
    drawSquares(frame, row, column, 4, (distance) => distance !== 2 && distance !== 4);
  }
  const places = alignmentPlaces(version);
  for (const row of places) {
    for (const column of places) {
      const isFinder =
        [row, column].every((place) => place === 6 || place === size - 7) && row + column < 2 * size - 14;
      if (!isFinder) drawSquares(frame, row, column, 2, (distance) => distance !== 1);
    }
  }
  drawFormat(frame, 0);
  if (version >= 7) drawVersion(frame, version);
  return frame;
}

function drawSquares(
  frame: Frame,
  row: number,
  column: number,
  reach: number,
  isDarkAt: (distance: number) => boolean,
): void {
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      set(frame, row + y, column + x, isDarkAt(Math.max(Math.abs(x), Math.abs(y))));
    }
  }
}

function alignmentPlaces(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = version * 4 + 10;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - step * (count - 2 - index))];
}

function drawFormat(matrix: Frame, mask: number): void {
  const size = matrix.length;
  const data = (LEVEL_L_BITS << 3) | mask;
  let remainder = data;
  for (let step = 0; step < 10; step += 1) remainder = (remainder << 1) ^ ((remainder >>> 9) * 0x537);
  const bits = ((data << 10) | remainder) ^ 0x5412;
  const isDark = (bit: number) => ((bits >>> bit) & 1) === 1;
  for (let bit = 0; bit < 6; bit += 1) set(matrix, bit, 8, isDark(bit));
  set(matrix, 7, 8, isDark(6));
  set(matrix, 8, 8, isDark(7));
  set(matrix, 8, 7, isDark(8));
  for (let bit = 9; bit < 15; bit += 1) set(matrix, 8, 14 - bit, isDark(bit));
  for (let bit = 0; bit < 8; bit += 1) set(matrix, 8, size - 1 - bit, isDark(bit));
  for (let bit = 8; bit < 15; bit += 1) set(matrix, size - 15 + bit, 8, isDark(bit));
  set(matrix, size - 8, 8, true);
}

function drawVersion(matrix: Frame, version: number): void {
  const size = matrix.length;
  let remainder = version;
  for (let step = 0; step < 12; step += 1) remainder = (remainder << 1) ^ ((remainder >>> 11) * 0x1f25);
  const bits = (version << 12) | remainder;
  for (let bit = 0; bit < 18; bit += 1) {
    const isDark = ((bits >>> bit) & 1) === 1;
    const far = size - 11 + (bit % 3);
    const near = Math.floor(bit / 3);
    set(matrix, near, far, isDark);
    set(matrix, far, near, isDark);
  }
}

const masks: Array<(row: number, column: number) => boolean> = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Two columns at a time from the right, alternately up and down, around what is drawn already. */
function placeData(frame: Frame, codewords: number[], mask: (row: number, column: number) => boolean): QrMatrix {
  const size = frame.length;
  const matrix = frame.map((line) => line.map((module) => module ?? false));
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const isUpward = ((right + 1) & 2) === 0;
      const row = isUpward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        const line = matrix[row];
        if (!line || frame[row]?.[column] !== undefined) continue;
        const word = codewords[bit >>> 3] ?? 0;
        const isDark = ((word >>> (7 - (bit & 7))) & 1) === 1;
        line[column] = isDark !== mask(row, column);
        bit += 1;
      }
    }
  }
  return matrix;
}

/** How hard a code is to read, by the standard's four rules; the mask with the least is taken. */
function penalty(matrix: QrMatrix): number {
  const size = matrix.length;
  const columns = matrix.map((_, column) => matrix.map((line) => line[column] ?? false));
  let score = 0;
  for (const line of [...matrix, ...columns]) {
    const text = line.map((isDark) => (isDark ? '1' : '0')).join('');
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) score += run.length - 2;
    for (let at = 0; at + 11 <= size; at += 1) {
      const part = text.slice(at, at + 11);
      if (part === '10111010000' || part === '00001011101') score += 40;
    }
  }
  for (let row = 0; row + 1 < size; row += 1) {
    for (let column = 0; column + 1 < size; column += 1) {
      const square = [matrix[row]?.[column + 1], matrix[row + 1]?.[column], matrix[row + 1]?.[column + 1]];
      if (square.every((isDark) => isDark === matrix[row]?.[column])) score += 3;
    }
  }
  const dark = matrix.flat().filter(Boolean).length;
  return score + Math.floor(Math.abs((dark * 20) / size ** 2 - 10)) * 10;
}
