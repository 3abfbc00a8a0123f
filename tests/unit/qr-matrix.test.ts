import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type QrMatrix, qrMatrix } from '#client/features/account/qr-matrix.ts';

function digest(matrix: QrMatrix): string {
  const text = matrix.map((line) => line.map(Number).join('')).join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const uri =
  'otpauth://totp/Satgas%204%2B1:sitti%40contoh.test?secret=MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LKMFRA&issuer=Satgas+4%2B1&digits=6&period=30';

describe('QR code', () => {
  // Each of these was read back by an independent scanner when it was written down here.
  it.each([
    ['A', 21, 'f195dbbdf146dae0'],
    [uri, 45, '3e3dae061baaf8f2'],
    ['é'.repeat(120), 57, 'de468f2f97137b31'],
    ['x'.repeat(300), 61, 'd7800c87eac801b0'],
    ['y'.repeat(500), 77, '6688e1f9d2557474'],
  ])('draws what scanners read: %s', (text, size, expected) => {
    const matrix = qrMatrix(text);
    expect(matrix).toHaveLength(size);
    expect(matrix.every((line) => line.length === size)).toBe(true);
    expect(digest(matrix)).toBe(expected);
  });

  it('has its three finder squares and the dark module beside the lower one', () => {
    const matrix = qrMatrix(uri);
    const last = matrix.length - 1;
    for (const [row, column] of [
      [0, 0],
      [0, last - 6],
      [last - 6, 0],
    ] as const) {
      const ring = Array.from({ length: 7 }, (_, step) => matrix[row]?.[column + step]);
      expect(ring).toEqual(Array(7).fill(true));
      expect(matrix[row + 3]?.[column + 3]).toBe(true);
      expect(matrix[row + 1]?.[column + 1]).toBe(false);
    }
    expect(matrix[last - 7]?.[8]).toBe(true);
  });

  it('refuses a text that no code of these sizes holds', () => {
    expect(() => qrMatrix('z'.repeat(600))).toThrow(RangeError);
  });
});
