import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

/** A part of an office file by its path. */
export type Parts = ReadonlyMap<string, Uint8Array>;

export function partsOf(file: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(file)));
}

const { DOMParser } = new JSDOM('').window;

/** The part as a document; throws where it is missing or not well-formed. */
export function xmlOf(parts: Parts, path: string): Document {
  const part = parts.get(path);
  if (!part) throw new Error(`no part ${path}`);
  const document = new DOMParser().parseFromString(strFromU8(part), 'application/xml');
  const [problem] = document.getElementsByTagName('parsererror');
  if (problem) throw new Error(`${path}: ${problem.textContent}`);
  return document;
}

/** Elements by their local name, in the order of the document. */
export function elements(node: Document | Element, name: string): Element[] {
  return [...node.getElementsByTagNameNS('*', name)];
}

export function textOf(node: Document | Element, name = 't'): string {
  return elements(node, name)
    .map((each) => each.textContent)
    .join(' ');
}

export function pathsOf(parts: Parts, pattern: RegExp): string[] {
  const number = (path: string) => Number(path.match(/(\d+)\.\w+$/u)?.[1] ?? 0);
  return [...parts.keys()].filter((path) => pattern.test(path)).toSorted((a, b) => number(a) - number(b));
}

/** What a reader would have to repair: parts that are named and missing, or there and not named. */
export function packageProblems(parts: Parts): string[] {
  const types = xmlOf(parts, '[Content_Types].xml');
  const overrides = elements(types, 'Override').map((each) => (each.getAttribute('PartName') ?? '').slice(1));
  const extensions = new Set(elements(types, 'Default').map((each) => each.getAttribute('Extension')));
  const targets = pathsOf(parts, /\.rels$/u).flatMap((path) =>
    elements(xmlOf(parts, path), 'Relationship')
      .filter((each) => each.getAttribute('TargetMode') !== 'External')
      .map((each) => resolved(path, each.getAttribute('Target') ?? '')),
  );
  return [
    ...overrides.filter((path) => !parts.has(path)).map((path) => `named but missing: ${path}`),
    ...overrides.filter((path, index) => overrides.indexOf(path) !== index).map((path) => `named twice: ${path}`),
    ...targets.filter((path) => !parts.has(path)).map((path) => `linked but missing: ${path}`),
    ...[...parts.keys()]
      .filter((path) => !overrides.includes(path) && !extensions.has(path.split('.').at(-1) ?? ''))
      .map((path) => `of no type: ${path}`),
  ];
}

function resolved(relations: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folder = relations.replace(/_rels\/[^/]+$/u, '');
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}
