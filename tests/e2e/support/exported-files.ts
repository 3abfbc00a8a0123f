import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  elements,
  type Parts,
  packageProblems,
  partsOf,
  pathsOf,
  textOf,
  xmlOf,
} from '#tests/support/office-package.ts';

/** A chart as the file keeps it: what a spreadsheet program shows before anybody edits the data. */
export interface ReadChart {
  series: { name: string; points: ReadonlyMap<string, number | null> }[];
}

export interface ReadSlide {
  text: string;
  notes: string;
  charts: ReadChart[];
}

/** What is wrong with a PowerPoint file, and its slides in their order. */
export function readPptx(file: Uint8Array): { problems: string[]; slides: ReadSlide[] } {
  const parts = partsOf(file);
  for (const path of pathsOf(parts, /\.(?:xml|rels)$/u)) xmlOf(parts, path);
  const slides = pathsOf(parts, /^ppt\/slides\/slide\d+\.xml$/u).map((path) => {
    const linked = linksOf(parts, path);
    const notes = linked.find((each) => each.includes('/notesSlides/'));
    return {
      text: textOf(xmlOf(parts, path)),
      notes: notes ? textOf(xmlOf(parts, notes)) : '',
      charts: linked.filter((each) => /\/charts\/[^/]+\.xml$/u.test(each)).map((each) => readChart(parts, each)),
    };
  });
  return { problems: packageProblems(parts), slides };
}

function linksOf(parts: Parts, path: string): string[] {
  const relations = path.replace(/([^/]+)$/u, '_rels/$1.rels');
  return elements(xmlOf(parts, relations), 'Relationship').map((each) =>
    new URL(each.getAttribute('Target') ?? '', `file:///${path}`).pathname.slice(1),
  );
}

function readChart(parts: Parts, path: string): ReadChart {
  const series = elements(xmlOf(parts, path), 'ser').map((ser) => {
    const [title, categories, values] = ['tx', 'cat', 'val'].map((name) => elements(ser, name)[0]);
    if (!categories || !values) throw new Error(`${path}: a series without categories or values`);
    const numbers = pointsOf(values);
    return {
      name: title ? textOf(title, 'v') : '',
      points: new Map(
        [...pointsOf(categories)].map(([index, name]) => {
          const number = numbers.get(index);
          return [name, number === undefined ? null : Number(number)];
        }),
      ),
    };
  });
  return { series };
}

function pointsOf(data: Element): Map<string, string> {
  return new Map(elements(data, 'pt').map((point) => [point.getAttribute('idx') ?? '', textOf(point, 'v')]));
}

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));

/** The file as LibreOffice prints it; null where that is not installed. */
export async function printedByOffice(file: Uint8Array): Promise<Uint8Array | null> {
  if (!office) return null;
  const folder = await mkdtemp(join(tmpdir(), 'satgas-office-'));
  try {
    const source = join(folder, 'deck.pptx');
    await writeFile(source, file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const child = spawn(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, source]);
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    if (code !== 0) throw new Error(`LibreOffice ended with ${code}.`);
    return new Uint8Array(await readFile(join(folder, 'deck.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
