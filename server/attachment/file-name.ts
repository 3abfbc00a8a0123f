const LONGEST = 100;

/**
 * A name that is safe in a header and on any disk, with the extension that fits the content: no folders, no control or
 * direction-changing characters, nothing a file system reserves.
 */
export function safeFileName(given: string, extension: string): string {
  const base = given.split(/[\\/]/).at(-1) ?? '';
  const stem = base
    .normalize('NFC')
    .replace(/\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}/gu, '')
    // Browsers write these three of a name's characters so.
    .replace(/%(?:22|0d|0a)/gi, ' ')
    .replace(/["*:<>?|;]/g, ' ')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = [...stem].slice(0, LONGEST).join('').trim();
  return `${short === '' ? 'berkas' : short}.${extension}`;
}

/** RFC 6266: a plain name for old clients and the true one in UTF-8. */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
