import type { Amount, CellForm, Dialect } from './cell-form.ts';

/** Exact arithmetic on the digits; rounds half away from zero, and says so, where there are more than fit. */
export function toFigure(
  { whole, fraction }: Amount,
  isNegative: boolean,
  decimals: number,
): { scaled: bigint; isRounded: boolean } {
  const digits = fraction.replace(/0+$/, '');
  const kept = BigInt(`${whole || '0'}${digits.slice(0, decimals).padEnd(decimals, '0')}`);
  const isRounded = digits.length > decimals;
  const magnitude = isRounded && Number(digits[decimals]) >= 5 ? kept + 1n : kept;
  return { scaled: isNegative ? -magnitude : magnitude, isRounded };
}

/** A spreadsheet's number as digits. Twelve significant ones: behind them lies the noise of binary fractions. */
export function amountOfValue(value: number): Amount {
  const rounded = Math.abs(Number(value.toPrecision(12)));
  const [digits = '0', exponent] = String(rounded).split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  if (exponent === undefined) return { whole, fraction };
  const power = Number(exponent);
  if (power < 0) return { whole: '0', fraction: '0'.repeat(-power - 1) + whole + fraction };
  return { whole: whole + fraction.padEnd(power, '0'), fraction: '' };
}

/** The dialect that this cell can only be written in. */
export function evidenceOf(form: CellForm): Dialect | undefined {
  if (form.kind !== 'amount') return undefined;
  const { comma, point } = form.readings;
  if (comma && !point) return 'comma';
  return point && !comma ? 'point' : undefined;
}

/** A real number of a spreadsheet that names its signs is read by them; a text that does not fit them stays open. */
export function restrict(form: CellForm, dialect: Dialect | undefined): CellForm {
  if (dialect === undefined || form.kind !== 'amount' || form.readings[dialect] === null) return form;
  const reading = form.readings[dialect];
  const isSame = JSON.stringify(form.readings.comma) === JSON.stringify(form.readings.point);
  return isSame ? form : { ...form, readings: { comma: null, point: null, [dialect]: reading } };
}
