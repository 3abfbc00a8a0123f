import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import type { Insertable } from 'kysely';
import type { AreaAliasTable, AreaTable, Flag } from '#db/schema.ts';
import { normalizeAreaName } from '#shared/area-name.ts';
import { type CsvRow, optional, optionalInteger, readReference, required, scaledDecimal } from './csv.ts';

export type AreaRow = Insertable<AreaTable>;
export type AreaAliasRow = Insertable<AreaAliasTable>;

/** The decree that the codes come from. */
const CODE_VERSION = 'Kepmendagri 300.2.2-2430/2025';

export const NATION: AreaRow = {
  ...blank('ID', null, 'nation', 'Indonesia'),
  regencyCount: 0,
  districtCount: 0,
  villageCount: 0,
};

/**
 * The areas of one province, whole before part, and their other names. Codes and names come from the Ministry of Home
 * Affairs; what else is known (BPS codes, population, tiles, CPI cities, names as the province writes them) from the
 * province's own reference files.
 */
export async function readAreas(provinceCode: string): Promise<{ areas: AreaRow[]; aliases: AreaAliasRow[] }> {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies({ transform: true }),
    getDistricts({ transform: true }),
    getVillages({ transform: true }),
  ]);
  const province = provinces.find((each) => each.code === provinceCode);
  if (!province) throw new RangeError(`no province has the code ${provinceCode}`);
  const isInside = (each: { code: string }) => each.code.startsWith(`${provinceCode}.`);

  const areas: AreaRow[] = [
    blank(provinceCode, null, 'province', titleCase(province.name)),
    ...regencies.filter(isInside).map((each) => regency(each.code, each.provinceCode, each.name)),
    ...districts.filter(isInside).map((each) => blank(each.code, each.regencyCode, 'district', each.name)),
    ...villages.filter(isInside).map((each) => village(each.code, each.districtCode, each.name)),
  ];
  countParts(areas);
  const aliases = applyOwnReference(areas, provinceCode);
  return { areas, aliases };
}

function blank(id: string, parentId: string | null, level: AreaRow['level'], name: string): AreaRow {
  return {
    id,
    parentId,
    level,
    name: name.trim(),
    bpsCode: null,
    kind: null,
    formerName: null,
    population: null,
    male: null,
    female: null,
    areaKm2Milli: null,
    regencyCount: 0,
    districtCount: 0,
    villageCount: 0,
    tileRow: null,
    tileColumn: null,
    isCpiCity: 0,
    codeVersion: CODE_VERSION,
  };
}

function regency(code: string, provinceCode: string, officialName: string): AreaRow {
  const isCity = officialName.startsWith('KOTA ');
  const name = titleCase(officialName.replace(/^(KABUPATEN|KOTA) /, ''));
  return { ...blank(code, provinceCode, 'regency', name), kind: isCity ? 'kota' : 'kabupaten' };
}

/** The fourth part of a village's code tells its kind: 1xxx is a kelurahan, 2xxx a desa. */
function village(code: string, districtCode: string, name: string): AreaRow {
  const number = Number(code.slice(code.lastIndexOf('.') + 1));
  return { ...blank(code, districtCode, 'village', name), kind: number >= 2000 ? 'desa' : 'kelurahan' };
}

function titleCase(name: string): string {
  return name.toLowerCase().replace(/(^|[\s(/-])(\p{Letter})/gu, (_, before, letter) => before + letter.toUpperCase());
}

/** How many regencies, districts and villages lie below each area. */
function countParts(areas: readonly AreaRow[]): void {
  const byId = new Map(areas.map((area) => [area.id, area]));
  for (const area of areas) {
    let above = byId.get(area.parentId ?? '');
    for (; above; above = byId.get(above.parentId ?? '')) {
      if (area.level === 'regency') above.regencyCount += 1;
      if (area.level === 'district') above.districtCount += 1;
      if (area.level === 'village') above.villageCount += 1;
    }
  }
}

function applyOwnReference(areas: readonly AreaRow[], place: string): AreaAliasRow[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const known = (row: CsvRow): AreaRow => {
    const area = byId.get(required(row, 'code'));
    if (!area) throw new RangeError(`unknown area ${row.code} in the reference files of ${place}`);
    return area;
  };
  const aliases = new Map<string, AreaAliasRow>();
  const addAlias = (area: AreaRow, alias: string | null) => {
    if (!alias || alias === area.name) return;
    const row = { areaId: area.id, alias, normalized: normalizeAreaName(alias) };
    if (!aliases.has(`${row.areaId} ${row.normalized}`)) aliases.set(`${row.areaId} ${row.normalized}`, row);
  };

  for (const row of readReference(place, 'area')) {
    const area = known(row);
    Object.assign(area, ownFacts(row));
    addAlias(area, optional(row, 'abbr'));
  }
  for (const row of readReference(place, 'district')) {
    const area = known(row);
    const coded = area.name;
    area.name = required(row, 'name');
    addAlias(area, coded);
  }
  for (const row of readReference(place, 'alias')) addAlias(known(row), required(row, 'alias'));
  return [...aliases.values()];
}

function ownFacts(row: CsvRow): Partial<AreaRow> {
  return {
    name: required(row, 'name'),
    bpsCode: optional(row, 'bps_code'),
    formerName: optional(row, 'former_name'),
    population: optionalInteger(row, 'population'),
    male: optionalInteger(row, 'male'),
    female: optionalInteger(row, 'female'),
    areaKm2Milli: scaledDecimal(row.area_km2 ?? '', 3),
    tileRow: optionalInteger(row, 'tile_row'),
    tileColumn: optionalInteger(row, 'tile_column'),
    isCpiCity: flag(row.is_cpi_city),
  };
}

function flag(text: string | undefined): Flag {
  return text === '1' ? 1 : 0;
}
