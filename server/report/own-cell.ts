import { AppError } from '#server/app-error.ts';
import { type Responsibility, responsibilityFor } from '#server/assignment/assignment.service.ts';
import type { EntryRow } from '#server/entry/entry.service.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import type { ReportSubject, SaveEntryInput } from '#shared/report.ts';
import type { ReportRow } from './report.queries.ts';

interface Scene {
  reference: Reference;
  subject: ReportSubject;
  report: ReportRow | undefined;
  before: EntryRow | undefined;
  responsibility?: Responsibility;
}

/**
 * The cell belongs to this report and can hold what was typed.
 * @throws AppError ENTRY_CELL_NOT_YOURS, ENTRY_CELL_NOT_COLLECTED, ENTRY_VALUE_INVALID, ENTRY_VALUE_NEGATIVE
 */
export function assertOwnCell(
  { reference, subject, report, before, responsibility }: Scene,
  { indicatorId, areaId, kind, value }: Pick<SaveEntryInput, 'indicatorId' | 'areaId' | 'kind' | 'value'>,
): void {
  const indicator = reference.indicatorById.get(indicatorId);
  if (!indicator || indicator.issueId !== subject.issueId) throw new AppError('ENTRY_CELL_NOT_COLLECTED');
  if (before) {
    if (before.reportId !== report?.id) throw new AppError('ENTRY_CELL_NOT_YOURS');
  } else {
    const { isCollected, responsibleFor } =
      responsibility ?? responsibilityFor(reference, subject.issueId, subject.month);
    if (!isCollected(indicatorId, areaId)) throw new AppError('ENTRY_CELL_NOT_COLLECTED');
    if (responsibleFor(areaId)?.agencyId !== subject.agencyId) throw new AppError('ENTRY_CELL_NOT_YOURS');
  }
  if ((kind === 'number') !== (value !== null)) throw new AppError('ENTRY_VALUE_INVALID');
  if (value !== null && value < 0 && indicator.allowsNegative === 0) throw new AppError('ENTRY_VALUE_NEGATIVE');
}
