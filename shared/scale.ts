/** More decimals than any indicator has; keeps a scaled figure of billions within the safe integers. */
export const maxDecimals = 6;

/**
 * The largest scaled figure that a cell may hold, either way: a cell of each of 83,000 villages adds up to a safe integer,
 * so that no typing error can make a total unreadable.
 */
export const largestFigure = 100_000_000_000;

/**
 * A real value as the integer that is stored: value × 10^decimals, rounded half away from zero on the decimal digits
 * as written (1.005 with two decimals is 101, which plain multiplication misses).
 * @throws RangeError when the result is not a safe integer, or `decimals` is not a whole number from 0 to `maxDecimals`.
 */
export function toScaled(value: number, decimals: number): number {
  requireDecimals(decimals);
  const magnitude = Math.round(shiftDecimalPoint(Math.abs(value), decimals));
  const scaled = value < 0 && magnitude !== 0 ? -magnitude : magnitude;
  if (!Number.isSafeInteger(scaled)) throw new RangeError(`cannot be stored as a scaled integer: ${value}`);
  return scaled;
}

/** The real value of a stored integer, as the nearest double. */
export function fromScaled(scaled: number, decimals: number): number {
  requireDecimals(decimals);
  if (!Number.isSafeInteger(scaled)) throw new RangeError(`not a scaled integer: ${scaled}`);
  // Both are exact as doubles, so that the division gives the nearest double to the true value; `+ 0` turns -0 into 0.
  return scaled / 10 ** decimals + 0;
}

/** A stored integer as exact decimal text with a point: (3540, 2) → `'35.40'`. */
export function toDecimalText(scaled: number, decimals: number): string {
  requireDecimals(decimals);
  if (!Number.isSafeInteger(scaled)) throw new RangeError(`not a scaled integer: ${scaled}`);
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return scaled < 0 ? `-${text}` : text;
}

/** Moves the point in the number's shortest decimal text, so that the result is the nearest double to the true one. */
function shiftDecimalPoint(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function requireDecimals(decimals: number): void {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > maxDecimals) {
    throw new RangeError(`not a number of decimals: ${decimals}`);
  }
}
