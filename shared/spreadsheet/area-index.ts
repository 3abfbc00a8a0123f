import { normalizeAreaName } from '#shared/area-name.ts';
import type { AreaLevel } from '#shared/indicator.ts';
import { tidy } from './cell-form.ts';

export type MatchArea = {
  /** The Kemendagri code, dotted. */
  id: string;
  name: string;
  level: AreaLevel;
  parentId: string | null;
  /** Without dots. */
  bpsCode: string | null;
  aliases: readonly string[];
};

export type CodeScheme = 'kemendagri' | 'bps';

/** What a cell says about the area of its row. */
export type AreaHint =
  /** A code, and the areas it can mean; in a code without dots those of the two schemes can differ. */
  | { kind: 'code'; text: string; areas: Partial<Record<CodeScheme, string>>; isCertain: boolean }
  /** A name: the areas of that name. */
  | { kind: 'name'; text: string; areaIds: readonly string[] };

/** "Kec. Balanipa": the word in front tells the level. Whole words, so that Kotabumi stays whole. */
const prefixes: readonly { pattern: RegExp; level: AreaLevel }[] = [
  { pattern: /^(?:kec(?:amatan)?|district|distrik|subdistrict)(?:\.\s*|\s+)/i, level: 'district' },
  { pattern: /^(?:kab(?:upaten)?|kota|regency|city)(?:\.\s*|\s+)/i, level: 'regency' },
  { pattern: /^(?:desa|kel(?:urahan)?|village|ds)(?:\.\s*|\s+)/i, level: 'village' },
  { pattern: /^(?:prov(?:insi)?|province)(?:\.\s*|\s+)/i, level: 'province' },
];
const suffixes: readonly { pattern: RegExp; level: AreaLevel }[] = [
  { pattern: /\s+(?:district|subdistrict)$/i, level: 'district' },
  { pattern: /\s+(?:regency|city)$/i, level: 'regency' },
];

/** All areas that a sheet may speak of, by code and by name: those of the report and those it may be confused with. */
export class AreaIndex {
  readonly #byId: ReadonlyMap<string, MatchArea>;
  readonly #byName = new Map<string, MatchArea[]>();
  readonly #byDigits = new Map<string, MatchArea>();
  readonly #byBps = new Map<string, MatchArea>();
  /** Lengths of Kemendagri codes of levels where some BPS code is not known. */
  readonly #uncertainLengths = new Set<number>();

  constructor(areas: readonly MatchArea[]) {
    this.#byId = new Map(areas.map((area) => [area.id, area]));
    for (const area of this.#byId.values()) {
      const digits = area.id.replace(/\D/g, '');
      if (digits !== '') this.#byDigits.set(digits, area);
      if (area.bpsCode !== null) this.#byBps.set(area.bpsCode, area);
      // BPS codes have 2, 4, 7 and 10 digits: six can only be a district of Kemendagri.
      else if (digits.length !== 6) this.#uncertainLengths.add(digits.length);
      for (const name of new Set([area.name, ...area.aliases].map(normalizeAreaName))) {
        if (name !== '') this.#byName.set(name, [...(this.#byName.get(name) ?? []), area]);
      }
    }
  }

  area(id: string): MatchArea | undefined {
    return this.#byId.get(id);
  }

  /** Whether `outer` is the area itself or lies above it. */
  isWithin(areaId: string, outer: string): boolean {
    for (let at: string | null = areaId; at !== null; at = this.#byId.get(at)?.parentId ?? null) {
      if (at === outer) return true;
    }
    return areaId.startsWith(`${outer}.`);
  }

  /** What the cell says; undefined where it names no area. */
  hint(text: string): AreaHint | undefined {
    const tidied = tidy(text);
    return this.#code(tidied) ?? this.#name(tidied);
  }

  #code(text: string): AreaHint | undefined {
    // A list separator or Excel may have made other signs of the dots.
    if (/^\d{2}(?:[.,\s-]\d{2}){1,2}(?:[.,\s-]\d{4})?$/.test(text)) {
      const area = this.#byId.get(text.replace(/[,\s-]/g, '.'));
      return area && { kind: 'code', text, areas: { kemendagri: area.id }, isCertain: true };
    }
    if (!/^\d{4,10}$/.test(text)) return undefined;
    const kemendagri = this.#byDigits.get(text);
    const bps = this.#byBps.get(text);
    if (!kemendagri && !bps) return undefined;
    const areas = { ...(kemendagri && { kemendagri: kemendagri.id }), ...(bps && { bps: bps.id }) };
    const mayBeUnknown = !bps && this.#uncertainLengths.has(text.length);
    return { kind: 'code', text, areas, isCertain: !mayBeUnknown && (!kemendagri || !bps || kemendagri === bps) };
  }

  /** "Kec. Balanipa (Polman)", "Balanipa, Polewali Mandar": the name, its level and what lies above it. */
  #name(text: string): AreaHint | undefined {
    const whole = this.#named(text);
    if (whole.length > 0) return { kind: 'name', text, areaIds: whole.map(({ id }) => id) };
    const [first = '', ...outer] = text
      .split(/[,()/;]| - /)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const outerAreas = outer.flatMap((part) => this.#named(part));
    const found = this.#named(first);
    const inside = found.filter(({ id }) => outerAreas.some((each) => each.id !== id && this.isWithin(id, each.id)));
    const areas = inside.length > 0 ? inside : found;
    return areas.length === 0 ? undefined : { kind: 'name', text, areaIds: areas.map(({ id }) => id) };
  }

  #named(text: string): MatchArea[] {
    const exact = this.#byName.get(normalizeAreaName(text)) ?? [];
    if (exact.length > 0) return exact;
    for (const { pattern, level } of [...prefixes, ...suffixes]) {
      if (!pattern.test(text)) continue;
      const bare = normalizeAreaName(text.replace(pattern, ''));
      return (this.#byName.get(bare) ?? []).filter((area) => area.level === level);
    }
    return [];
  }
}
