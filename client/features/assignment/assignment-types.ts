import { useTranslation } from 'react-i18next';
import type { RouterOutput } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import type { AssignmentAdmin } from '#shared/assignment-admin.ts';

export type AssignmentRow = RouterOutput['assignment']['list']['rows'][number];
export type Effect = RouterOutput['assignment']['preview'];

type Task = Pick<AssignmentAdmin, 'issueId' | 'areaId' | 'areaName' | 'parentName' | 'areaLevel'>;

/** Says what an assignment is about: `Polewali (Polewali Mandar) · semua isu`. */
export function useTaskName(): (task: Task) => string {
  const { t } = useTranslation('manage');
  const { issueName } = useChoices();
  return ({ issueId, areaId, areaName, parentName, areaLevel }) => {
    const isLow = areaLevel === 'district' || areaLevel === 'village';
    const area = areaId === null ? t('field.wholeProvince') : (areaName ?? areaId);
    const place = isLow && parentName !== null ? `${area} (${parentName})` : area;
    return `${place} · ${issueId === null ? t('field.allIssues') : issueName(issueId)}`;
  };
}
