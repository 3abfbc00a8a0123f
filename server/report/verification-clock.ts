import type { Reference } from '#server/reference/reference.service.ts';
import { verificationDaysOf, verificationDueDate } from '#shared/report/verification-clock.ts';

/**
 * The last day on which the verifiers of a report are on time, by the days they have now.
 * @param submittedOn the date on which the report was handed in, in the province
 */
export function verifyByOf(reference: Pick<Reference, 'settings'>, submittedOn: string): string {
  return verificationDueDate(submittedOn, verificationDaysOf(reference.settings.get('verification.dueDays')));
}
