import { useTranslation } from 'react-i18next';
import { useChoices } from '#client/lib/use-choices.ts';
import { usePeriod } from '#client/lib/use-period.ts';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import { FactList } from '#client/ui/fact-list.tsx';
import { Tag } from '#client/ui/tag.tsx';
import type { AssignmentAdmin, ResponsibleCell } from '#shared/assignment-admin.ts';
import type { IssueId } from '#shared/indicator.ts';
import { useTaskName } from './assignment-types.ts';

interface BasisDrawerProps {
  place: string;
  /** Null: all issues alike. */
  issueId: IssueId | null;
  cell: ResponsibleCell;
  assignment: AssignmentAdmin | undefined;
  onClose: () => void;
}

/** On what an agency's responsibility for a place rests. */
export function BasisDrawer({ place, issueId, cell, assignment, onClose }: BasisDrawerProps) {
  const { t } = useTranslation(['assignments', 'manage', 'figure']);
  const { issueName } = useChoices();
  const period = usePeriod();
  const taskName = useTaskName();
  const responsible = assignment ? `${assignment.agencyAbbr} – ${assignment.agencyName}` : t('day.nobody');
  return (
    <DrawerPanel opened onClose={onClose} title={t('day.basisTitle')} size="sm">
      <FactList
        facts={[
          { label: t('manage:field.area'), value: place },
          {
            label: t('manage:field.issue'),
            value: issueId === null ? t('manage:field.allIssues') : issueName(issueId),
          },
          { label: t('day.responsible'), value: responsible },
          { label: t('day.role'), value: cell.role && t(`role.${cell.role}`) },
          { label: t('column.task'), value: assignment && taskName(assignment) },
          { label: t('day.validity'), value: assignment && period(assignment.validFrom, assignment.validTo) },
          { label: t('manage:field.legalBasis'), value: assignment && (assignment.legalBasis ?? t('noBasis')) },
          { label: t('manage:field.source'), value: assignment?.source },
          {
            label: t('manage:field.confidence'),
            value: assignment?.confidence && t(`figure:confidence.${assignment.confidence}`),
          },
          { label: t('day.sample'), value: assignment?.isSample ? <Tag kind="sample" /> : null },
        ]}
      />
    </DrawerPanel>
  );
}
