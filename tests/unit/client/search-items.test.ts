import { describe, expect, it } from 'vitest';
import { matchItems, type SearchItem } from '#client/layout/search-items.ts';

const item = (label: string, rest: Partial<SearchItem> = {}): SearchItem => ({
  to: `/${label}`,
  label,
  group: 'districts',
  keepsMonth: false,
  ...rest,
});

const items = [
  item('Ringkasan', { group: 'pages' }),
  item('Polewali Mandar', { group: 'regencies', hint: '76.04', aliases: ['Polman'] }),
  item('Tutar', { hint: '76.04.12 · Kecamatan di Polewali Mandar', aliases: ['Tubbi Taramanu'] }),
  item('Polewali', { hint: '76.04.04 · Kecamatan di Polewali Mandar' }),
  item("Sampaga'", { hint: '76.02.11 · Kecamatan di Mamuju' }),
];

const found = (query: string) => matchItems(items, query).flatMap((section) => section.items.map(({ label }) => label));

describe('the search for places to go', () => {
  it('finds an area by its name, another spelling, or its code', () => {
    expect(found('polman')).toEqual(['Polewali Mandar']);
    expect(found('tubbi')).toEqual(['Tutar']);
    expect(found('76.04.04')).toEqual(['Polewali']);
  });

  it('ignores case, accents and apostrophes, and takes the words in any order', () => {
    expect(found('SAMPAGA')).toEqual(["Sampaga'"]);
    expect(found('mandar tutar')).toEqual(['Tutar']);
  });

  it('puts names that begin with the query before areas that merely lie there', () => {
    expect(found('pole')).toEqual(['Polewali Mandar', 'Polewali', 'Tutar']);
  });

  it('offers pages and regencies, but no district, before anything is typed', () => {
    expect(found('')).toEqual(['Ringkasan', 'Polewali Mandar']);
  });

  it('finds nothing for nonsense', () => {
    expect(matchItems(items, 'zzz')).toEqual([]);
  });
});
