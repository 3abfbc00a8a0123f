import { describe, expect, it } from 'vitest';
import { contentDisposition, safeFileName } from '#server/attachment/file-name.ts';

describe('the name of a kept file', () => {
  it.each([
    ['../../etc/passwd', 'jpg', 'passwd.jpg'],
    ['C:\\Foto\\Rapat 1.JPG', 'jpg', 'Rapat 1.jpg'],
    ['laporan.html', 'pdf', 'laporan.pdf'],
    ['a"b;c\r\nX: y.csv', 'csv', 'a b cX y.csv'],
    ['\u202Egpj.exe', 'jpg', 'gpj.jpg'],
    ['...', 'txt', 'berkas.txt'],
    ['', 'jpg', 'berkas.jpg'],
    ['Kunjungan  Tanduk Kalua’.png', 'jpg', 'Kunjungan Tanduk Kalua’.jpg'],
  ])('%j as %s becomes %j', (given, extension, expected) => {
    expect(safeFileName(given, extension)).toBe(expected);
  });

  it('is cut to a length every disk takes', () => {
    expect(safeFileName('x'.repeat(500), 'pdf')).toBe(`${'x'.repeat(100)}.pdf`);
  });

  it('stands in the header in plain letters and in UTF-8', () => {
    expect(contentDisposition('inline', 'Kalua’ (1).jpg')).toBe(
      `inline; filename="Kalua_ (1).jpg"; filename*=UTF-8''Kalua%E2%80%99%20%281%29.jpg`,
    );
  });
});
