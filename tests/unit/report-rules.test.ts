import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConsistencyRule } from '#shared/consistency.ts';
import { dueDateFor } from '#shared/report/due-date.ts';
import { cellsInRange, isWithinRange } from '#shared/report/in-range.ts';
import { type ReminderTextInput, reminderText, whatsappUrl } from '#shared/report/reminder.ts';
import { type SummarisedCell, type SummaryInput, summarizeReport } from '#shared/report/summary.ts';
import { parseReportKey, reportKeyOf, reportKeySchema } from '#shared/report.ts';

describe('a report key', () => {
  test('reads back what it was made of', () => {
    const subject = { month: '2023-08', issueId: 'ST', agencyId: 'biro_hukum-1' } as const;
    expect(reportKeyOf(subject)).toBe('2023-08_ST_biro_hukum-1');
    expect(parseReportKey(reportKeyOf(subject))).toEqual(subject);
  });

  test.each(['2023-13_ST_x', '2023-08_XX_x', '2023-08_ST_', 'ST_2023-08_x', ''])('is not %j', (text) => {
    expect(reportKeySchema.safeParse(text).success).toBe(false);
    expect(() => parseReportKey(text)).toThrow(RangeError);
  });
});

describe('the due date', () => {
  const none = { issueId: null, month: null, dueDay: null, dueDate: null };
  const due = (deadlines: Parameters<typeof dueDateFor>[0]['deadlines']) =>
    dueDateFor({ issueId: 'ST', month: '2026-01', deadlines, defaultDay: 5 });

  test('is the default day of the next month', () => {
    expect(due([])).toBe('2026-02-05');
    expect(dueDateFor({ issueId: 'ST', month: '2026-01', deadlines: [], defaultDay: 31 })).toBe('2026-02-28');
  });

  test('follows the most specific exception: issue and month, month, issue', () => {
    const issue = { ...none, issueId: 'ST' as const, dueDay: 10 };
    const month = { ...none, month: '2026-01', dueDay: 12 };
    const both = { ...none, issueId: 'ST' as const, month: '2026-01', dueDate: '2026-03-01' };
    expect(due([issue])).toBe('2026-02-10');
    expect(due([issue, month])).toBe('2026-02-12');
    expect(due([issue, month, both])).toBe('2026-03-01');
    expect(due([{ ...issue, issueId: 'KE' }, { ...month, month: '2026-02' }, none])).toBe('2026-02-05');
  });
});

const rule = (overrides: Partial<ConsistencyRule>): ConsistencyRule => ({
  id: 'reached<=valid',
  issueId: 'ST',
  left: ['reached'],
  operator: '<=',
  right: ['valid'],
  rightMonth: 'same',
  severity: 'block',
  requiresReason: false,
  messageId: '',
  messageEn: '',
  ...overrides,
});
const neverFalls = rule({
  id: 'never-falls',
  operator: '>=',
  right: ['reached'],
  rightMonth: 'previous',
  severity: 'warn',
  requiresReason: true,
});

const cell = (indicatorId: string, value: number, overrides: Partial<SummarisedCell> = {}): SummarisedCell => ({
  indicatorId,
  areaId: 'x',
  kind: 'number',
  value,
  status: 'draft',
  verifiedKind: null,
  verifiedValue: null,
  reason: null,
  ...overrides,
});

const input = (overrides: Partial<SummaryInput>): SummaryInput => ({
  areas: [{ id: 'x', indicatorIds: ['valid', 'reached'] }],
  indicators: [
    { id: 'valid', decimals: 0, plausibleMin: 0, plausibleMax: 1000 },
    { id: 'reached', decimals: 0, plausibleMin: 0, plausibleMax: null },
  ],
  rules: [rule({}), neverFalls],
  cells: [],
  previousCells: [],
  earlierCells: [],
  ...overrides,
});

const last = (indicatorId: string, value: number) => ({
  indicatorId,
  areaId: 'x',
  kind: 'number' as const,
  value,
  status: 'verified' as const,
});

describe('the summary before submission', () => {
  test('counts what is missing and lets it pass', () => {
    const summary = summarizeReport(input({ cells: [cell('valid', 10)] }));
    expect(summary).toMatchObject({ toSubmit: 1, canSubmit: true, missing: [{ indicatorId: 'reached', areaId: 'x' }] });
    expect(summarizeReport(input({}))).toMatchObject({ toSubmit: 0, canSubmit: false });
  });

  test('a cell that does not apply is not missing, one said to be not reported is', () => {
    const summary = summarizeReport(
      input({
        cells: [
          cell('valid', 0, { kind: 'not_applicable', value: null }),
          cell('reached', 0, { kind: 'not_reported', value: null }),
        ],
      }),
    );
    expect(summary.missing).toEqual([{ indicatorId: 'reached', areaId: 'x' }]);
    expect(summary.counters).toMatchObject({ expected: 2, filled: 0, notApplicable: 1 });
  });

  test('a blocking rule stands in the way until the figures agree', () => {
    const summary = summarizeReport(input({ cells: [cell('valid', 10), cell('reached', 11)] }));
    expect(summary).toMatchObject({ canSubmit: false, blocked: [{ ruleId: 'reached<=valid' }] });
  });

  test('a fall needs a reason in the cell that fell', () => {
    const previousCells = [last('reached', 9)];
    const without = summarizeReport(input({ cells: [cell('reached', 8)], previousCells }));
    expect(without).toMatchObject({ canSubmit: false, reasonMissing: [{ reasonIndicatorId: 'reached' }] });
    const blank = summarizeReport(input({ cells: [cell('reached', 8, { reason: '  ' })], previousCells }));
    expect(blank.canSubmit).toBe(false);
    const withReason = summarizeReport(input({ cells: [cell('reached', 8, { reason: 'Data ganda' })], previousCells }));
    expect(withReason).toMatchObject({ canSubmit: true, reasonMissing: [], explained: [{ ruleId: 'never-falls' }] });
  });

  test('a fall needs a reason across months without a figure, too', () => {
    const earlierCells = [{ indicatorId: 'reached', areaId: 'x', month: '2026-07', value: 9 }];
    const fallen = summarizeReport(input({ cells: [cell('reached', 8)], earlierCells }));
    expect(fallen).toMatchObject({
      canSubmit: false,
      reasonMissing: [{ ruleId: 'never-falls', rightValue: 9, earlierMonth: '2026-07' }],
    });
    const grown = summarizeReport(input({ cells: [cell('reached', 9)], earlierCells }));
    expect(grown).toMatchObject({ canSubmit: true, reasonMissing: [] });
    // Last month's figure goes before an earlier one.
    const since = input({ cells: [cell('reached', 8)], previousCells: [last('reached', 8)], earlierCells });
    expect(summarizeReport(since)).toMatchObject({ canSubmit: true, reasonMissing: [] });
  });

  test('what was verified long ago does not stop a correction elsewhere', () => {
    const verified = { status: 'verified', verifiedKind: 'number' } as const;
    const summary = summarizeReport(
      input({
        areas: [
          { id: 'x', indicatorIds: ['valid', 'reached'] },
          { id: 'y', indicatorIds: ['valid'] },
        ],
        cells: [
          cell('valid', 10, { ...verified, verifiedValue: 10 }),
          cell('reached', 11, { ...verified, verifiedValue: 11 }),
          cell('valid', 5, { areaId: 'y', verifiedKind: 'number', verifiedValue: 4 }),
        ],
      }),
    );
    expect(summary).toMatchObject({ blocked: [], toSubmit: 1, corrections: 1, canSubmit: true });
  });

  test('a figure outside its plausible range is a warning with the limit', () => {
    const summary = summarizeReport(input({ cells: [cell('valid', 1001)] }));
    expect(summary).toMatchObject({
      canSubmit: true,
      warned: [{ kind: 'above_plausible', leftValue: 1001, rightValue: 1000 }],
    });
  });
});

describe('bulk verification', () => {
  const submitted = (value: number): SummarisedCell => cell('valid', value, { status: 'submitted' });

  test('takes figures within the share of last month’s, the limit included', () => {
    expect(isWithinRange(submitted(120), last('valid', 100), 20)).toBe(true);
    expect(isWithinRange(submitted(80), last('valid', 100), 20)).toBe(true);
    expect(isWithinRange(submitted(121), last('valid', 100), 20)).toBe(false);
    expect(isWithinRange(submitted(0), last('valid', 0), 20)).toBe(true);
    expect(isWithinRange(submitted(1), last('valid', 0), 20)).toBe(false);
    expect(isWithinRange(submitted(-95), last('valid', -100), 20)).toBe(true);
  });

  test('looks at corrections, new figures and changed kinds one by one', () => {
    expect(isWithinRange(submitted(100), undefined, 20)).toBe(false);
    expect(
      isWithinRange({ ...submitted(100), verifiedKind: 'number', verifiedValue: 99 }, last('valid', 100), 20),
    ).toBe(false);
    const notApplicable = { ...submitted(0), kind: 'not_applicable' as const, value: null };
    expect(isWithinRange(notApplicable, { kind: 'not_applicable', value: null, status: 'verified' }, 20)).toBe(true);
    expect(isWithinRange(notApplicable, last('valid', 100), 20)).toBe(false);
  });

  test.each(['draft', 'submitted', 'returned'] as const)('looks at a figure whose predecessor is %s', (status) => {
    expect(isWithinRange(submitted(100), { ...last('valid', 100), status }, 20)).toBe(false);
  });

  test('leaves what is in any finding, even an explained one', () => {
    const cells = [
      cell('valid', 100, { status: 'submitted' }),
      cell('reached', 95, { status: 'submitted', reason: 'Data ganda' }),
      cell('valid', 100, { status: 'verified', areaId: 'y' }),
    ];
    const previousCells = [last('valid', 100), last('reached', 96)];
    expect(cellsInRange(input({ cells, previousCells }), 20)).toEqual({
      inRange: [{ indicatorId: 'valid', areaId: 'x' }],
      toLookAt: [{ indicatorId: 'reached', areaId: 'x' }],
    });
  });

  test('every submitted cell is either in range or looked at', () => {
    const anyCell = fc.record({
      value: fc.integer({ min: 0, max: 2000 }),
      previous: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null }),
      status: fc.constantFrom('draft' as const, 'submitted' as const, 'verified' as const, 'returned' as const),
    });
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 20 }), fc.nat(100), (rows, percent) => {
        const areas = rows.map((_, index) => ({ id: String(index), indicatorIds: ['valid'] }));
        const cells = rows.map((row, index) => cell('valid', row.value, { areaId: String(index), status: row.status }));
        const previousCells = rows.flatMap((row, index) =>
          row.previous === null ? [] : [{ ...last('valid', row.previous), areaId: String(index) }],
        );
        const { inRange, toLookAt } = cellsInRange(input({ areas, cells, previousCells }), percent);
        const all = [...inRange, ...toLookAt].map((ref) => ref.areaId).sort();
        expect(all).toEqual(
          cells
            .filter((each) => each.status === 'submitted')
            .map((each) => each.areaId)
            .sort(),
        );
        for (const { areaId } of inRange) {
          const row = rows[Number(areaId)];
          expect(row?.value).toBeLessThanOrEqual(1000);
          expect(row?.previous).not.toBeNull();
        }
      }),
    );
  });
});

describe('a reminder', () => {
  const letter: ReminderTextInput = {
    name: 'Andi',
    agencyName: 'Biro Hukum Setda',
    month: '2026-10',
    url: 'https://satgas.contoh.go.id',
    items: [
      {
        reportKey: '2026-09_ST_biro-hukum',
        issueId: 'ST',
        issueName: 'Stunting',
        month: '2026-09',
        state: 'returned',
        dueDate: '2026-10-05',
        daysOverdue: 29,
        missing: 2,
        returned: 1,
      },
      {
        reportKey: '2026-10_KE_biro-hukum',
        issueId: 'KE',
        issueName: 'Kemiskinan ekstrem',
        month: '2026-10',
        state: 'not_started',
        dueDate: '2026-11-05',
        daysOverdue: 0,
        missing: 8,
        returned: 0,
      },
    ],
  };

  test('names issue, month, deadline and what is missing, in official Indonesian', () => {
    const text = reminderText(letter);
    expect(text).toContain('Yth. Bapak/Ibu Andi (Biro Hukum Setda),');
    expect(text).toContain(
      '1. Stunting, September 2026 – 1 angka dikembalikan untuk diperbaiki (tenggat 5 Oktober 2026, terlambat 29 hari)',
    );
    expect(text).toContain(
      '2. Kemiskinan ekstrem, Oktober 2026 – belum diisi, 8 angka ditunggu (tenggat 5 November 2026)',
    );
    expect(text).toContain('https://satgas.contoh.go.id');
    expect(reminderText({ ...letter, name: null })).toContain('Yth. Narahubung Biro Hukum Setda,');
  });

  test('opens in WhatsApp when there is a number', () => {
    expect(whatsappUrl('0812-3456-789', 'a b&c')).toBe('https://wa.me/628123456789?text=a%20b%26c');
    expect(whatsappUrl('+62 812 3456 789', 'x')).toBe('https://wa.me/628123456789?text=x');
    expect(whatsappUrl(null, 'x')).toBeNull();
    expect(whatsappUrl('123', 'x')).toBeNull();
  });
});
