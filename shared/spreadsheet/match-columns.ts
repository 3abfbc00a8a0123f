import { normalizeAreaName } from '#shared/area-name.ts';
import type { AreaLevel } from '#shared/indicator.ts';
import { tidy } from './cell-form.ts';

export type MatchIndicator = {
  id: string;
  nameId: string;
  nameEn: string;
  shortNameId: string;
  shortNameEn: string;
  unitId: string;
  unitEn: string;
};

/** A header is looked for among the first rows: above it stand titles. */
const headerDepth = 25;

export type HeaderColumn =
  | { kind: 'indicator'; indicatorIds: readonly string[]; title: string }
  | { kind: 'area'; level: AreaLevel | null; title: string }
  | { kind: 'number'; title: string }
  | { kind: 'other'; title: string }
  | { kind: 'blank' };

export type Header = { row: number; columns: HeaderColumn[] };

const areaWords: readonly { pattern: RegExp; level: AreaLevel | null }[] = [
  { pattern: /^(?:nama\s+)?(?:kecamatan|district|subdistrict)s?$/, level: 'district' },
  { pattern: /^(?:nama\s+)?(?:kabupaten|kab\/kota|kabupaten\/kota|kab|regency|regencies)$/, level: 'regency' },
  { pattern: /^(?:nama\s+)?(?:desa|kelurahan|desa\/kelurahan|village)s?$/, level: 'village' },
  { pattern: /^(?:nama\s+)?(?:provinsi|province)$/, level: 'province' },
  { pattern: /^(?:nama\s+)?(?:wilayah|daerah|area|lokasi|region)$/, level: null },
  { pattern: /^(?:kode|code)\b/, level: null },
];

/** Names of an indicator as headers are compared: `Balita (S)`, `balita s`, and `Balita` where that is clear. */
export class HeaderNames {
  readonly #exact = new Map<string, Set<string>>();
  readonly #bare = new Map<string, Set<string>>();

  constructor(indicators: readonly MatchIndicator[]) {
    for (const { id, nameId, nameEn, shortNameId, shortNameEn, unitId, unitEn } of indicators) {
      for (const name of [id, nameId, nameEn, shortNameId, shortNameEn]) {
        add(this.#exact, normalizeAreaName(name), id);
        for (const bare of new Set([name, withoutAside(name)])) {
          for (const after of ['', unitId, unitEn, `kumulatif ${unitId}`, `cumulative ${unitEn}`, 'kumulatif']) {
            add(this.#bare, normalizeAreaName(`${bare} ${after}`), id);
          }
        }
      }
    }
  }

  /** The indicators that this header names; several where it is not clear which. */
  find(title: string): readonly string[] {
    const tidied = tidy(title);
    for (const text of [tidied, tidied.replace(/^\(?\d{1,2}[.)]\s*/, '')]) {
      const found = this.#exact.get(normalizeAreaName(text));
      if (found) return [...found];
    }
    // "Sasaran (anak)", "Diintervensi – kumulatif, anak", "ST_SASARAN: Sasaran": the part that names it.
    const firstLine = title.trim().split(/[\r\n]/)[0] ?? '';
    const parts = [tidied, firstLine, withoutAside(tidied), ...tidied.split(/[:,;]| - |\(/)];
    for (const part of parts) {
      const name = normalizeAreaName(part);
      const found = this.#exact.get(name) ?? this.#bare.get(name);
      if (found && name !== '') return [...found];
    }
    return [];
  }
}

function add(map: Map<string, Set<string>>, name: string, id: string): void {
  if (name === '') return;
  const known = map.get(name) ?? new Set();
  map.set(name, known.add(id));
}

function withoutAside(name: string): string {
  return name.replace(/\([^)]*\)/g, ' ');
}

/** The row that names most columns; undefined where no row names any. */
export function findHeader(
  rows: readonly (readonly string[])[],
  names: HeaderNames,
  width: number,
): Header | undefined {
  let best: { header: Header; score: number } | undefined;
  for (const [row, cells] of rows.slice(0, headerDepth).entries()) {
    const columns = Array.from({ length: width }, (_, column) => headerColumn(cells[column] ?? '', names));
    const indicators = columns.filter(({ kind }) => kind === 'indicator').length;
    const areas = columns.filter(({ kind }) => kind === 'area').length;
    if (indicators === 0 || (indicators === 1 && areas === 0 && width > 1)) continue;
    const score = indicators * 2 + areas;
    if (!best || score > best.score) best = { header: { row, columns }, score };
  }
  return best?.header;
}

function headerColumn(text: string, names: HeaderNames): HeaderColumn {
  const title = tidy(text);
  if (title === '') return { kind: 'blank' };
  const indicatorIds = names.find(text);
  if (indicatorIds.length > 0) return { kind: 'indicator', indicatorIds, title };
  const plain = title.toLowerCase().replace(/\s*\/\s*/g, '/');
  if (/^(?:no|no\.|nomor|nr|#|urut|no urut)$/.test(plain)) return { kind: 'number', title };
  const area = areaTitle(plain);
  return area ? { kind: 'area', level: area.level, title } : { kind: 'other', title };
}

/** Whether the title of a column says that it names areas, and of which level. */
export function areaTitle(plain: string): { level: AreaLevel | null } | undefined {
  return areaWords.find(({ pattern }) => pattern.test(plain));
}
