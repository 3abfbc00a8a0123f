import type { AuditLine } from './audit-types.ts';
import { reportPartsOf } from './line-data.ts';

/** Where what an event is about can be seen; undefined where it is gone or has no page. */
export function subjectPath({ subjectType, subjectId, event, data }: AuditLine): string | undefined {
  if (event.endsWith('.deleted') || event.endsWith('.removed')) return undefined;
  switch (subjectType) {
    case 'report':
      return reportPartsOf(subjectId) && `/pelaporan/${subjectId}`;
    case 'small_win':
      return `/small-wins/${subjectId}`;
    case 'agency':
      return '/kelola/opd';
    case 'assignment':
      return '/kelola/penugasan';
    case 'rule':
    case 'issue': {
      const issueId = subjectType === 'issue' ? subjectId : data.issueId;
      return typeof issueId === 'string' ? `/kelola/indikator?isu=${issueId}` : undefined;
    }
    case 'indicator': {
      const [issueId] = subjectId.split('_');
      return `/kelola/indikator?isu=${issueId}`;
    }
    case 'target':
      return '/kelola/target';
    case 'deadline':
    case 'setting':
      return '/kelola/tenggat';
    default:
      return undefined;
  }
}
