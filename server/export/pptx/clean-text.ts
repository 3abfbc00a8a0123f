/** Everything that XML 1.0 cannot hold, which would make the file unreadable: control characters and lone surrogates. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text that may stand in an office file; line ends become one kind. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/gu, '\n').replace(unwritable, '');
}

export function escapeXml(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
