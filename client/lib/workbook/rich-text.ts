import { elements } from './read-parts.ts';
import { plainText } from './xml.ts';

/** The text of a cell in all its fonts; what is written above it to tell how it is spoken is no part of it. */
export function richText(item: Element): string {
  const texts = elements(item, 't').filter(({ parentElement }) => parentElement?.localName !== 'rPh');
  return plainText(texts.map(({ textContent }) => textContent ?? '').join(''));
}
