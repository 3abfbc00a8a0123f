/** What the clipboard offers of what was copied. */
export type ClipboardContent = { html: string; text: string };

export function contentOf(data: DataTransfer): ClipboardContent {
  return { html: data.getData('text/html'), text: data.getData('text/plain') };
}

/** Whether it is more than one cell can take. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''));
}
