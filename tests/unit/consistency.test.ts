import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConsistencyRule, checkPlausible, checkRow, type RowValues, ruleOperators } from '#shared/consistency.ts';

function rule(overrides: Partial<ConsistencyRule> = {}): ConsistencyRule {
  return {
    id: 'reached-within-target',
    issueId: 'ST',
    left: ['reached'],
    operator: '<=',
    right: ['target_group'],
    rightMonth: 'same',
    severity: 'block',
    requiresReason: false,
    messageId: 'Yang diintervensi melebihi sasaran.',
    messageEn: 'More were reached than the target group holds.',
    ...overrides,
  };
}

const leavers = rule({ id: 'leavers', left: ['left', 'referred'], right: ['reached'] });
const mustNotFall = rule({
  id: 'must-not-fall',
  left: ['left'],
  operator: '>=',
  right: ['left'],
  rightMonth: 'previous',
  severity: 'warn',
  requiresReason: true,
});

type Values = Record<string, number | null>;
const row =
  (same: Values, previous: Values = {}): RowValues =>
  (id, month) =>
    (month === 'same' ? same : previous)[id];
const whole = () => 0;

describe('consistency rules', () => {
  test('the stunting cascade of August 2023 is consistent', () => {
    const values = row({ target_group: 16377, reached: 9085, left: 1054, referred: 22 });
    expect(checkRow([rule(), leavers], values, whole)).toEqual([]);
  });

  test('more children reached than the target group holds is blocked, with both figures', () => {
    expect(checkRow([rule()], row({ reached: 90850, target_group: 16377 }), whole)).toEqual([
      {
        ruleId: 'reached-within-target',
        severity: 'block',
        requiresReason: false,
        indicatorIds: ['reached', 'target_group'],
        leftValue: 90850,
        rightValue: 16377,
        isLowerBound: false,
      },
    ]);
  });

  test('a missing figure is not zero: the rule is not judged', () => {
    expect(checkRow([rule()], row({ reached: 9085, target_group: null }), whole)).toEqual([]);
    expect(checkRow([rule()], row({ reached: 9085 }), whole)).toEqual([]);
    expect(checkRow([rule({ operator: '>=' })], row({ reached: null, target_group: 5 }), whole)).toEqual([]);
    expect(checkRow([rule({ operator: '==', left: ['a', 'b'] })], row({ a: 9, target_group: 5 }), whole)).toEqual([]);
  });

  test('a zero is judged', () => {
    expect(checkRow([rule()], row({ reached: 1, target_group: 0 }), whole)).toHaveLength(1);
  });

  test('part of a sum that alone is too much is found, and called a lower bound', () => {
    const findings = checkRow([leavers], row({ left: 9100, referred: null, reached: 9085 }), whole);
    expect(findings).toMatchObject([{ ruleId: 'leavers', leftValue: 9100, rightValue: 9085, isLowerBound: true }]);
    expect(checkRow([leavers], row({ left: 1054, referred: null, reached: 9085 }), whole)).toEqual([]);
  });

  test('with a negative figure among them, part of a sum proves nothing', () => {
    const threeTerms = rule({ left: ['a', 'b', 'c'], right: ['d'] });
    expect(checkRow([threeTerms], row({ a: -5, b: 20, c: null, d: 10 }), whole)).toEqual([]);
    expect(checkRow([threeTerms], row({ a: 5, b: 20, c: null, d: 10 }), whole)).toHaveLength(1);
  });

  test('a cumulative figure that falls below last month asks for a reason', () => {
    expect(checkRow([mustNotFall], row({ left: 1024 }, { left: 1054 }), whole)).toMatchObject([
      { ruleId: 'must-not-fall', severity: 'warn', requiresReason: true, indicatorIds: ['left'], rightValue: 1054 },
    ]);
    expect(checkRow([mustNotFall], row({ left: 1054 }, { left: 1054 }), whole)).toEqual([]);
    expect(checkRow([mustNotFall], row({ left: 3 }, {}), whole)).toEqual([]);
  });

  test('figures with different decimals are compared at one scale', () => {
    const decimalsOf = (id: string) => (id === 'percent' ? 2 : 0);
    const share = rule({ left: ['percent'], right: ['limit'] });
    expect(checkRow([share], row({ percent: 3540, limit: 36 }), decimalsOf)).toEqual([]);
    expect(checkRow([share], row({ percent: 3601, limit: 36 }), decimalsOf)).toMatchObject([
      { leftValue: 36.01, rightValue: 36 },
    ]);
  });

  const figure = fc.option(fc.integer({ min: -1000, max: 1_000_000 }), { nil: null });
  const figures = fc.record({ a: figure, b: figure, c: figure, d: figure });
  const operator = fc.constantFrom(...ruleOperators);

  test('neither the order of the operands nor that of the rules changes what is found', () => {
    fc.assert(
      fc.property(figures, operator, (values, op) => {
        const one = rule({ id: 'one', left: ['a', 'b', 'c'], operator: op, right: ['d'] });
        const other = rule({ id: 'other', left: ['c', 'a', 'b'], operator: op, right: ['d'] });
        const facts = (rules: ConsistencyRule[]) =>
          checkRow(rules, row(values), whole).map(({ leftValue, rightValue }) => [leftValue, rightValue]);
        expect(facts([one])).toEqual(facts([other]));
        const ids = (rules: ConsistencyRule[]) => checkRow(rules, row(values), whole).map((each) => each.ruleId);
        expect(ids([one, other]).sort()).toEqual(ids([other, one]).sort());
      }),
    );
  });

  test('a rule and its mirror image find the same', () => {
    const mirror = { '<=': '>=', '>=': '<=', '==': '==', '<': '>', '>': '<' } as const;
    fc.assert(
      fc.property(figures, operator, (values, op) => {
        const found = checkRow([rule({ left: ['a', 'b'], operator: op, right: ['c', 'd'] })], row(values), whole);
        const mirrored = checkRow(
          [rule({ left: ['c', 'd'], operator: mirror[op], right: ['a', 'b'] })],
          row(values),
          whole,
        );
        expect(mirrored.map((each) => each.rightValue)).toEqual(found.map((each) => each.leftValue));
      }),
    );
  });

  test('storing an indicator with more decimals does not change what is found', () => {
    const complete = fc.record({ a: fc.integer({ min: 0, max: 1e6 }), b: fc.integer({ min: 0, max: 1e6 }) });
    fc.assert(
      fc.property(complete, operator, fc.nat(3), fc.nat(3), ({ a, b }, op, decimalsA, decimalsB) => {
        const plain = rule({ left: ['a'], operator: op, right: ['b'] });
        const rescaled = row({ a: a * 10 ** decimalsA, b: b * 10 ** decimalsB });
        const decimalsOf = (id: string) => (id === 'a' ? decimalsA : decimalsB);
        expect(checkRow([plain], rescaled, decimalsOf)).toEqual(checkRow([plain], row({ a, b }), whole));
      }),
    );
  });
});

describe('plausible range', () => {
  test('479,699 stunted children in a province of 1.47 million people are too many', () => {
    expect(checkPlausible(479_699, { min: 0, max: 150_000 })).toBe('ABOVE_MAX');
    expect(checkPlausible(-1, { min: 0, max: 150_000 })).toBe('BELOW_MIN');
    expect(checkPlausible(16_377, { min: 0, max: 150_000 })).toBeNull();
  });

  test('a missing value or limit is not judged', () => {
    expect(checkPlausible(null, { min: 1, max: 2 })).toBeNull();
    expect(checkPlausible(5, { min: null })).toBeNull();
    expect(checkPlausible(0, {})).toBeNull();
  });
});
