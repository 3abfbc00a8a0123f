import { describe, expect, it } from 'vitest';
import { readFeedFilter } from '#client/features/small-win/feed-address.ts';
import { emptyValues, type FormValues, fieldOf, inputOf, readClaim } from '#client/features/small-win/form-values.ts';
import { parseTypedDate } from '#client/ui/typed-date.ts';

const filled: FormValues = {
  ...emptyValues('2026-11-22', '2026-10'),
  title: ' Dua belas anak lulus dari stunting ',
  story: 'Posyandu menimbang 48 balita; dua belas anak lulus.',
  issueId: 'ST',
  areaIds: ['76.04.12'],
};
const target = { id: null, version: null };
const options = { decimals: 0, locale: 'id', isSubmitting: false } as const;

describe('the form of a small win', () => {
  it('sends what was typed, the figure as a scaled integer', () => {
    const values: FormValues = {
      ...filled,
      hasClaim: true,
      claimIndicatorId: 'INF_YOY',
      claimAreaId: '76',
      claimValue: '2,27',
    };
    expect(inputOf(values, target, { ...options, decimals: 2 })).toEqual({
      input: {
        id: null,
        version: null,
        title: 'Dua belas anak lulus dari stunting',
        story: filled.story,
        date: '2026-11-22',
        issueId: 'ST',
        areaIds: ['76.04.12'],
        news: 'good',
        claim: { indicatorId: 'INF_YOY', areaId: '76', month: '2026-10', value: 227 },
      },
    });
  });

  it('names every field that is missing, the claim’s only when there is one', () => {
    const empty = { ...emptyValues('2026-11-22', '2026-10'), date: null };
    expect(inputOf(empty, target, options)).toEqual({
      problems: {
        title: 'TITLE_SHORT',
        date: 'DATE_INVALID',
        issueId: 'ISSUE_REQUIRED',
        areaIds: 'AREAS_REQUIRED',
      },
    });
    const claiming = { ...filled, hasClaim: true, claimAreaId: '76' };
    expect(inputOf(claiming, target, options)).toEqual({
      problems: { claimIndicatorId: 'CLAIM_INDICATOR_REQUIRED', claimValue: 'CLAIM_VALUE_REQUIRED' },
    });
  });

  it('keeps a draft without a story, and wants one to hand it in', () => {
    const silent = { ...filled, story: 'Nanti.' };
    expect(inputOf(silent, target, options)).toHaveProperty('input');
    expect(inputOf(silent, target, { ...options, isSubmitting: true })).toEqual({ problems: { story: 'STORY_SHORT' } });
  });

  it('asks where a figure can be read in two ways, and never guesses', () => {
    expect(readClaim('1.054', 0, 'id')).toEqual({ kind: 'value', scaled: 1054 });
    expect(readClaim('1.612', 2, 'id').kind).toBe('question');
    const values = { ...filled, hasClaim: true, claimIndicatorId: 'INF_YOY', claimAreaId: '76', claimValue: '1.612' };
    expect(inputOf(values, target, { ...options, decimals: 2 })).toEqual({
      problems: { claimValue: 'CLAIM_VALUE_INVALID' },
    });
    expect(readClaim('banyak', 0, 'id')).toEqual({ kind: 'problem', code: 'CLAIM_VALUE_INVALID' });
  });

  it('finds the field that the server means', () => {
    expect([fieldOf('claim.value'), fieldOf('areaIds.3'), fieldOf('story')]).toEqual([
      'claimValue',
      'areaIds',
      'story',
    ]);
  });
});

describe('a typed date', () => {
  it.each([
    ['21 November 2026', '2026-11-21'],
    ['21 nov 26', '2026-11-21'],
    ['1 Agt 2023', '2023-08-01'],
    ['3 August 2023', '2023-08-03'],
    ['5/7/2023', '2023-07-05'],
    ['05-07-23', '2023-07-05'],
    ['2023-07-05', '2023-07-05'],
    ['30 Februari 2024', null],
    ['31/4/2024', null],
    ['kemarin', null],
    ['', null],
  ])('%j is %j', (text, date) => {
    expect(parseTypedDate(text)).toBe(date);
  });
});

describe('the filters in the address', () => {
  it('are read where they make sense and left out where they do not', () => {
    const read = (search: string) =>
      Object.fromEntries(Object.entries(readFeedFilter(new URLSearchParams(search))).filter(([, value]) => value));
    expect(
      read('isu=ST&wilayah=76.04.12&kabar=bad&keadaan=draft&dari=2026-01-01&sampai=2026-02-01&cari=+pos+'),
    ).toEqual({
      issueId: 'ST',
      areaId: '76.04.12',
      news: 'bad',
      state: 'draft',
      from: '2026-01-01',
      to: '2026-02-01',
      text: 'pos',
    });
    expect(read('isu=XX&wilayah=..%2F&kabar=ok&keadaan=1&dari=kemarin&cari=')).toEqual({});
  });
});
