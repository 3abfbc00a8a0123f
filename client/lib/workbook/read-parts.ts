import { strFromU8, unzipSync } from 'fflate';
import { WorkbookProblem } from './workbook-problem.ts';

/** A small file can unpack to more than a browser can hold. */
const largestPart = 80_000_000;
const wanted = /^(?:xl\/.*\.xml|xl\/.*\.rels|\[Content_Types\]\.xml|_rels\/\.rels)$/i;

export type Parts = ReadonlyMap<string, Uint8Array>;

/** The parts of an office package that say what its cells hold, by their path in small letters. */
export function partsOf(bytes: Uint8Array): Parts {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name) || /^xl\/(?:media|drawings|theme|charts)\//i.test(name)) return false;
        size += originalSize;
        if (size > largestPart) throw new WorkbookProblem('TOO_LARGE');
        return true;
      },
    });
    return new Map(Object.entries(files).map(([path, content]) => [path.toLowerCase(), content]));
  } catch (error) {
    if (error instanceof WorkbookProblem) throw error;
    throw new WorkbookProblem('DAMAGED', { cause: error });
  }
}

/** @throws WorkbookProblem where the part is not well-formed */
export function documentOf(parts: Parts, path: string): Document | undefined {
  const part = parts.get(path.toLowerCase());
  if (!part) return undefined;
  const document = new DOMParser().parseFromString(strFromU8(part).replace(/^\uFEFF/, ''), 'application/xml');
  if (document.getElementsByTagName('parsererror').length > 0) throw new WorkbookProblem('DAMAGED');
  return document;
}

/** Elements by their local name: some programs give them a prefix. */
export function elements(node: Document | Element, name: string): Element[] {
  return [...node.getElementsByTagNameNS('*', name)];
}

export function childrenOf(node: Element, name: string): Element[] {
  return [...node.children].filter((child) => child.localName === name);
}

/** Parts that this one links to, by the id that it calls them. */
export function linksOf(parts: Parts, path: string): Map<string, string> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const document = documentOf(parts, `${folder}_rels/${path.slice(folder.length)}.rels`);
  if (!document) return new Map();
  return new Map(
    elements(document, 'Relationship').map((each) => {
      const target = each.getAttribute('Target') ?? '';
      const whole = target.startsWith('/') ? target : new URL(target, `file:///${folder}`).pathname;
      return [each.getAttribute('Id') ?? '', decodeURIComponent(whole).slice(1)];
    }),
  );
}
