import { describe, expect, it } from 'vitest';
import {
  cellOf,
  changesOf,
  factsOf,
  figureOf,
  figuresOf,
  indicatorIdOf,
  reportPartsOf,
} from '#client/features/audit/line-data.ts';
import { subjectPath } from '#client/features/audit/subject-link.ts';
import { endOfDay, startOfDay } from '#server/audit/day-bounds.ts';
import { auditEventSchemas } from '#shared/audit-event.ts';
import { auditNouns } from '#shared/audit-log.ts';

const cell = { indicatorId: 'ST_SASARAN', areaId: '76.04.04', month: '2026-10' };
const saved = {
  ...cell,
  from: { kind: null, value: null },
  to: { kind: 'number', value: 612 },
  version: 1,
  reason: null,
};

describe('what a line of the audit log carries', () => {
  it('is a cell with its figures, and facts beside them', () => {
    expect(cellOf(saved)).toEqual(cell);
    expect(figuresOf(saved)).toEqual({ from: saved.from, to: saved.to });
    // An empty reason says nothing.
    expect(factsOf(saved)).toEqual([['version', 1]]);
  });

  it('is a list of changes, of which an unknown one breaks nothing', () => {
    const data = { abbr: 'Dinkes', changes: { name: { from: 'A', to: 'B' } } };
    expect(changesOf(data)).toEqual([['name', { from: 'A', to: 'B' }]]);
    expect(factsOf(data)).toEqual([['abbr', 'Dinkes']]);
    expect(changesOf({ changes: 'lost' })).toEqual([]);
    expect(cellOf({ indicatorId: 'X' })).toBeUndefined();
    // The state that a small win came from is no figure.
    expect(factsOf({ from: 'draft', issueId: 'ST' })).toEqual([
      ['from', 'draft'],
      ['issueId', 'ST'],
    ]);
  });

  it('knows a figure among the facts by its shape', () => {
    expect(figureOf({ kind: 'number', value: 12 })).toEqual({ kind: 'number', value: 12 });
    expect(figureOf({ kind: null, value: null })).toEqual({ kind: null, value: null });
    expect([figureOf('draft'), figureOf(7), figureOf({ from: 1, to: 2 })]).toEqual([undefined, undefined, undefined]);
  });

  it('names the indicator whose decimals its figures have', () => {
    const line = { subjectType: 'entry', subjectId: 'x', data: saved };
    expect(indicatorIdOf(line)).toBe('ST_SASARAN');
    expect(indicatorIdOf({ subjectType: 'indicator', subjectId: 'INF_YOY', data: {} })).toBe('INF_YOY');
    expect(indicatorIdOf({ subjectType: 'agency', subjectId: 'x', data: {} })).toBeUndefined();
  });
});

describe('where a line of the audit log leads', () => {
  const base = { seq: 1, at: '', actorId: null, actorName: null, subjectName: null, data: {} };
  const path = (event: string, subjectType: string, subjectId: string, data = {}) =>
    subjectPath({ ...base, event, subjectType, subjectId, data });

  it('is the page of its subject', () => {
    expect(path('report.submitted', 'report', '2026-10_ST_biro-hukum')).toBe('/pelaporan/2026-10_ST_biro-hukum');
    expect(path('small_win.published', 'small_win', 'w1')).toBe('/small-wins/w1');
    expect(path('indicator.changed', 'indicator', 'INF_YOY')).toBe('/kelola/indikator?isu=INF');
    expect(path('indicator.rule_changed', 'rule', 'a<=b', { issueId: 'KE' })).toBe('/kelola/indikator?isu=KE');
  });

  it('is nowhere for what is gone or has no page', () => {
    expect(path('small_win.deleted', 'small_win', 'w1')).toBeUndefined();
    expect(path('session.started', 'session', 's1')).toBeUndefined();
    expect(path('report.submitted', 'report', 'nonsense')).toBeUndefined();
    expect(reportPartsOf('2026-10_ST_a_b')).toEqual({ month: '2026-10', issueId: 'ST', agencyId: 'a_b' });
  });
});

describe('the filter of the audit log', () => {
  it('offers the noun of every event', () => {
    const nouns = new Set(Object.keys(auditEventSchemas).map((event) => event.split('.')[0]));
    expect([...nouns].sort()).toEqual([...auditNouns].sort());
  });

  it.each([
    ['Asia/Makassar', '2026-11-21', '2026-11-20T16:00:00.000Z', '2026-11-21T16:00:00.000Z'],
    ['Asia/Jayapura', '2027-01-01', '2026-12-31T15:00:00.000Z', '2027-01-01T15:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-01', '2026-02-28T18:15:00.000Z', '2026-03-01T18:15:00.000Z'],
    // A day of 23 hours.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['America/St_Johns', '2026-07-01', '2026-07-01T02:30:00.000Z', '2026-07-02T02:30:00.000Z'],
  ])('knows when a day begins and ends in %s', (zone, date, start, end) => {
    expect(startOfDay(date, zone).toISOString()).toBe(start);
    expect(endOfDay(date, zone).toISOString()).toBe(end);
  });
});
