import { z } from 'zod';

/** A line that must be filled in. The messages are codes of the `errors.field` dictionary. */
export function requiredText(max: number) {
  return z.string().trim().min(1, 'TEXT_REQUIRED').max(max, 'TEXT_TOO_LONG');
}

/** A line that may stay empty; nothing written is null. */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max, 'TEXT_TOO_LONG')
    .nullable()
    .transform((text) => (text === '' ? null : text));
}

/** A calendar date, 'YYYY-MM-DD'. */
export const calendarDateSchema = z.iso.date('DATE_INVALID');

export const rowIdSchema = z.string().min(1, 'CHOICE_REQUIRED').max(100);
/** The version of the row that the form was opened with. */
export const rowVersionSchema = z.int().min(1);
