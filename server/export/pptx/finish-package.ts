import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Locale } from '#shared/locale.ts';
import { chartBook } from './chart-book.ts';
import type { ChartSpec } from './chart-spec.ts';
import { chartXml } from './chart-xml.ts';
import { themeColors } from './template.ts';

/**
 * Makes of the library's package the file that is handed out: each stand-in chart becomes the native chart it stands
 * for with its workbook, the theme gets the issues' colours, the text its language, and the list of parts names only
 * what is there. What PowerPoint would have to repair is settled here.
 */
export function finishPackage(file: Uint8Array, charts: ReadonlyMap<string, ChartSpec>, locale: Locale): Uint8Array {
  const parts = unzipSync(file);
  const finished: Zippable = {};
  const replaced = replacedCharts(parts, charts);
  for (const [path, content] of Object.entries(parts)) {
    // The library lists its folders as parts of their own.
    if (path.endsWith('/')) continue;
    const replacement = replaced.get(path);
    if (replacement) finished[path] = replacement;
    else if (isXml(path)) finished[path] = strToU8(finishXml(path, strFromU8(content), parts, locale));
    else finished[path] = isPacked(path) ? [content, { level: 0 }] : content;
  }
  return zipSync(finished, { level: 6 });
}

function replacedCharts(parts: Record<string, Uint8Array>, charts: ReadonlyMap<string, ChartSpec>) {
  const replaced = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(parts)) {
    if (!/^ppt\/charts\/[^/]+\.xml$/u.test(path)) continue;
    const key = strFromU8(content).match(/<c:v>(chart-\d+)<\/c:v>/u)?.[1];
    const spec = key === undefined ? undefined : charts.get(key);
    if (!spec) throw new Error(`a chart without data: ${path}`);
    replaced.set(path, strToU8(chartXml(spec)));
    replaced.set(bookOf(path, parts), chartBook(spec));
  }
  if (replaced.size !== charts.size * 2) throw new Error('a chart did not reach the file');
  return replaced;
}

function bookOf(path: string, parts: Record<string, Uint8Array>): string {
  const relations = parts[path.replace('ppt/charts/', 'ppt/charts/_rels/').concat('.rels')];
  const target = relations && strFromU8(relations).match(/Target="\.\.\/(embeddings\/[^"]+\.xlsx)"/u)?.[1];
  if (!target) throw new Error(`a chart without a workbook: ${path}`);
  return `ppt/${target}`;
}

function finishXml(path: string, xml: string, parts: Record<string, Uint8Array>, locale: Locale): string {
  if (path === '[Content_Types].xml') return existingParts(xml, parts);
  if (/^ppt\/theme\//u.test(path)) return issueColors(xml);
  const translated = locale === 'id' ? xml.replaceAll('lang="en-US"', 'lang="id-ID"') : xml;
  if (path.startsWith('ppt/notesSlides/')) return noteParagraphs(translated);
  return path.startsWith('ppt/slides/') ? numberedShapes(translated) : translated;
}

/** The library names a master for every slide, of which only the first exists. */
function existingParts(xml: string, parts: Record<string, Uint8Array>): string {
  const seen = new Set<string>();
  return xml.replace(/\s*<Override PartName="\/?([^"]+)"[^>]*\/>/gu, (override: string, name: string) => {
    if (!(name in parts) || seen.has(name)) return '';
    seen.add(name);
    return override.trim();
  });
}

function issueColors(xml: string): string {
  return Object.entries(themeColors).reduce(
    (theme, [name, color]) =>
      theme.replace(
        new RegExp(`<a:${name}>.*?</a:${name}>`, 'su'),
        `<a:${name}><a:srgbClr val="${color}"/></a:${name}>`,
      ),
    xml,
  );
}

/** Every shape gets a number of its own: the library counts tables apart from the rest. */
function numberedShapes(xml: string): string {
  let last = 0;
  return xml.replace(/<p:cNvPr id="\d+"/gu, () => {
    last += 1;
    return `<p:cNvPr id="${last}"`;
  });
}

/** Lines of the notes are paragraphs; a line end inside a run is drawn as nothing. */
function noteParagraphs(xml: string): string {
  return xml.replace(
    /<a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*\n[^<]*)<\/a:t><\/a:r>/gu,
    (_run, properties: string, text: string) =>
      text
        .split(/\r?\n/u)
        .map((line) => `<a:r>${properties}<a:t>${line}</a:t></a:r>`)
        .join('</a:p><a:p>'),
  );
}

function isXml(path: string): boolean {
  return path.endsWith('.xml') || path.endsWith('.rels');
}

function isPacked(path: string): boolean {
  return /\.(?:png|jpe?g|gif|xlsx)$/iu.test(path);
}
