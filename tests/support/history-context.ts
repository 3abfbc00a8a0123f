import type { AreaLevel, IssueId } from '#shared/indicator.ts';
import type { MatchArea } from '#shared/spreadsheet/area-index.ts';
import type { HistoryContext, HistoryIndicator } from '#shared/spreadsheet/history.ts';

function area(id: string, name: string, level: AreaLevel, rest: Partial<MatchArea> = {}): MatchArea {
  const at = id.lastIndexOf('.');
  return { id, name, level, parentId: at < 0 ? null : id.slice(0, at), bpsCode: null, aliases: [], ...rest };
}

function indicator(id: string, issueId: IssueId, name: string, rest: Partial<HistoryIndicator> = {}): HistoryIndicator {
  return {
    ...{ id, issueId, nameId: `${name} (${id})`, nameEn: `${name} in English`, shortNameId: name, shortNameEn: name },
    ...{ unitId: 'anak', unitEn: 'children', decimals: 0, allowsNegative: false, levels: ['district'] },
    ...rest,
  };
}

/** A few areas and indicators with the traps of the real ones: names that come twice, codes that two schemes share. */
export const historyContext: HistoryContext = {
  areas: [
    area('76', 'Sulawesi Barat', 'province', { bpsCode: '76' }),
    area('76.02', 'Mamuju', 'regency', { bpsCode: '7604' }),
    area('76.02.01', 'Mamuju', 'district', { bpsCode: '7604011' }),
    area('76.04', 'Polewali Mandar', 'regency', { bpsCode: '7602', aliases: ['Polman'] }),
    area('76.04.04', 'Polewali', 'district', { bpsCode: '7602040' }),
    area('76.04.06', 'Binuang', 'district', { bpsCode: '7602041' }),
    area('76.04.12', 'Balanipa', 'district', { bpsCode: '7602020' }),
    area('76.04.13', 'Anreapi', 'district', { bpsCode: '7602051' }),
    area('73.07', 'Sinjai', 'regency', { bpsCode: '7307', parentId: null }),
    area('73.07.03', 'Balanipa', 'district', { bpsCode: '7307031' }),
  ],
  indicators: [
    indicator('ST_SASARAN', 'ST', 'Sasaran'),
    indicator('ST_VALID', 'ST', 'Valid'),
    indicator('ST_KELUAR', 'ST', 'Keluar status'),
    indicator('ST_KASUS', 'ST', 'Kasus'),
    indicator('PA_KASUS', 'PA', 'Kasus'),
    indicator('INFLASI', 'INF', 'Inflasi', {
      ...{ decimals: 2, allowsNegative: true, unitId: 'persen', unitEn: 'percent', levels: ['regency'] },
    }),
  ],
  issues: [
    { id: 'ST', slug: 'stunting', nameId: 'Stunting', nameEn: 'Stunting' },
    { id: 'PA', slug: 'perkawinan-anak', nameId: 'Perkawinan anak', nameEn: 'Child marriage' },
    { id: 'INF', slug: 'inflasi', nameId: 'Inflasi', nameEn: 'Inflation' },
  ],
  agencies: [
    { id: 'biro-hukum', abbr: 'Biro Hukum', name: 'Biro Hukum Sekretariat Daerah' },
    { id: 'biro-umum', abbr: 'Biro Umum', name: 'Biro Umum Sekretariat Daerah' },
  ],
};
